#!/usr/bin/env python3
"""Scores `sayso::linking` on the development splits of Emergent and STS-B and fails below recorded floors.

    benches/linking.py FOLDER     FOLDER holds data/claims; needs numpy

The floors stand here because raising one is a decision. What each counts is told in docs/crossref.md.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "train"))

import alike
import sources

FLOORS = {"same_claim_f1": 0.93, "same_claim_recall": 0.88, "likeness": 0.82,
          "opposed_precision": 0.80, "opposed_recall": 0.15}


def main():
    sources.DATA = pathlib.Path(sys.argv[1]) / "data"
    scores = alike.score()
    for measure, floor in FLOORS.items():
        score = scores[measure]
        print(f"{measure}: {score:.3f}, floor {floor:.2f}{'' if score >= floor else '  BELOW THE FLOOR'}")
    sys.exit(0 if all(scores[measure] >= floor for measure, floor in FLOORS.items()) else 1)


if __name__ == "__main__":
    main()
