"""How many of the links that people see in the sample pieces sayso finds (fixtures/gold/links.txt), and what else it finds.

    python3 benches/sample.py [SAYSO]

Reads the sample pieces with SAYSO (target/release/sayso) and holds FLOORS. An echo counts
as found where both claims are in one cluster; a shift as a dispute of one actor with itself.
"""

import csv
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "fixtures/gold"
# Found of those listed, at least.
FLOORS = {"echo": 9, "dispute": 4, "shift": 1}


def words(text):
    return re.sub(r"[^a-z0-9]+", " ", text.lower().replace("’", "").replace("'", "")).strip()


def tables(sayso):
    """The tables of a corpus of the sample pieces."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = f"{folder}/sample.db"
        subprocess.run([sayso, "-d", corpus, "ingest", ROOT / "fixtures/articles"], check=True, capture_output=True)
        subprocess.run([sayso, "-d", corpus, "export", "--all", f"{folder}/csv"], check=True, capture_output=True)
        for name in ("articles", "claims", "links"):
            with open(f"{folder}/csv/{name}.csv", encoding="utf-8-sig", newline="") as lines:
                yield list(csv.DictReader(lines))


def pairs():
    """(relation, how it can be told, first claim, second claim) of the gold, claims as they are written there."""
    text = (GOLD / "links.txt").read_text(encoding="utf-8")
    return re.findall(r"^(echo|dispute|shift)  (.*)\na: (.*)\nb: (.*)", text, re.M)


def article(piece, articles):
    """The id of the article of a gold file."""
    headline = re.search(r"^headline: (.*)", (GOLD / f"{piece}.txt").read_text(encoding="utf-8"), re.M)[1]
    date = re.match(r"\d{4}-\d\d-\d\d|", piece)[0]
    fitting = [row for row in articles if words(row["headline"]) == words(headline)]
    return next(row["article_id"] for row in fitting if date in ("", row["published_on"]) or len(fitting) == 1)


def claim(written, articles, claims):
    """The claim that a line of the gold names; None where analysis finds none that says it."""
    piece, paragraph, said = re.match(r"(\S+)\s+¶(\d+)\s+(.*)", written).groups()
    there = article(piece, articles)
    fitting = [row for row in claims if (row["article_id"], row["paragraph"]) == (there, paragraph)
               and words(said) in words(row["content"])]
    return min(fitting, key=lambda row: len(row["content"]), default=None)


def joined(links):
    """Each claim with the name of its cluster of echoes."""
    home = {}

    def root(one):
        while home.setdefault(one, one) != one:
            one = home[one]
        return one

    for row in links:
        if row["relation"] == "echo":
            home[root(row["claim_a"])] = root(row["claim_b"])
    return root


def main():
    sayso = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "target/release/sayso")
    articles, claims, links = tables(sayso)
    root, opposed = joined(links), {frozenset((row["claim_a"], row["claim_b"])) for row in links if row["relation"] != "echo"}
    told, expected = defaultdict(list), set()
    for relation, how, *written in pairs():
        one, other = (claim(line, articles, claims) for line in written)
        if one and other:
            ids = one["claim_id"], other["claim_id"]
            expected.add(frozenset(ids))
            is_found = root(ids[0]) == root(ids[1]) if relation == "echo" else frozenset(ids) in opposed
            verdict = "found" if is_found else "missed"
        else:
            verdict = "no claim"
        told[relation].append(verdict)
        print(f"{verdict:8} {relation} {how}\n         {written[0]}\n         {written[1]}")
    by_id = {row["claim_id"]: row for row in claims}
    for row in links:
        if frozenset((row["claim_a"], row["claim_b"])) not in expected:
            print(f"besides  {row['relation']} by {row['rule']}")
            for side in (row["claim_a"], row["claim_b"]):
                print(f"         {by_id[side]['speaker']} ({by_id[side]['cue']}): {by_id[side]['content']}")
    failed = False
    for relation, verdicts in told.items():
        found = verdicts.count("found")
        print(f"{relation}: {found} of {len(verdicts)} found, {verdicts.count('no claim')} of a claim that analysis does not find")
        failed |= found < FLOORS[relation]
    sys.exit(failed)


if __name__ == "__main__":
    main()
