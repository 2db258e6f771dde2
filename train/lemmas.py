"""Lemmas: writes src/model/lemmas/exceptions.txt from the training treebanks, and scores lemmas on any treebank.

    python train/lemmas.py table ../shared/data/ud/ewt-train.conllu.gz ../shared/data/ud/gum-train.conllu.gz
    python train/lemmas.py score ../shared/data/ud/ewt-dev.conllu.gz ../shared/data/ud/gum-dev.conllu.gz

The rules live in Rust alone: an ignored test there answers lists of words. Needs Python 3.11 and nothing else.
"""

import gzip
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "src" / "model" / "lemmas"

# Not for names, which would fill the table with people, nor for numbers, foreign words and parts of words.
LISTED = """CC CD DT EX IN JJ JJR JJS MD NN NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP TO UH VB VBD VBG VBN VBP VBZ WDT
WP WP$ WRB""".split()

HEADER = """\
# Words that the endings get wrong, as the training treebanks have them: word, Penn tags, lemma. Made by
# train/lemmas.py from English EWT and GUM without its non-commercial documents; each stands in two documents or more.
# Change words.txt instead: it wins.
"""


def words(path, any_licence=True):
    """Yields document, form, universal tag, Penn tag, lemma and whether the form is misspelt."""
    document, is_open = "", True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id"):
                document = line.split("=")[1].strip()
            elif line.startswith("# licence"):
                is_open = "NC" not in line
            columns = line.rstrip("\n").split("\t")
            if columns[0].isdigit() and (is_open or any_licence):
                form, lemma, upos, xpos = columns[1:5]
                yield document, form, upos, xpos, lemma, "Typo=Yes" in columns[5]


def answers(asked):
    """Returns for each (form, upos, xpos) what the endings say, and the lemma."""
    asked = sorted(set(asked))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words"
        path.write_text("".join("\t".join(word) + "\n" for word in asked), encoding="utf-8")
        command = ["cargo", "test", "--quiet", "--lib", "model::lemmas::tests::answers_a_list", "--", "--ignored"]
        environment = os.environ | {"SAYSO_WORDS": str(path)}
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        lines = Path(f"{path}.lemmas").read_text(encoding="utf-8").rstrip("\n").split("\n")
    return {word: tuple(line.split("\t")) for word, line in zip(asked, lines, strict=True)}


def listed_by_hand():
    """Returns the (word, Penn tag) pairs of words.txt."""
    lines = (TABLES / "words.txt").read_text(encoding="utf-8").splitlines()
    columns = [line.split() for line in lines if line and not line.startswith("# ")]
    return {(word, tag) for word, tags, _ in columns for tag in tags.split("/")}


def facts(paths):
    """Returns for each (word in small letters, Penn tag) of two documents or more its usual lemma and its forms."""
    documents, forms = defaultdict(lambda: defaultdict(set)), defaultdict(set)
    counts = defaultdict(Counter)
    for path in paths:
        for document, form, upos, xpos, lemma, is_misspelt in words(path, any_licence=False):
            word = form.lower().replace("’", "'")
            # The parts of a broken word have no lemma, and single letters are whatever their text says.
            is_letter = len(word) == 1 and xpos == "NN"
            if xpos in LISTED and upos != "X" and not is_misspelt and not is_letter and word[0].isalpha():
                documents[word, xpos][lemma].add(document)
                counts[word, xpos][lemma] += 1
                forms[word, xpos].add(form)
    usual = {word: max(count, key=lambda lemma: (count[lemma], lemma)) for word, count in counts.items()}
    # An adjective may begin a sentence even where the treebanks show none that does.
    for word, xpos in usual:
        if xpos == "JJ":
            forms[word, xpos].add(word.capitalize())
    return {word: (lemma, forms[word]) for word, lemma in usual.items() if len(documents[word][lemma]) > 1}


def table(paths):
    by_hand = listed_by_hand()
    known = {word: fact for word, fact in facts(paths).items() if word not in by_hand}
    said = answers((form, "_", xpos) for (_, xpos), (_, forms) in known.items() for form in forms)
    tags = defaultdict(list)
    for (word, xpos), (lemma, forms) in known.items():
        if any(said[form, "_", xpos][0] != lemma for form in forms):
            tags[word, lemma].append(xpos)
    lines = [f"{word:<16} {'/'.join(sorted(tags)):<12} {lemma}" for (word, lemma), tags in sorted(tags.items())]
    (TABLES / "exceptions.txt").write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
    print(f"{len(lines)} lines in exceptions.txt")


def score(paths):
    for path in paths:
        found = [((form, upos, xpos), lemma) for _, form, upos, xpos, lemma, _ in words(path)]
        said = answers(word for word, _ in found)
        right = sum(said[word][1] == lemma for word, lemma in found)
        print(f"{path}: {right} of {len(found)} lemmas, {100 * right / len(found):.2f}%")
        wrong = Counter((*word, said[word][1], lemma) for word, lemma in found if said[word][1] != lemma)
        for (form, upos, xpos, given, lemma), count in wrong.most_common(20):
            print(f"  {count:4}  {form} {upos} {xpos}: {given}, not {lemma}")


if __name__ == "__main__":
    {"table": table, "score": score}[sys.argv[1]](sys.argv[2:])
