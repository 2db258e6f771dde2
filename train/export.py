"""Stage 4: quantises a trained network and writes the file that the product runs.

    python train/export.py WORK NAME VERSION models/NAME.onnx

The file carries its vocabulary, labels, and how likely one role follows another, so that it needs nothing beside it.
"""

import json
import math
import random
import sys
from pathlib import Path

import torch

import graph
from labels import ROLES
from windows import Document, window

# Windows that activations are calibrated on.
CALIBRATION = 48
# How much the order of roles counts beside what the encoder sees: best of 0, 0.25, 0.5, 1 on the development split.
ORDER = 0.5


def state_of(weights):
    """Names as the graph knows them."""
    state = {name.removeprefix("heads."): value.float().numpy() for name, value in weights.items()}
    state["arc.bias"] = state.pop("root.weight")[0]
    return state


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
    work, name, version, path = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
    kept = torch.load(work / f"{name}.pt")
    items = torch.load(work / "training.pt")
    labels = json.loads((work / "labels.json").read_text())
    chance = random.Random(1)
    cuts = []
    for number, item in enumerate(chance.sample(items[:2000], CALIBRATION)):
        document = Document(item, number)
        cut = window(document, *chance.choice(list(document.windows(chance, 90))))
        cuts.append((cut["pieces"].numpy(), cut["marks"].numpy()))
    metadata = {"sayso": "1", "name": f"{name}-{version}",
                "vocabulary": (work / "vocabulary.txt").read_text(encoding="utf-8"),
                "transitions": " ".join(f"{score:.4f}" for score in transitions(items))}
    metadata |= {head: " ".join(labels[head]) for head in ("roles", "names", "upos", "xpos", "deprel")}
    config = {"heads": kept["config"]["heads"], "layers": kept["config"]["layers"], "windows": cuts,
              "metadata": metadata}
    graph.export(state_of(kept["network"]), config, path)
    print(f"{path}: {Path(path).stat().st_size / 1e6:.1f} MB, step {kept['done']} of {kept['steps']}")


if __name__ == "__main__":
    main()
