"""Stage 4: quantises a trained network and writes the file that the product runs.

    python train/export.py WORK NAME VERSION FEWEST models/NAME.onnx

Only word pieces that the training texts hold FEWEST times are kept; with 0, all in ASCII too. The file carries its vocabulary, labels, and how likely one role follows another, so that it needs nothing beside it.
"""

import json
import math
import random
import sys
from pathlib import Path

import numpy
import torch

import graph
from labels import ROLES
from windows import Document, window

# Windows that activations are calibrated on.
CALIBRATION = 48
# A window has no more pieces than this (src/model/windows.rs); the base model has places for 512.
PLACES = 128
# How much the order of roles counts beside what the encoder sees: best of 0, 0.25, 0.5, 1 on the development split.
ORDER = 0.5


def state_of(weights):
    """Names as the graph knows them."""
    state = {name.removeprefix("heads."): value.float().numpy() for name, value in weights.items()}
    state["arc.bias"] = state.pop("root.weight")[0]
    return state


def kept_pieces(items, lines, fewest):
    """The numbers of the pieces that stay, in order: what marks up a window, single characters, and what is met."""
    counts = torch.bincount(torch.cat([item["pieces"] for item in items]).long(), minlength=len(lines)).tolist()

    def stays(line, count):
        if line.startswith("[unused"):
            return False
        is_single = len(line.removeprefix("##")) == 1 and line.isascii()
        is_met = count >= fewest and (count > 0 or line.isascii())
        return line in ("[PAD]", "[UNK]", "[CLS]", "[SEP]") or is_single or is_met

    return [number for number, (line, count) in enumerate(zip(lines, counts)) if stays(line, count)]


def transitions(items):
    """For each pair of roles, how much more often the second follows the first than it stands anywhere (log)."""
    size = len(ROLES)
    pairs, alone = [[1.0] * size for _ in ROLES], [1.0] * size
    for item in items:
        if "roles" in item:
            roles = item["roles"].tolist()
            for first, second in zip(roles, roles[1:]):
                pairs[first][second] += 1
                alone[second] += 1
    return [ORDER * (math.log(pairs[a][b] / sum(pairs[a])) - math.log(alone[b] / sum(alone)))
            for a in range(size) for b in range(size)]


def main():
    work, name, version, fewest, path = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5]
    kept = torch.load(work / f"{name}.pt")
    items = torch.load(work / "training.pt")
    labels = json.loads((work / "labels.json").read_text())
    lines = (work / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    stays = kept_pieces(items, lines, fewest)
    number_of = {old: new for new, old in enumerate(stays)}
    unknown = lines.index("[UNK]")
    state = state_of(kept["network"])
    state["word.weight"] = state["word.weight"][stays]
    state["position.weight"] = state["position.weight"][:PLACES]
    chance = random.Random(1)
    cuts = []
    for number, item in enumerate(chance.sample(items[:2000], CALIBRATION)):
        document = Document(item, number)
        cut = window(document, *chance.choice(list(document.windows(chance, 90))))
        pieces = [number_of.get(piece, number_of[unknown]) for piece in cut["pieces"].tolist()]
        cuts.append((numpy.array(pieces), cut["marks"].numpy()))
    metadata = {"sayso": "1", "name": f"{name}-{version}",
                "vocabulary": "".join(lines[number] + "\n" for number in stays),
                "transitions": " ".join(f"{score:.4f}" for score in transitions(items))}
    metadata |= {head: " ".join(labels[head]) for head in ("roles", "names", "upos", "xpos", "deprel")}
    config = {"heads": kept["config"]["heads"], "layers": kept["config"]["layers"], "windows": cuts,
              "metadata": metadata}
    graph.export(state, config, path)
    print(f"{path}: {Path(path).stat().st_size / 1e6:.1f} MB, {len(stays)} pieces, step {kept['done']} of {kept['steps']}")


if __name__ == "__main__":
    main()
