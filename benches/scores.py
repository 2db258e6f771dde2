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

# F1 in percent on the development split, by model; the last is the share of found contents with the right source.
FLOORS = {
    "standard": {"content_exact": 64.0, "content_relaxed": 78.5, "content_token": 90.0, "cue": 82.5,
                 "source_content": 72.0, "attribution_accuracy": 92.0},
    "small": {"content_exact": 58.0, "content_relaxed": 76.0, "content_token": 88.5, "cue": 81.0,
              "source_content": 68.0, "attribution_accuracy": 90.0},
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
        all_ = measured[measure]["all"]
        score = 100 * all_.get("f1", all_.get("accuracy", 0.0))
        is_held &= score >= floor
        print(f"{model}, {measure}: {score:.1f}, floor {floor:.1f}{'' if score >= floor else '  BELOW THE FLOOR'}")
    return is_held


if __name__ == "__main__":
    main()
