"""Reads the annotated sets into documents: a text, and what is known of its characters. No alignment to words yet.

A document is a dict with "id" and "text", and whichever of these its set knows:
  roles      [(start, end, role)]
  names      [(start, end, allowed kinds)], with "unnamed": kinds a word outside any name may still be (a set that
             does not mark a kind says nothing about it)
  words      [[(start, end)]] by sentence, with "syntax": [[(upos, xpos, head, deprel)]]
  worth      0 or 1 for the whole text
  pair       (number of the pair, likeness 0 to 1), for texts that come in twos
Sets whose licence is marked NC are never read.
"""

import gzip
import json
from pathlib import Path

DATA = Path("../shared/data")
NOT_COMMERCIAL = "NC"
# Types that only some sets of names mark.
MISC, EVENT = "MISC", "EVENT"

PLURAL_GROUPS = set(
    "republicans democrats americans muslims christians jews catholics protestants evangelicals hispanics latinos "
    "hispanic latino blacks whites conservatives liberals libertarians communists socialists mormons sunnis shiites "
    "kurds arabs africans europeans asians westerners southerners texans floridians californians iowans palestinians "
    "yazidis nazis zionists islamists marxists labourites tories".split()
)


def lines(path):
    with gzip.open(DATA / path, "rt", encoding="utf-8") as file:
        yield from file


def rows(path):
    return (json.loads(line) for line in lines(path))


def nationalities():
    listed = (DATA / "gazetteer/nationalities.txt").read_text(encoding="utf-8").split("\n")
    return {word.strip().lower() for word in listed if word.strip() and " " not in word.strip()}


class Kinds:
    """Turns the types of a set into the kinds they may be."""

    KNOWN = {"PER": ["person"], "ORG": ["organisation"], "LOC": ["place"], "EVENT": ["event"]}

    def __init__(self):
        self.peoples = nationalities()

    def of(self, type_, words, has_events):
        lower = words.lower()
        singular = lower[:-1] if lower.endswith("s") else lower
        if type_ in (MISC, "PER") and (lower in PLURAL_GROUPS or lower in self.peoples or singular in self.peoples):
            return ["group"]
        if type_ == MISC:
            return ["other"] if has_events else ["other", "event"]
        return self.KNOWN[type_]


def polnear(split):
    silver = silver_names(split)
    for row in rows(f"polnear/{split}.jsonl.gz"):
        roles = [
            (start, end, role)
            for attribution in row["attributions"]
            for role in ("source", "cue", "content")
            for start, end in attribution[role]
        ]
        document = {"id": row["id"], "text": row["text"], "roles": roles}
        if row["id"] in silver:
            document |= {"names": silver[row["id"]], "unnamed": ["event"], "is_silver": True}
        yield document


def silver_names(split):
    """Runs of words with one type, by document: a machine's output, to be trusted little."""
    kinds, found, current, last = Kinds(), {}, None, None
    for line in lines(f"polnear-silver/{split}.tsv.gz"):
        if line.startswith("# newdoc"):
            current, last = found.setdefault(line.split("=", 1)[1].strip(), []), None
        elif not line.strip():
            last = None
        else:
            word, start, end, _, _, type_ = line.rstrip("\n").split("\t")
            if type_ == "O":
                last = None
            elif last == type_ and current:
                current[-1][1], current[-1][3] = int(end), current[-1][3] + " " + word
            else:
                current.append([int(start), int(end), type_, word])
            last = None if type_ == "O" else type_
    return {
        id: [(start, end, kinds.of(type_, words, False)) for start, end, type_, words in spans]
        for id, spans in found.items()
    }


