"""How good a network is on the development splits, words divided as given. Raw text through the product is scored by
conllu.py, iob2.py and ../shared/tools/attribution_eval.py.

    python train/score.py WORK NAME
"""

import json
import random
import sys
from pathlib import Path

import torch
from torch.nn import functional

from labels import NAMES, ROLES
from network import Network
from windows import Document, padded, window


def answered(network, documents):
    """Yields (document, first word, answers without padding) for windows of 126 pieces, whole sentences."""
    cuts = [(d, start, end) for d in documents for start, end in d.windows(random.Random(0), 126)]
    cuts.sort(key=lambda cut: cut[0].size(*cut[1:]))
    with torch.inference_mode():
        for at in range(0, len(cuts), 16):
            part = cuts[at : at + 16]
            batch = padded([window(*cut) for cut in part])
            answers = network(batch)
            for row, cut in enumerate(batch["windows"]):
                count = len(cut["words"])
                yield cut, {name: value[row, :count] for name, value in answers.items()}


def f1(right, found, wanted):
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def role_scores(cuts):
    counts = {}
    for cut, answers in cuts:
        given, gold = answers["roles"].argmax(-1), cut["roles"]
        for number, role in enumerate(("source", "cue", "content")):
            ours, theirs = (given + 1) // 2 == number + 1, (gold + 1) // 2 == number + 1
            sums = counts.setdefault(role, [0, 0, 0])
            for place, value in enumerate((ours & theirs, ours, theirs)):
                sums[place] += int(value.sum())
    return {role: f1(*sums) for role, sums in counts.items()}


def spans(labels):
    """(first, one past the last, kind) of each run of names."""
    found, current = [], None
    for place, label in enumerate([*labels, 0]):
        mark, kind = ("O", None) if label == 0 else NAMES[label].split("-")
        if current and (mark != "I" or kind != current[1]):
            found.append((current[0], place, current[1]))
            current = None
        if mark == "B" or (mark == "I" and current is None):
            current = (place, kind)
    return set(found)


def syntax_scores(cuts):
    right, words = {}, 0
    for cut, answers in cuts:
        words += len(cut["words"])
        heads = answers["arcs"].argmax(-1) == cut["heads"]
        labels = answers["deprel"].argmax(-1) == cut["deprel"]
        for name, hit in (("uas", heads), ("las", heads & labels), ("upos", answers["upos"].argmax(-1) == cut["upos"]),
                          ("xpos", answers["xpos"].argmax(-1) == cut["xpos"])):
            right[name] = right.get(name, 0) + int(hit.sum())
    return {name: count / words for name, count in right.items()}


def name_scores(cuts):
    right = found = wanted = 0
    for cut, answers in cuts:
        kinds = {"person", "organisation", "place"}
        ours = {span for span in spans(answers["names"].argmax(-1).tolist()) if span[2] in kinds}
        gold = [max(range(13), key=lambda bit: (bits >> bit & 1) * (100 if bit == 0 else bit)) for bits in cut["names"].tolist()]
        theirs = {span for span in spans(gold) if span[2] in kinds}
        right, found, wanted = right + len(ours & theirs), found + len(ours), wanted + len(theirs)
    return {"names": f1(right, found, wanted)}


def correlation(xs, ys):
    return float(torch.corrcoef(torch.stack([torch.tensor(xs), torch.tensor(ys)]))[0, 1])


def report(network, items):
    documents = [Document(item, number) for number, item in enumerate(items)]
    having = lambda key: [d for d in documents if key in d.item]
    scores = {f"{role} words": value for role, value in role_scores(answered(network, having("roles"))).items()}
    syntax = list(answered(network, having("upos")))
    scores |= syntax_scores(syntax) | name_scores(syntax)
    worth = [(float(answers["worth"].mean()) > 0, cut["document"].item["worth"]) for cut, answers in answered(network, having("worth"))]
    scores["worth"] = f1(sum(a and b for a, b in worth), sum(a for a, _ in worth), sum(b for _, b in worth))
    pairs = {}
    for cut, answers in answered(network, having("pair")):
        number, goal = cut["document"].item["pair"]
        pairs.setdefault(number, [goal]).append(functional.normalize(answers["vector"].mean(0), dim=0))
    likened = [(goal, float(a @ b)) for goal, a, b in (pair for pair in pairs.values() if len(pair) == 3)]
    scores["likeness"] = correlation(*zip(*likened))
    print(" ".join(f"{name} {100 * value:.1f}" for name, value in scores.items()), flush=True)
    return scores


def main():
    work, name = Path(sys.argv[1]), sys.argv[2]
    kept = torch.load(work / f"{name}.pt")
    network = Network(kept["config"], json.loads((work / "labels.json").read_text()))
    network.load_state_dict(kept["network"])
    report(network.bfloat16().eval(), torch.load(work / "development.pt"))


if __name__ == "__main__":
    main()
