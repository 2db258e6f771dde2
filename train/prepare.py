"""Stage 1: documents → words, marks and pieces as the product sees them, with the labels laid over them.

    python train/prepare.py WORK BASE

Writes WORK/vocabulary.txt, WORK/training.pt, WORK/development.pt and WORK/labels.json. The dividing is done by the product itself
(train/prepare.rs), so that training and use can never differ. Takes about two minutes.
"""

import json
import subprocess
import sys
from pathlib import Path

import numpy
import torch

import sources
from labels import NAMES, OUTSIDE, ROLES, UPOS, bits

NONE = -1
# Closes a list of labels, once training has been read.
LAST = None


def vocabulary(base):
    """The pieces of the base model, one a line, in the order of their numbers."""
    pieces = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return "".join(piece + "\n" for piece, _ in sorted(pieces.items(), key=lambda entry: entry[1]))


def prepared(documents, path):
    """Yields each document with its words, in order."""
    command = ["cargo", "run", "--quiet", "--example", "prepare", str(path)]
    sent = "".join(json.dumps({key: d[key] for key in ("id", "text", "words") if key in d}) + "\n" for d in documents)
    answer = subprocess.run(command, input=sent, text=True, capture_output=True, check=True)
    for document, line in zip(documents, answer.stdout.splitlines(), strict=True):
        yield document, json.loads(line)


def overlapping(starts, ends, start, end):
    """The words that share a character with a span, as (first, one past the last)."""
    return int(numpy.searchsorted(ends, start, "right")), int(numpy.searchsorted(starts, end, "left"))


def labelled(document, divided, seen):
    words = numpy.array(divided["words"], dtype=numpy.int64).reshape(-1, 2)
    starts, ends = words[:, 0], words[:, 1]
    count = len(words)
    item = {
        "id": document["id"],
        "pieces": torch.tensor([piece for word in divided["pieces"] for piece in (word or [100])], dtype=torch.int32),
        "lengths": torch.tensor([max(1, len(word)) for word in divided["pieces"]], dtype=torch.int32),
        "marks": torch.tensor(divided["marks"], dtype=torch.int8),
        "sentences": torch.tensor(divided["sentences"], dtype=torch.int32),
        "paragraphs": torch.tensor(divided["paragraphs"], dtype=torch.int32),
        "words": torch.tensor(words, dtype=torch.int32),
        "text": document["text"],
    }
    if "roles" in document:
        roles = torch.zeros(count, dtype=torch.int8)
        for start, end, role in document["roles"]:
            first, last = overlapping(starts, ends, start, end)
            roles[first:last] = ROLES.index(f"I-{role}")
            roles[first:min(first + 1, last)] = ROLES.index(f"B-{role}")
        item["roles"] = roles
    if "names" in document:
        names = torch.full((count,), OUTSIDE | bits("B", document["unnamed"]) | bits("I", document["unnamed"]),
                           dtype=torch.int32)
        for start, end, kinds in document["names"]:
            first, last = overlapping(starts, ends, start, end)
            names[first:last] = bits("I", kinds)
            names[first:min(first + 1, last)] = bits("B", kinds)
        item["names"] = names
        item["is_silver"] = document.get("is_silver", False)
    if "syntax" in document:
        rows = [row for sentence in document["syntax"] for row in sentence]
        offsets = [first for sentence, first in zip(document["syntax"], firsts(document["syntax"])) for _ in sentence]
        own = [position for sentence in document["syntax"] for position in range(len(sentence))]
        item["upos"] = torch.tensor([UPOS.index(row[0]) for row in rows], dtype=torch.int8)
        item["xpos"] = torch.tensor([number(seen["xpos"], row[1]) for row in rows], dtype=torch.int8)
        item["deprel"] = torch.tensor([number(seen["deprel"], row[3]) for row in rows], dtype=torch.int8)
        heads = [first + (row[2] - 1 if row[2] else place) for row, first, place in zip(rows, offsets, own)]
        item["heads"] = torch.tensor(heads, dtype=torch.int32)
    for key in ("worth", "pair"):
        if key in document:
            item[key] = document[key]
    return item


def firsts(sentences):
    at = 0
    for sentence in sentences:
        yield at
        at += len(sentence)


def number(seen, label):
    """A label's number, in order of first appearance; a label that training lacks has none."""
    if LAST in seen and label not in seen:
        return NONE
    return seen.setdefault(label, len(seen))


def main():
    work = Path(sys.argv[1])
    work.mkdir(parents=True, exist_ok=True)
    (work / "vocabulary.txt").write_text(vocabulary(Path(sys.argv[2])), encoding="utf-8")
    seen = {"xpos": {}, "deprel": {}}
    for name, documents in (("training", sources.training()), ("development", sources.development())):
        documents = [d for d in documents if d["text"].strip()]
        items = []
        for document, divided in prepared(documents, work / "vocabulary.txt"):
            if divided["words"]:
                items.append(labelled(document, divided, seen))
        torch.save(items, work / f"{name}.pt")
        words = sum(len(item["lengths"]) for item in items)
        pieces = sum(len(item["pieces"]) for item in items)
        print(f"{name}: {len(items)} documents, {words} words, {pieces} pieces")
        if name == "training":
            for list_ in seen.values():
                list_[LAST] = len(list_)
            labels = {"roles": ROLES, "names": NAMES, "upos": UPOS} | {key: list(value)[:-1] for key, value in seen.items()}
            (work / "labels.json").write_text(json.dumps(labels, indent=1))
            print({key: len(value) for key, value in labels.items()})


if __name__ == "__main__":
    main()