def detokenized(words):
    """Joins words as a writer would, well enough for marks of quotation to find their sides."""
    text, spans, open_quote, glue = "", [], False, True
    for word in words:
        closes = word in {".", ",", ";", ":", "!", "?", ")", "]", "%", "''", "”", "’"} or word.startswith(("'", "n't", "’"))
        if word in {'"', "``", "''"}:
            closes, word = open_quote, '"'
            open_quote = not open_quote
            opens = open_quote
        else:
            opens = word in {"(", "[", "$", "“", "‘", "#", "@"}
        if text and not closes and not glue:
            text += " "
        spans.append((len(text), len(text) + len(word)))
        text += word
        glue = opens
    return text, spans


def iob2(path):
    """Sentences of a two-column file, by document: (id, licence, [[(word, tag)]])."""
    id, licence, sentences, sentence = Path(path).name.removesuffix(".iob2.gz"), "", [], []
    for line in lines(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if sentences:
                yield id, licence, sentences
            id, licence, sentences = line.split("=", 1)[1].strip(), "", []
        elif line.startswith("# licence"):
            licence = line.split("=", 1)[1].strip()
        elif "\t" in line:
            sentence.append(tuple(line.split("\t")[:2]))
        elif sentence:
            sentences.append(sentence)
            sentence = []
    if sentence:
        sentences.append(sentence)
    if sentences:
        yield id, licence, sentences


def typed_spans(sentence, spans):
    """(start, end, type, words) of each name, the words standing at these spans."""
    found = []
    for (word, tag), (start, end) in zip(sentence, spans, strict=True):
        if tag.startswith("B-") or (tag.startswith("I-") and not found):
            found.append([start, end, tag[2:], word])
        elif tag.startswith("I-"):
            found[-1][1], found[-1][3] = end, found[-1][3] + " " + word
    return found


def spans_of(sentence, spans, kinds, has_events):
    named = typed_spans(sentence, spans)
    return [(start, end, kinds.of(type_, words, has_events)) for start, end, type_, words in named]


def respelt(sentence, letters):
    """Spans of a sentence's words in a text that may divide it otherwise; `letters` are the places of its letters."""
    spans, at = [], 0
    for word, _ in sentence:
        spans.append((letters[at], letters[at + len(word) - 1] + 1))
        at += len(word)
    return spans


def named(name, types, most_sentences=40):
    """A set of names. Sentences are paragraphs; long runs without documents are cut."""
    kinds, has_events = Kinds(), EVENT in types
    unnamed = ([] if has_events else ["event"]) + ([] if MISC in types else ["other", "group"])
    barred = set() if not name.startswith("re3d") else non_commercial_re3d()
    for id, licence, sentences in iob2(f"ner/{name}.iob2.gz"):
        if NOT_COMMERCIAL in licence or id in barred:
            continue
        for part in range(0, len(sentences), most_sentences):
            text, names = "", []
            for sentence in sentences[part : part + most_sentences]:
                text += "\n\n" if text else ""
                words, spans = detokenized([word for word, _ in sentence])
                spans = [(start + len(text), end + len(text)) for start, end in spans]
                names += spans_of(sentence, spans, kinds, has_events)
                text += words
            yield {"id": f"{name}/{id}/{part}", "text": text, "names": names, "unnamed": unnamed}


def non_commercial_re3d():
    documents = [row for split in ("train", "dev") for row in rows(f"re3d/{split}.jsonl.gz")]
    return {row["id"] for row in documents if NOT_COMMERCIAL in row["licence"] or "BBC" in row["publisher"]}


def treebank(name, names=None):
    """Documents of a CoNLL-U file; `names` is the set of the same sentences with their names, documents in any order."""
    kinds, document = Kinds(), None
    tagged = {id: iter(sentences) for id, _, sentences in iob2(f"ner/{names}.iob2.gz")} if names else {}
    for sentence in conllu(f"ud/{name}.conllu.gz"):
        if sentence["newdoc"] or document is None:
            if document and document["words"]:
                yield document
            document = {"id": f"{name}/{sentence['newdoc']}", "text": "", "words": [], "syntax": [],
                        "is_open": NOT_COMMERCIAL not in sentence["licence"]}
            if names:
                document |= {"names": [], "unnamed": []}
                own = tagged[sentence["newdoc"]]
        text = document["text"]
        if text:
            text += "\n\n" if sentence["newpar"] else " "
        spans = []
        for word in sentence["words"]:
            spans.append((len(text), len(text) + len(word["form"])))
            text += word["form"] + (" " if word["space"] else "")
        document["text"] = text.rstrip()
        document["words"].append(spans)
        document["syntax"].append([(w["upos"], w["xpos"], w["head"], w["deprel"]) for w in sentence["words"]])
        if names:
            letters = [place for start, end in spans for place in range(start, end)]
            words = next(own)
            document["names"] += spans_of(words, respelt(words, letters), kinds, True)
    if document and document["words"]:
        yield document


def conllu(path):
    """Sentences with their words; the parts of "don't" are two words, placed one after the other."""
    sentence, licence, newdoc, newpar, shared = None, "", None, False, None
    words = []
    for line in lines(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            newdoc, licence = line.split("=", 1)[1].strip(), ""
        elif line.startswith("# licence"):
            licence = line.split("=", 1)[1].strip()
        elif line.startswith("# newpar"):
            newpar = True
        elif line and line[0].isdigit():
            field = line.split("\t")
            if "-" in field[0]:
                shared = (int(field[0].split("-")[1]), "SpaceAfter=No" not in field[9])
            elif "." not in field[0]:
                space = "SpaceAfter=No" not in field[9]
                if shared:
                    space = shared[1] if int(field[0]) == shared[0] else False
                    shared = None if int(field[0]) == shared[0] else shared
                words.append({"form": field[1], "lemma": field[2], "upos": field[3], "xpos": field[4],
                              "head": int(field[6]), "deprel": field[7], "space": space})
        elif not line and words:
            yield {"words": words, "newdoc": newdoc, "newpar": newpar, "licence": licence}
            words, newdoc, newpar = [], None, False
    if words:
        yield {"words": words, "newdoc": newdoc, "newpar": newpar, "licence": licence}


def claimbuster(split):
    for number, row in enumerate(rows(f"claims/claimbuster-{split}.jsonl.gz")):
        yield {"id": f"claimbuster/{number}", "text": row["text"], "worth": int(row["label"])}


def likeness(split):
    for number, row in enumerate(rows(f"claims/stsb-{split}.jsonl.gz")):
        for side in "ab":
            yield {"id": f"stsb/{number}/{side}", "text": row[side], "pair": (number, row["score"] / 5)}


def short_texts():
    """Headlines and claims with no label: they carry the sense of likeness."""
    for number, row in enumerate(rows("claims/known-lie-pool.jsonl.gz")):
        yield {"id": f"claim/{number}", "text": row["text"]}
    seen = set()
    for name in ("emergent-train", "fnc-train"):
        for row in rows(f"claims/{name}.jsonl.gz"):
            for text in (row.get("claim"), row.get("text"), row.get("headline")):
                if text and text not in seen:
                    seen.add(text)
                    yield {"id": f"{name}/{len(seen)}", "text": text}


def training():
    """Every document that weights may be trained on."""
    yield from polnear("train")
    yield from treebank("ewt-train")
    yield from (d for d in treebank("gum-train", "gum-train") if d["is_open"])
    yield from named("crossner-politics-train", {MISC, EVENT})
    yield from named("re3d-train", {MISC})
    yield from named("wikigold-train", {MISC})
    yield from named("btc-train", set())
    yield from named("wnut17-train", {MISC})
    yield from claimbuster("train")
    yield from likeness("train")
    yield from short_texts()


def development():
    """What progress is watched on: never trained on."""
    yield from polnear("dev")
    yield from treebank("ewt-dev", "uner-ewt-dev")
    yield from claimbuster("dev")
    yield from likeness("dev")

