#!/usr/bin/env python3
"""Scores `sayso::linking` on the development splits of Emergent and STS-B and fails below recorded floors.

    benches/linking.py FOLDER          FOLDER holds data/claims
    benches/linking.py FOLDER train    opposition on the training split, where its rules were written; no floors

The floors stand here because raising one is a decision. What each counts is told in docs/crossref.md.
"""

import pathlib
import statistics
import sys
from itertools import accumulate

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "train"))

import pairs
import sources

FLOORS = {"same_claim_f1": 0.93, "same_claim_recall": 0.88, "likeness": 0.82,
          "opposed_precision": 0.80, "opposed_recall": 0.15}


def main():
    sources.DATA = pathlib.Path(sys.argv[1]) / "data"
    if sys.argv[2:] == ["train"]:
        opposed(*pairs.headlines("train"))
        return
    headlines = pairs.headlines("dev")
    scores = same_claim(*headlines) | likeness(*pairs.sentences("dev")) | opposed(*headlines)
    for measure, floor in FLOORS.items():
        score = scores[measure]
        print(f"{measure}: {score:.3f}, floor {floor:.2f}{'' if score >= floor else '  BELOW THE FLOOR'}")
    sys.exit(0 if all(scores[measure] >= floor for measure, floor in FLOORS.items()) else 1)


def is_one_claim(rows, pair):
    return rows[pair.one]["cluster"] == rows[pair.other]["cluster"]


def same_claim(rows, found):
    """How well the score tells pairs of headlines on one claim from all others, at every threshold."""
    ranked = sorted(found, key=lambda pair: -pair.score)
    hits = list(accumulate(is_one_claim(rows, pair) for pair in ranked))
    precision = [right / place for place, right in enumerate(hits, 1)]
    recall = [right / hits[-1] for right in hits]
    f1 = [2 * right * whole / max(right + whole, 1e-9) for right, whole in zip(precision, recall, strict=True)]
    best = f1.index(max(f1))
    sure = max((at for at, right in enumerate(precision) if right >= 0.95), default=0)
    print(f"same claim: F1 {f1[best]:.3f} at {ranked[best].score:.3f}; recall {recall[sure]:.3f} at 95 % precision, "
          f"at {ranked[sure].score:.3f}; {hits[-1]} of {len(ranked)} pairs")
    for cut in (0.3, 0.5, 0.7, 0.9):
        last = sum(pair.score >= cut for pair in ranked) - 1
        print(f"  from {cut}: precision {precision[last]:.3f}, recall {recall[last]:.3f}")
    return {"same_claim_f1": f1[best], "same_claim_recall": recall[sure]}


def likeness(found, people):
    """How far the score goes with the likeness that people see."""
    pearson = statistics.correlation([pair.score for pair in found], people)
    print(f"likeness: Pearson {pearson:.3f}, {len(found)} pairs")
    return {"likeness": pearson}


def opposed(rows, found):
    """How right opposition is, among pairs of headlines on one claim; the floors are for those that take a side."""
    stances = lambda pair: {rows[pair.one]["stance"], rows[pair.other]["stance"]}
    one_claim = [pair for pair in found if is_one_claim(rows, pair)]
    sided = [pair for pair in one_claim if "observing" not in stances(pair)]
    is_hit = lambda pair: stances(pair) == {"for", "against"}
    for told, among in (("all pairs of one claim", one_claim), ("pairs that take a side", sided)):
        told_opposed = [pair for pair in among if pair.rule]
        hits = sum(map(is_hit, told_opposed))
        precision, recall = hits / max(len(told_opposed), 1), hits / sum(map(is_hit, among))
        print(f"opposed, {told}: precision {precision:.3f}, recall {recall:.3f}, "
              f"found {len(told_opposed)} of {len(among)}")
    for rule in sorted({pair.rule for pair in found if pair.rule}):
        those = [pair for pair in found if pair.rule == rule]
        inside = [pair for pair in those if is_one_claim(rows, pair)]
        print(f"  by {rule}: {sum(map(is_hit, inside))} right of {len(inside)}; "
              f"{len(those) - len(inside)} between different claims")
    return {"opposed_precision": precision, "opposed_recall": recall}


if __name__ == "__main__":
    main()
