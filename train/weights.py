"""Counts in how many paragraphs of news each content word stands (src/linking/weights.rs).

    python train/weights.py > src/linking/tables/weights.txt

Counts training texts only: articles of FNC and PolNeAR, known claims, headlines of Emergent, sentences of the STS
benchmark. Only counts of single words leave them, in steps of a hundredth of the scale; what stands in fewer than
LEAST paragraphs is left out and weighs as much as a word never seen.
"""

import json
import math
import subprocess
from collections import Counter, defaultdict

import sources

LEAST = 3
STEPS = 100
# The scale ends at one paragraph in this many.
PARAGRAPHS = 50_000


def paragraphs():
    for path in ("claims/fnc-articles-train.jsonl.gz", "polnear/train.jsonl.gz"):
        for row in sources.rows(path):
            yield from (part for part in row["text"].split("\n") if part.strip())
    for path, fields in (("known-lie-pool", ["text"]), ("emergent-train", ["text"]), ("stsb-train", ["a"])):
        for row in sources.rows(f"claims/{path}.jsonl.gz"):
            yield from (row[field] for field in fields)


def main():
    given = "".join(json.dumps({"text": text}) + "\n" for text in paragraphs())
    command = ["cargo", "run", "--release", "--quiet", "--example", "statements", "words"]
    answer = subprocess.run(command, input=given, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    found = [set(json.loads(line)) for line in answer.stdout.splitlines()]
    counts = Counter(word for words in found for word in words)
    steps = defaultdict(list)
    for word, count in counts.items():
        if count >= LEAST and " " not in word:
            share = count / len(found)
            steps[min(STEPS, round(-STEPS * math.log(share) / math.log(PARAGRAPHS)))].append(word)
    print("# What content words weigh, in hundredths: 0 stands in every paragraph of news. Written by train/weights.py.")
    for step in sorted(steps):
        print(f"{step}: {' '.join(sorted(steps[step]))}")


if __name__ == "__main__":
    main()
