"""How often claims of each score are right: the reliability table of docs/attribution.md, PolNeAR, development split.

    python train/reliability.py SAYSO

A claim is right when half of the words of it and of an attribution marked by people, taken together, are shared (as
`relaxed` in the scores); each attribution is found once. Also prints the odds by which scores would have to be multiplied
to agree with the shares, fitted on either half of the articles.
"""

import math
import re
import sys

import sources
from product import analyzed

STEP = 0.1


def words(text, spans):
    return {start + word.start() for start, end in spans for word in re.finditer(r"\w+", text[start:end])}


def judged(row, answer):
    """(score, whether it is right) of each claim that is not narrated."""
    wanted = [words(row["text"], attribution["content"]) for attribution in row["attributions"]]
    claims = [claim for claim in answer["claims"] if claim["form"] != "narrated"]
    for claim in sorted(claims, key=lambda claim: -claim["score"]):
        found = words(row["text"], claim["content"])
        shared = [len(found & other) / len(found | other) if other else 0.0 for other in wanted]
        best = max(range(len(wanted)), key=shared.__getitem__, default=None)
        is_right = best is not None and shared[best] >= 0.5
        if is_right:
            wanted[best] = set()
        yield claim["score"], is_right


def missing_odds(claims):
    """The factor at which the odds of all scores give as many right claims as there are."""
    low, high = math.log(0.1), math.log(10)
    for _ in range(50):
        middle = (low + high) / 2
        expected = sum(1 / (1 + math.exp(-middle) * (1 - score) / score) for score, _ in claims)
        low, high = (middle, high) if expected < sum(right for _, right in claims) else (low, middle)
    return math.exp(low)


def main():
    rows = list(sources.rows("polnear/dev.jsonl.gz"))
    answers = analyzed(sys.argv[1], [row["text"] for row in rows])
    by_article = [list(judged(row, answer)) for row, answer in zip(rows, answers)]
    claims = [claim for article in by_article for claim in article]
    print("| score | claims | mean score | right |\n|---|---|---|---|")
    for step in range(10):
        part = [claim for claim in claims if min(int(claim[0] / STEP), 9) == step]
        if part:
            score, right = (sum(column) / len(part) for column in zip(*part))
            print(f"| {step * STEP:.1f} to {(step + 1) * STEP:.1f} | {len(part)} | {score:.2f} | {right:.2f} |")
    for half in (0, 1):
        part = [claim for article in by_article[half::2] for claim in article]
        print(f"half {half + 1}: odds lack a factor of {missing_odds(part):.2f}")


if __name__ == "__main__":
    main()
