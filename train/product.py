"""Asks the product about raw texts as a user would, and counts how far its answers agree with people's.

Serves conllu.py, iob2.py, identity.py and benches/peers/compare.py.
"""

import json
import subprocess
import sys


def analyzed(program, texts, *flags, more=None):
    """The answer of `sayso analyze` to each text, in order; `more` is what else each line says."""
    command = [program, "analyze", *flags]
    more = more or [{}] * len(texts)
    lines = ({"id": number, "text": text, **also} for number, (text, also) in enumerate(zip(texts, more, strict=True)))
    sent = "".join(json.dumps(line) + "\n" for line in lines)
    done = subprocess.run(command, input=sent, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: ended with status {done.returncode}; its own message stands above")
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    if [answer["id"] for answer in answers] != list(range(len(texts))):
        sys.exit(f"{' '.join(command)}: {len(answers)} answers to {len(texts)} texts, or in another order")
    return answers


class Agreement:
    """How many of the things wanted were found, summed over texts."""

    def __init__(self):
        self.right = self.found = self.wanted = 0

    def add(self, right, found, wanted):
        self.right += right
        self.found += found
        self.wanted += wanted

    def precision(self):
        return 100 * self.right / max(self.found, 1)

    def recall(self):
        return 100 * self.right / max(self.wanted, 1)

    def f1(self):
        return 200 * self.right / max(self.found + self.wanted, 1)

    def row(self):
        """The figures as they are printed and written."""
        return {"precision": round(self.precision(), 2), "recall": round(self.recall(), 2), "f1": round(self.f1(), 2),
                "right": self.right, "found": self.found, "wanted": self.wanted}


def table(title, agreements):
    """One line for each named agreement, under a title."""
    print(f"{title:<28} precision  recall      F1    right    found   wanted")
    for name, it in agreements.items():
        print(f"{name:<28} {it.precision():9.2f} {it.recall():7.2f} {it.f1():7.2f} {it.right:8} {it.found:8} {it.wanted:8}")
