"""Scores names from raw text against files of names: exact spans by characters, with their types and without.

    python train/iob2.py SAYSO ../shared/data/ner/wikigold-dev.iob2.gz ... [--model standard|small|FILE]
    python train/iob2.py SAYSO ../shared/data/ner/uner-ewt-dev.iob2.gz --treebank ../shared/data/ud/ewt-dev.conllu.gz

Each sentence is an input of its own, its words joined as a writer would; with --treebank, which holds the same
sentences, spaced as they were. Only types that a file marks are counted, on either side; where it marks MISC but no
EVENT, events are MISC, as there they are. A name that begins with a title or "the" is taken as the file has it.
"""

import argparse
import json
import sys
from pathlib import Path

import sources
from conllu import documents, laid_out
from product import Agreement, analyzed, table

TYPES = {"person": "PER", "organisation": "ORG", "place": "LOC", "event": "EVENT", "group": "MISC", "other": "MISC"}


def named_texts(path, treebank=None):
    """The sentences of a file of names: [(text, {(start, end, type)})]."""
    spaced = {document[0]["newdoc"]: document for document in documents(treebank)} if treebank else {}
    texts = []
    for id, _, sentences in sources.iob2(Path(path).resolve()):
        if treebank and len(spaced.get(id, [])) != len(sentences):
            sys.exit(f"{treebank}: lacks the sentences of {id} in {path}; name the treebank they come from")
        for number, sentence in enumerate(sentences):
            if treebank:
                text, _ = laid_out([spaced[id][number]])
                letters = [place for place, letter in enumerate(text) if not letter.isspace()]
                spans = sources.respelt(sentence, letters)
            else:
                text, spans = sources.detokenized([word for word, _ in sentence])
            texts.append((text, {(start, end, type_) for start, end, type_, _ in sources.typed_spans(sentence, spans)}))
    return texts


def names(answer):
    """What the product calls names, in the types of the files."""
    return {
        (mention["start"], mention["end"], TYPES[entity["type"]])
        for entity in answer["entities"]
        for mention in entity["mentions"]
        if mention["kind"] == "name"
    }


def marked(texts):
    """The types that a file marks."""
    return {type_ for _, wanted in texts for _, _, type_ in wanted}


def scored(texts, answers):
    """The agreement by type, over all types, and with types ignored."""
    types = marked(texts)
    agreements = {name: Agreement() for name in (*sorted(types), "all, typed", "all, untyped")}
    for (_, wanted), found in zip(texts, answers, strict=True):
        if "EVENT" not in types:
            found = {(start, end, "MISC" if type_ == "EVENT" else type_) for start, end, type_ in found}
        found = {name for name in found if name[2] in types}
        for type_ in types:
            ours, theirs = ({name for name in names if name[2] == type_} for names in (wanted, found))
            agreements[type_].add(len(ours & theirs), len(theirs), len(ours))
        agreements["all, typed"].add(len(wanted & found), len(found), len(wanted))
        ours, theirs = ({name[:2] for name in names} for names in (wanted, found))
        agreements["all, untyped"].add(len(ours & theirs), len(theirs), len(ours))
    return agreements


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sayso")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--model")
    parser.add_argument("--treebank", help="the same sentences with their spacing, CoNLL-U")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    flags = ["--model", given.model] if given.model else []
    written = {}
    for file in given.files:
        texts = named_texts(file, given.treebank)
        answers = analyzed(given.sayso, [text for text, _ in texts], *flags)
        agreements = scored(texts, [names(answer) for answer in answers])
        written[Path(file).name] = {name: it.row() for name, it in agreements.items()}
        if not given.json:
            table(f"{Path(file).name}, {len(texts)} inputs", agreements)
            print()
    if given.json:
        print(json.dumps(written))


if __name__ == "__main__":
    main()
