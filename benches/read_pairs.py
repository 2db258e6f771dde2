#!/usr/bin/env python3
"""What is linked of the pairs that were read (read_pairs.txt), in a corpus that `sayso ingest` made of their articles.

    benches/read_pairs.py CORPUS.db

Of each rule, how many of the read pairs it links, and how they were judged; and of the pairs that say the same, how many are
linked as echoes. Where several read a pair, each verdict counts in its part.
"""

import sqlite3
import sys
from collections import defaultdict
from pathlib import Path

PAIRS = Path(__file__).with_name("read_pairs.txt")
LINKS = """SELECT one.claim_id, other.claim_id, claim_link.rule, claim_link.relation
           FROM claim_link JOIN claim AS one ON one.id = claim_a JOIN claim AS other ON other.id = claim_b"""


def read_pairs():
    for line in PAIRS.read_text().splitlines():
        if not line.startswith("#"):
            one, other, speakers, closeness, verdicts = line.split()
            yield frozenset((one, other)), speakers, float(closeness), verdicts


def main():
    corpus = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    links = {frozenset((one, other)): (rule, relation) for one, other, rule, relation in corpus.execute(LINKS)}
    by_rule, same = defaultdict(list), defaultdict(list)
    for pair, speakers, closeness, verdicts in read_pairs():
        share = {verdict: verdicts.count(verdict) / len(verdicts) for verdict in "SPTC"}
        rule, relation = links.get(pair, ("", ""))
        if rule:
            by_rule[rule, speakers].append(share)
        if share["S"] > 0.5:
            same[speakers, min(int(closeness * 10), 7)].append(relation == "echo")
    print("rule          said by   linked   same  part  topic  opposed")
    for (rule, speakers), shares in sorted(by_rule.items()):
        means = (sum(share[verdict] for share in shares) / len(shares) for verdict in "SPTC")
        print(f"{rule:13} {speakers:8} {len(shares):7}   {'  '.join(f'{mean:.2f}' for mean in means)}")
    print("\nsaid by   closeness from   the same   of these linked")
    for (speakers, step), linked in sorted(same.items()):
        print(f"{speakers:8} {step / 10:15.1f} {len(linked):10} {sum(linked):17}")


if __name__ == "__main__":
    main()
