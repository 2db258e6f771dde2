#!/usr/bin/env python3
"""Recall of quote reuse against brute force, on a corpus that `sayso ingest` made.

    benches/quotes.py CORPUS.db

Brute force: every two counted articles in which eight equal words in a row stand inside quotation marks of one paragraph
each, paragraphs carried over word for word left out. Found: the two articles have claims that echo each other by the rule
`quotation`, or in one cluster. Quotation marks are paired here by a plain pattern, not by sayso's reading of the text.
"""

import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict

RUN = 8
# No mark of the same sort inside, and no end of paragraph: what is not paired is left out.
QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|''([^']+)''")


def words(text):
    plain = unicodedata.normalize("NFKD", text).casefold().replace("’", "'")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found = re.findall(r"[\w'.]+", plain)
    return [word for word in ("".join(filter(str.isalnum, re.sub(r"'s$", "", word))) for word in found) if word]


def main():
    corpus = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    read = corpus.execute("""SELECT article.id, paragraph.text FROM paragraph JOIN article ON article.id = paragraph.article
                             WHERE article.is_counted AND paragraph.kind NOT IN ('boilerplate', 'repeat')""")
    places = defaultdict(set)
    for article, text in read:
        for groups in QUOTED.findall(text):
            quoted = words("".join(groups))
            for at in range(len(quoted) - RUN + 1):
                places[tuple(quoted[at:at + RUN])].add((article, text))
    wanted = set()
    for standing in places.values():
        for one, here in standing:
            wanted |= {(one, other) for other, there in standing if one < other and here != there}
    linked = corpus.execute("""SELECT min(a.article, b.article), max(a.article, b.article)
                               FROM claim_link JOIN claim AS a ON a.id = claim_a JOIN claim AS b ON b.id = claim_b
                               WHERE relation = 'echo' AND rule = 'quotation'
                               UNION
                               SELECT DISTINCT a.article, b.article
                               FROM echo_member AS one JOIN echo_member AS other ON other.cluster = one.cluster
                               JOIN claim AS a ON a.id = one.claim JOIN claim AS b ON b.id = other.claim
                               WHERE a.article < b.article""")
    found = set(linked)
    missed = sorted(wanted - found)
    print(f"{len(wanted)} pairs of articles share {RUN} quoted words, {len(wanted & found)} are linked")
    for one, other in missed[:20]:
        runs = [" ".join(run) for run, standing in places.items() if {one, other} <= {article for article, _ in standing}]
        print(f"  missed: articles {one} and {other}: {runs[0]}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
