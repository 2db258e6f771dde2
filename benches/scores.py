#!/usr/bin/env python3
"""Scores `sayso analyze` on the development split of PolNeAR and fails below the recorded floors.

    benches/scores.py FOLDER      FOLDER holds data/polnear/dev.jsonl.gz and tools/attribution_eval.py

The floors stand here because raising one is a decision: it belongs in a commit, with the score that allows it.
"""

import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

# F1 in percent on the development split.
FLOORS = {"content_token": 89.0, "content_relaxed": 78.0}

PROGRAM = pathlib.Path(__file__).resolve().parent.parent / "target" / "release" / "sayso"


def main():
    folder = pathlib.Path(sys.argv[1])
    gold = folder / "data" / "polnear" / "dev.jsonl.gz"
    with tempfile.TemporaryDirectory() as scratch:
        texts, found, scores = (pathlib.Path(scratch) / name for name in ("texts", "found.jsonl", "scores.json"))
        with gzip.open(gold, "rt", encoding="utf-8") as lines, open(texts, "w", encoding="utf-8") as out:
            for line in lines:
                article = json.loads(line)
                out.write(json.dumps({"id": article["id"], "text": article["text"]}) + "\n")
        with open(texts, "rb") as stdin, open(found, "wb") as stdout:
            subprocess.run([PROGRAM, "analyze"], stdin=stdin, stdout=stdout, check=True)
        scorer = folder / "tools" / "attribution_eval.py"
        subprocess.run(
            [sys.executable, scorer, "--gold", gold, "--pred", found, "--json", scores], check=True)
        measured = json.loads(scores.read_text(encoding="utf-8"))
    missed = False
    for measure, floor in FLOORS.items():
        f1 = 100 * measured[measure]["all"]["f1"]
        missed |= f1 < floor
        print(f"{measure}: F1 {f1:.1f}, floor {floor:.1f}{'  BELOW THE FLOOR' if f1 < floor else ''}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
