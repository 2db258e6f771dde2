"""Whether the product divides words into pieces as the base model's own tokenizer does.

    pip install tokenizers==0.23.3
    python train/agreement.py WORK BASE

Takes 10,000 sentences of the training texts, each as one stretch of text, and prints how many have the same pieces.
"""

import random
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer

from prepare import prepared
from windows import Document

COUNT = 10_000


def sentences(items):
    for item in items:
        words = item["words"].tolist()
        bounds = Document(item, 0).sentence_starts
        for first, end in zip(bounds, bounds[1:]):
            yield item["text"][words[first][0] : words[end - 1][1]]


def main():
    work, base = Path(sys.argv[1]), Path(sys.argv[2])
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    texts = random.Random(1).sample(list(sentences(torch.load(work / "training.pt"))), COUNT)
    documents = [{"id": number, "text": text, "words": [[[0, len(text)]]]} for number, text in enumerate(texts)]
    same = 0
    for document, divided in prepared(documents, work / "vocabulary.txt"):
        theirs = tokenizer.encode(document["text"], add_special_tokens=False).ids
        if divided["pieces"][0] == theirs:
            same += 1
        else:
            print(repr(document["text"]), file=sys.stderr)
    print(f"{same} of {COUNT} sentences have the same pieces")


if __name__ == "__main__":
    main()
