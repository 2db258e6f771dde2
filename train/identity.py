"""Scores who is the same: B-cubed and CEAF-e over named mentions, beside "the same string is the same entity".

    python train/identity.py SAYSO [--model standard|small|FILE]

(a) inside documents, GUM; (b) across documents, GUM by Wikipedia title; (c) across the articles of a topic, ECB+ (people,
organisations and places in checked sentences). Each with the names people marked (identity alone) and with those the
product finds (end to end). Pronouns: those of people that GUM chains to a name, inside documents.

B-cubed: Bagga and Baldwin (1998); CEAF-e: Luo (2005), with phi 4.
"""

import argparse
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from itertools import chain

import sources
from product import Agreement, analyzed, table

TYPES = {"person": "person", "organization": "organisation", "place": "place", "event": "event",
         "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
PEOPLE = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}


def normalized(name):
    """The string as the baseline compares it: no case, accents, articles or marks."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = re.findall(r"\w+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    return " ".join(word for word in words if word not in ("the", "s"))


def clusters(labelled):
    """{mention: label} → the sets of mentions of one label; a mention without one is alone."""
    by_label = defaultdict(set)
    for mention, label in labelled.items():
        by_label[("alone", mention) if label is None else label].add(mention)
    return list(by_label.values())


def b_cubed(wanted, found):
    """(recall, precision) numerators and denominators; a mention that the other side lacks shares nothing."""
    home = {mention: cluster for cluster in wanted for mention in cluster}
    shared = Counter()
    for number, cluster in enumerate(found):
        for mention in cluster:
            if mention in home:
                shared[number, id(home[mention])] += 1
    size = {id(cluster): len(cluster) for cluster in wanted}
    recall = sum(count * count / size[other] for (_, other), count in shared.items())
    precision = sum(count * count / len(found[number]) for (number, _), count in shared.items())
    return recall, sum(map(len, wanted)), precision, sum(map(len, found))


def ceaf_e(wanted, found):
    """The same for CEAF-e: the best pairing of entities, each pair worth 2·shared / (sizes together)."""
    home = {mention: number for number, cluster in enumerate(wanted) for mention in cluster}
    worth = defaultdict(dict)
    for number, cluster in enumerate(found):
        for other, count in Counter(home[mention] for mention in cluster if mention in home).items():
            worth[number][other] = 2 * count / (len(cluster) + len(wanted[other]))
    best = paired(worth)
    return best, len(wanted), best, len(found)


def paired(worth):
    """The greatest sum of a pairing: {left: {right: worth}}, part by connected part, by the Hungarian method."""
    total = 0.0
    by_right = defaultdict(set)
    for left, rights in worth.items():
        for right in rights:
            by_right[right].add(left)
    waiting = set(worth)
    while waiting:
        lefts, rights, border = set(), set(), {waiting.pop()}
        while border:
            left = border.pop()
            lefts.add(left)
            for right in worth[left]:
                if right not in rights:
                    rights.add(right)
                    border |= by_right[right] - lefts
        waiting -= lefts
        rows, columns = sorted(lefts), sorted(rights)
        matrix = [[-worth[row].get(column, 0.0) for column in columns] for row in rows]
        if len(rows) > len(columns):
            matrix = [list(column) for column in zip(*matrix)]
        total -= cheapest(matrix)
    return total


def cheapest(cost):
    """The least cost of giving every row a column of its own; no more rows than columns."""
    rows, columns = len(cost), len(cost[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    holder = [0] * (columns + 1)
    for row in range(1, rows + 1):
        holder[0], column = row, 0
        least, came_from, used = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while holder[column]:
            used[column] = True
            here, step, after = holder[column], float("inf"), 0
            for other in range(1, columns + 1):
                if not used[other]:
                    spare = cost[here - 1][other - 1] - row_price[here] - column_price[other]
                    if spare < least[other]:
                        least[other], came_from[other] = spare, column
                    if least[other] < step:
                        step, after = least[other], other
            for other in range(columns + 1):
                if used[other]:
                    row_price[holder[other]] += step
                    column_price[other] -= step
                else:
                    least[other] -= step
            column = after
        while column:
            holder[column] = holder[came_from[column]]
            column = came_from[column]
    return sum(cost[holder[column] - 1][column - 1] for column in range(1, columns + 1) if holder[column])


# With names given, model `standard`.
FLOORS = {"(a) B-cubed F1 above the baseline": 4.3, "(b) B-cubed precision": 95.0,
          "(c) B-cubed F1 above the baseline": 4.0}

METHODS = (("B-cubed", b_cubed), ("CEAF-e", ceaf_e))


class Measure:
    """Sums over parts: documents, topics."""

    def __init__(self, method):
        self.method, self.sums = method, [0.0] * 4

    def add(self, wanted, found):
        self.sums = [have + more for have, more in zip(self.sums, self.method(clusters(wanted), clusters(found)))]

    def row(self):
        right_r, wanted, right_p, found = self.sums
        recall, precision = 100 * right_r / max(wanted, 1), 100 * right_p / max(found, 1)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def gum():
    """(text, [(start, end, type, cluster, wiki)]) of each document: its named mentions."""
    texts = []
    for row in sources.rows("coref/gum-dev.jsonl.gz"):
        named = {}
        for mention in row["mentions"]:
            if mention["named"] and mention.get("name"):
                start, end = mention["name"]
                # Of nested mentions with one name the whole is the name's.
                named.setdefault((start, end), (start, end, TYPES.get(mention["type"], "other"), mention["cluster"],
                                                mention.get("wiki")))
        texts.append((row, sorted(named.values(), key=lambda mention: mention[:2])))
    return texts


def ecb():
    """The same for ECB+, by topic: mentions that have capitals where their topic never has small letters."""
    rows = list(sources.rows("coref/ecbplus-dev.jsonl.gz"))
    small = defaultdict(set)
    for row in rows:
        small[row["topic"]] |= set(re.findall(r"\b[a-z]\w+", row["text"]))
    texts = []
    for row in rows:
        checked = [(start, end) for start, end, is_checked in row["sentences"] if is_checked]
        named = {}
        for mention in row["mentions"]:
            start, end = mention["start"], mention["end"]
            words = row["text"][start:end].split()
            is_named = bool(words) and words[-1][0].isupper() and words[-1].lower() not in small[row["topic"]]
            is_checked = any(first <= start and end <= last for first, last in checked)
            if mention["kind"] in ("PER", "ORG", "GPE", "LOC", "FAC") and mention["cluster"] and is_named and is_checked:
                named[start, end] = (start, end, TYPES[mention["kind"]], mention["cluster"], mention["cluster"])
        texts.append((row, sorted(named.values(), key=lambda mention: mention[:2])))
    return texts


def entity_of(entities, span, mentions_of):
    """The entity of the mention that is this name: the same words, else the same first or last word, else the most."""
    def likeness(mention):
        shared = min(span[1], mention["end"]) - max(span[0], mention["start"])
        return shared > 0, mention["start"] == span[0], mention["end"] == span[1], shared

    best = max(((likeness(mention), -number) for number, entity in enumerate(entities)
                for mention in mentions_of(entity)), default=((False,), 0))
    return entities[-best[1]] if best[0][0] else None


def names_of(entity):
    return [mention for mention in entity["mentions"] if mention["kind"] == "name"]


def entity_of_given(entities, span, given):
    """The entity that a given name became: by its own words or what the product cut them to, a title or "of ..." less.

    Only where nothing else is left by those of another given name: "US President Lind" is no mention of "US".
    """
    own = lambda entity: [mention for mention in names_of(entity)
                          if (mention["start"], mention["end"]) == span
                          or (mention["start"], mention["end"]) not in given]
    return entity_of(entities, span, own) or entity_of(entities, span, names_of)


def measured(title, texts, answers, label, wanted_label, part_of, is_given, is_whole=True):
    """Prints the figures of the product and of the baseline; `is_whole` says that people marked every name.

    A name found is the name marked that it shares most with. Others count against precision where every name is marked,
    and are left out where only some are (those with a Wikipedia title, those that take part in an event).
    """
    ours = {name: Measure(method) for name, method in METHODS}
    base = {name: Measure(method) for name, method in METHODS}
    parts = defaultdict(lambda: ({}, {}, {}))
    for number, ((row, mentions), answer) in enumerate(zip(texts, answers, strict=True)):
        wanted, found, same = parts[part_of(number, row)]
        here = None if label == "actor" else number
        marked = [mention for mention in mentions if wanted_label(mention) is not None]
        for mention in marked:
            wanted[number, mention[0], mention[1]] = (wanted_label(mention), here)
        if is_given:
            given = {mention[:2] for mention in mentions}
            names = [(mention, entity_of_given(answer["entities"], mention[:2], given)) for mention in marked]
        else:
            names = []
            for entity in answer["entities"]:
                for mention in names_of(entity):
                    span = mention["start"], mention["end"]
                    twin = max(marked, key=lambda m: min(m[1], span[1]) - max(m[0], span[0]), default=None)
                    if twin is not None and min(twin[1], span[1]) > max(twin[0], span[0]):
                        names.append((twin, entity))
                    elif is_whole:
                        names.append((span, entity))
        for mention, entity in names:
            place = (number, mention[0], mention[1])
            found[place] = None if entity is None or entity.get(label) is None else (entity[label], here)
            same[place] = (normalized(row["text"][mention[0]:mention[1]]), here)
    for wanted, found, same in parts.values():
        for measure in ours.values():
            measure.add(wanted, found)
        for measure in base.values():
            measure.add(wanted, same)
    for name in ours:
        print(f"{title:<44} {name:<8}", *(f"{value:6.2f}" for value in chain(ours[name].row(), base[name].row())),
              f"{ours[name].row()[2] - base[name].row()[2]:+6.2f}")
    return ours["B-cubed"].row(), base["B-cubed"].row()


def pronouns(texts, answers):
    """How many pronouns of people lead to the name they are chained to, by GUM."""
    agreement = Agreement()
    for (row, names), answer in zip(texts, answers, strict=True):
        named = {cluster for _, _, _, cluster, _ in names}
        cluster_of = {(m["start"], m["end"]): m["cluster"] for m in row["mentions"] if m["pronoun"]}
        found = 0
        right = 0
        for entity in answer["entities"]:
            told = Counter(cluster for start, end, _, cluster, _ in names
                           if any(m["start"] < end and start < m["end"] for m in names_of(entity)))
            for mention in entity["mentions"]:
                span = mention["start"], mention["end"]
                if mention["kind"] == "pronoun" and row["text"][span[0]:span[1]].lower() in PEOPLE:
                    found += 1
                    right += bool(told) and cluster_of.get(span) == told.most_common(1)[0][0]
        wanted = sum(cluster in named and row["text"][start:end].lower() in PEOPLE
                     for (start, end), cluster in cluster_of.items())
        agreement.add(right, found, wanted)
    return agreement


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sayso")
    parser.add_argument("--model", default="standard")
    options = parser.parse_args()

    def asked(texts, is_given):
        given = [{"mentions": [mention[:3] for mention in mentions]} if is_given else {} for _, mentions in texts]
        return analyzed(options.sayso, [row["text"] for row, _ in texts], "--model", options.model, "--together",
                        more=given)

    print(f"{'':<53}     P      R     F1    P      R     F1   (string baseline)")
    gums, ecbs = gum(), ecb()
    in_document = lambda number, row: number
    reached = {}
    for is_given in (True, False):
        by = "names given" if is_given else "end to end"
        answers = asked(gums, is_given)
        a = measured(f"(a) GUM, inside documents, {by}", gums, answers, "id", lambda m: m[3], in_document, is_given)
        b = measured(f"(b) GUM, across documents, {by}", gums, answers, "actor", lambda m: m[4], lambda *_: 0, is_given,
                 is_whole=False)
        if not is_given:
            table("pronouns of people, GUM", {"he, she": pronouns(gums, answers)})
        answers = asked(ecbs, is_given)
        c = measured(f"(c) ECB+, across a topic, {by}", ecbs, answers, "actor", lambda m: m[3],
                 lambda _, row: row["topic"], is_given, is_whole=False)
        if is_given:
            reached = {"(a) B-cubed F1 above the baseline": a[0][2] - a[1][2], "(b) B-cubed precision": b[0][0],
                       "(c) B-cubed F1 above the baseline": c[0][2] - c[1][2]}
    missed = [what for what, floor in FLOORS.items() if reached[what] < floor]
    for what in missed:
        print(f"{what}: {reached[what]:.2f}  BELOW THE FLOOR of {FLOORS[what]:.2f}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
