"""How well the product's vectors tell likeness: Pearson's correlation with people's scores, STS benchmark, development.

    python train/likeness_score.py standard|FILE
"""

import json
import subprocess
import sys

import sources


def correlation(xs, ys):
    mean = lambda values: sum(values) / len(values)
    x, y = mean(xs), mean(ys)
    shared = sum((a - x) * (b - y) for a, b in zip(xs, ys))
    return shared / (sum((a - x) ** 2 for a in xs) * sum((b - y) ** 2 for b in ys)) ** 0.5


def main():
    rows = list(sources.rows("claims/stsb-dev.jsonl.gz"))
    texts = "".join(json.dumps({"text": row[side]}) + "\n" for row in rows for side in "ab")
    command = ["cargo", "run", "--release", "--quiet", "--example", "vectors", sys.argv[1]]
    answer = subprocess.run(command, input=texts, text=True, capture_output=True, check=True)
    vectors = [json.loads(line) for line in answer.stdout.splitlines()]
    likeness = [sum(a * b for a, b in zip(*vectors[at : at + 2])) for at in range(0, len(vectors), 2)]
    print(f"likeness: Pearson {correlation(likeness, [row['score'] for row in rows]):.3f}, {len(rows)} pairs")


if __name__ == "__main__":
    main()
