"""Scores words, sentences, tags, lemmas and parse from raw text, as the CoNLL 2018 shared task does (Zeman et al.).

    python train/conllu.py SAYSO ../shared/data/ud/ewt-dev.conllu.gz [--model standard|small|FILE]
    python train/conllu.py SAYSO ../shared/data/ud/gum-dev.conllu.gz --documents --only GUM_news_

Each sentence is given raw, as an input of its own; with --documents whole documents are, paragraphs parted by an empty
line (only so do sentence boundaries mean much). A sentence agrees from its first to its last character, a boundary where
sentences end. Words agree when they cover the same characters, white space aside; a
tag, lemma or head agrees when its word does and it does, a head by the word it names. F1 counts all words of both
sides. Labels are compared without their subtypes.
"""

import argparse
import json
import sys
from itertools import accumulate
from pathlib import Path

import sources
from product import Agreement, analyzed, table

MEASURES = ("words", "sentences", "boundaries", "UPOS", "XPOS", "lemmas", "UAS", "LAS")


def documents(path, only=""):
    """The sentences of each document whose id contains a word."""
    found, is_wanted = [], True
    for sentence in sources.conllu(Path(path).resolve()):
        if sentence["newdoc"]:
            is_wanted = only in sentence["newdoc"]
            found += [[]] if is_wanted else []
        if is_wanted:
            found = found or [[]]
            found[-1].append(sentence)
    if not found:
        sys.exit(f"{path}: no document whose id contains {only!r}; the ids stand after `# newdoc id =`")
    return found


def laid_out(sentences):
    """The text as it stood, and its words in the product's own form."""
    text, tokens = "", []
    for number, sentence in enumerate(sentences):
        if text and sentence["newpar"]:
            text = text.rstrip() + "\n\n"
        first = len(tokens)
        for word in sentence["words"]:
            place = {"start": len(text), "end": len(text) + len(word["form"]), "sentence": number}
            tokens.append(word | place | {"head": first + word["head"] - 1 if word["head"] else -1})
            text += word["form"] + (" " if word["space"] else "")
    return text.rstrip(), tokens


def compare(text, wanted, found, agreements):
    """Adds what two lists of tokens of one text have in common."""
    bare = list(accumulate((not letter.isspace() for letter in text), initial=0))
    ours, theirs = ([(bare[token["start"]], bare[token["end"]]) for token in tokens] for tokens in (wanted, found))
    place = {span: number for number, span in enumerate(theirs)}
    pairs = [(token, found[place[span]]) for token, span in zip(wanted, ours) if span in place]

    def same_head(token, other):
        if token["head"] < 0 or other["head"] < 0:
            return token["head"] < 0 and other["head"] < 0
        return ours[token["head"]] == theirs[other["head"]]

    def universal(token):
        return token["deprel"].split(":")[0]

    right = {
        "words": len(pairs),
        "UPOS": sum(a["upos"] == b["upos"] for a, b in pairs),
        "XPOS": sum(a["xpos"] == b["xpos"] for a, b in pairs),
        "lemmas": sum(a["lemma"] in ("_", b["lemma"]) for a, b in pairs),
        "UAS": sum(same_head(a, b) for a, b in pairs),
        "LAS": sum(same_head(a, b) and universal(a) == universal(b) for a, b in pairs),
    }
    for measure, count in right.items():
        agreements[measure].add(count, len(found), len(wanted))
    whole = [sentence_spans(tokens, spans) for tokens, spans in ((wanted, ours), (found, theirs))]
    agreements["sentences"].add(len(whole[0] & whole[1]), len(whole[1]), len(whole[0]))
    ends = [{end for _, end in spans} for spans in whole]
    agreements["boundaries"].add(len(ends[0] & ends[1]), len(ends[1]), len(ends[0]))


def sentence_spans(tokens, spans):
    found = {}
    for token, (start, end) in zip(tokens, spans):
        found[token["sentence"]] = (found.get(token["sentence"], (start,))[0], end)
    return set(found.values())


def scored(texts, answers):
    """The agreement on each measure between laid out texts and lists of tokens."""
    agreements = {measure: Agreement() for measure in MEASURES}
    for (text, wanted), found in zip(texts, answers, strict=True):
        compare(text, wanted, found, agreements)
    return agreements


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sayso")
    parser.add_argument("file")
    parser.add_argument("--model")
    parser.add_argument("--documents", action="store_true", help="whole documents instead of sentences")
    parser.add_argument("--only", default="", help="only documents whose id contains this")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    chosen = documents(given.file, given.only)
    parts = chosen if given.documents else [[sentence] for document in chosen for sentence in document]
    texts = [laid_out(part) for part in parts]
    flags = ["--tokens"] + (["--model", given.model] if given.model else [])
    answers = [answer["tokens"] for answer in analyzed(given.sayso, [text for text, _ in texts], *flags)]
    agreements = scored(texts, answers)
    if given.json:
        print(json.dumps({measure: it.row() for measure, it in agreements.items()}))
    else:
        table(f"{Path(given.file).name}, {len(texts)} inputs", agreements)
        print(f"inputs that got no words: {sum(not tokens for tokens in answers)}")


if __name__ == "__main__":
    main()
