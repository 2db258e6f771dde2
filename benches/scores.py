#!/usr/bin/env python3
"""Scores `sayso analyze` with each of its models on the development split of PolNeAR and fails below recorded floors.

    benches/scores.py FOLDER      FOLDER holds data/polnear/dev.jsonl.gz and tools/attribution_eval.py

The floors stand here because raising one is a decision: it belongs in a commit, with the score that allows it.
"""

import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

# F1 in percent on the development split, by model.
FLOORS = {
    "standard": {"content_token": 89.0, "content_relaxed": 78.0},
    "small": {"content_token": 87.0, "content_relaxed": 75.0},
}

PROGRAM = pathlib.Path(__file__).resolve().parent.parent / "target" / "release" / "sayso"


def main():
    folder = pathlib.Path(sys.argv[1])
    gold = folder / "data" / "polnear" / "dev.jsonl.gz"
    with tempfile.TemporaryDirectory() as scratch:
        texts = pathlib.Path(scratch) / "texts"
        with gzip.open(gold, "rt", encoding="utf-8") as lines, open(texts, "w", encoding="utf-8") as out:
            for line in lines:
                article = json.loads(line)
                out.write(json.dumps({"id": article["id"], "text": article["text"]}) + "\n")
        held = [holds(folder, gold, texts, model) for model in FLOORS]
    sys.exit(0 if all(held) else 1)


def holds(folder, gold, texts, model):
    """Prints the scores of one model; tells whether all reach their floors."""
    found, scores = texts.with_name(f"{model}.jsonl"), texts.with_name(f"{model}.json")
    with open(texts, "rb") as stdin, open(found, "wb") as stdout:
        subprocess.run([PROGRAM, "analyze", "--model", model], stdin=stdin, stdout=stdout, check=True)
    scorer = folder / "tools" / "attribution_eval.py"
    subprocess.run([sys.executable, scorer, "--gold", gold, "--pred", found, "--json", scores], check=True)
    measured = json.loads(scores.read_text(encoding="utf-8"))
    is_held = True
    for measure, floor in FLOORS[model].items():
        f1 = 100 * measured[measure]["all"]["f1"]
        is_held &= f1 >= floor
        print(f"{model}, {measure}: F1 {f1:.1f}, floor {floor:.1f}{'' if f1 >= floor else '  BELOW THE FLOOR'}")
    return is_held


if __name__ == "__main__":
    main()
