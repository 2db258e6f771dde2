"""Stage 2: the base model's own vector of every sentence, so that fine-tuning need not ruin its sense of likeness.

    python train/likeness.py WORK BASE

Reads WORK/training.pt, writes WORK/likeness.pt: one half-precision row a unit, and the row of (document, unit).
"""

import json
import sys
import time
from pathlib import Path

import torch
from torch.nn import functional

from network import base
from windows import Document, padded, window

FEWEST_WORDS = 4


def units(documents):
    """(document, unit, first word, one past the last) of every text that is likened."""
    for document in documents:
        item = document.item
        if "names" in item and "roles" not in item:
            continue
        if document.is_whole:
            yield document, 0, 0, len(item["lengths"])
            continue
        first = int(item["sentences"][0])
        for start, end in zip(document.sentence_starts, document.sentence_starts[1:]):
            if end - start >= FEWEST_WORDS:
                yield document, int(item["sentences"][start]) - first, start, end


def vectors(network, batch):
    """The mean over all pieces, as the base model was trained; its own reading has no marks."""
    hidden = network.encode(batch["pieces"], torch.zeros_like(batch["marks"]), batch["is_piece"]).float()
    real = batch["is_piece"][..., None]
    return functional.normalize((hidden * real).sum(1) / real.sum(1), dim=-1)


def main():
    work, folder = Path(sys.argv[1]), Path(sys.argv[2])
    network = base(folder, json.loads((work / "labels.json").read_text())).bfloat16().eval()
    documents = [Document(item, number) for number, item in enumerate(torch.load(work / "training.pt"))]
    wanted = sorted(units(documents), key=lambda unit: unit[0].size(unit[2], unit[3]))
    rows, begun, done = [], time.time(), 0
    with torch.inference_mode():
        while done < len(wanted):
            document, _, start, end = wanted[min(done + 100, len(wanted) - 1)]
            count = max(1, 8000 // document.size(start, end))
            part = wanted[done : done + count]
            batch = padded([window(document, start, end) for document, _, start, end in part])
            rows.append(vectors(network, batch).half())
            done += len(part)
    places = {(document.number, unit): row for row, (document, unit, _, _) in enumerate(wanted)}
    torch.save({"rows": torch.cat(rows), "places": places}, work / "likeness.pt")
    print(f"{len(wanted)} sentences in {time.time() - begun:.0f} s")


if __name__ == "__main__":
    main()
