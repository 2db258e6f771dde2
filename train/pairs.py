"""Pairs of claims as linking sees them: measures, score and opposition, asked of the product (statements.rs).

Serves alike.py, keys.py and benches/linking.py; needs the standard library alone.
"""

import json
import subprocess
from typing import NamedTuple

import sources


class Pair(NamedTuple):
    """Two texts by their places among those given; the rule is that of their opposition, None where there is none."""

    one: int
    other: int
    measures: tuple
    score: float
    rule: str | None


def product(example, *arguments, given=""):
    """The lines that an example of the product answers to what it is given."""
    command = ["cargo", "run", "--release", "--quiet", "--example", example, "--", *arguments]
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout.splitlines()


def vectors(texts):
    given = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    return [json.loads(line) for line in product("vectors", "standard", given=given)]


def compared(texts, groups):
    """Every two texts of one group."""
    rows = [{"text": text, "vector": vector, "group": group}
            for text, vector, group in zip(texts, vectors(texts), groups, strict=True)]
    lines = product("statements", "features", given="".join(json.dumps(row) + "\n" for row in rows))
    found = []
    for line in lines:
        one, other, *measures, score, rule, _ = line.split(" ")
        measures = tuple(map(float, measures))
        found.append(Pair(int(one), int(other), measures, float(score), None if rule == "-" else rule))
    return found


def headlines(split):
    """Emergent's headlines, each with its claim ("cluster") and stance, and every two of them."""
    rows = list(sources.rows(f"claims/emergent-{split}.jsonl.gz"))
    return rows, compared([row["text"] for row in rows], [0] * len(rows))


def sentences(split):
    """The pairs of the STS benchmark, and how alike people found each, 0 to 1."""
    rows = list(sources.rows(f"claims/stsb-{split}.jsonl.gz"))
    texts = [row[side] for row in rows for side in "ab"]
    return compared(texts, [at // 2 for at in range(len(texts))]), [row["score"] / 5 for row in rows]
