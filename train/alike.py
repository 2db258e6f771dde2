"""Fits the weights by which two claims count as one (src/linking/likeness.rs), and scores what linking finds.

    python train/alike.py fit > src/linking/tables/alike.txt
    python train/alike.py score            development splits
    python train/alike.py train            opposition on the training split, where its rules were written

Learns from the headlines of Emergent's training claims and the sentence pairs of STS-B's training split. A pair of
headlines is right when both are on one claim; wrong are all pairs of headlines on different claims within groups of 48
claims, which is the size of the development set, so that right pairs are as rare as there. A pair of sentences is
right in the degree people gave it. Scores are those of the development splits; docs/crossref.md tells how they count.
"""

import json
import subprocess
import sys

import numpy as np

import sources

# Claims in a group; how often the claims are divided into groups anew.
GROUP, DIVISIONS = 48, 3
# Strength of the pull of all weights towards nothing, and what all sentence pairs weigh beside all headline pairs.
PULL, SENTENCES = 5.0, 2.0


def product(example, *arguments, given=""):
    command = ["cargo", "run", "--release", "--quiet", "--example", example, "--", *arguments]
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout.splitlines()


def vectors(texts):
    given = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    return [json.loads(line) for line in product("vectors", "standard", given=given)]


def compared(texts, groups):
    """Of each pair within a group: places, measures, score, rule and score of its opposition."""
    rows = [{"text": text, "vector": vector, "group": group}
            for text, vector, group in zip(texts, vectors(texts), groups)]
    lines = product("statements", "features", given="".join(json.dumps(row) + "\n" for row in rows))
    split = [line.split(" ") for line in lines]
    return {
        "pair": np.array([[int(place) for place in row[:2]] for row in split]),
        "measures": np.array([row[2:-3] for row in split], dtype=float),
        "score": np.array([row[-3] for row in split], dtype=float),
        "rule": np.array([row[-2] for row in split]),
        "opposition": np.array([row[-1] for row in split], dtype=float),
    }


def headlines(split):
    rows = list(sources.rows(f"claims/emergent-{split}.jsonl.gz"))
    found = compared([row["text"] for row in rows], [0] * len(rows))
    claims = np.array([row["cluster"] for row in rows])
    stances = np.array([row["stance"] for row in rows])
    one, other = found["pair"].T
    found |= {"claims": (claims[one], claims[other]), "right": claims[one] == claims[other],
              "stances": (stances[one], stances[other])}
    return found


def sentences(split):
    rows = list(sources.rows(f"claims/stsb-{split}.jsonl.gz"))
    texts = [row[side] for row in rows for side in "ab"]
    found = compared(texts, [number // 2 for number in range(len(texts))])
    return found | {"likeness": np.array([row["score"] / 5 for row in rows])}


def products(scaled):
    """The columns in the order of the table: each measure, then its products with itself and all after it."""
    columns = []
    for at in range(scaled.shape[1]):
        columns.append(scaled[:, at : at + 1])
        columns.append(scaled[:, at : at + 1] * scaled[:, at:])
    return np.concatenate(columns, 1)


def fitted(inputs, right, weight):
    """Logistic regression by Newton's method."""
    inputs = np.c_[np.ones(len(inputs)), inputs]
    weights, pull = np.zeros(inputs.shape[1]), np.r_[0, np.full(inputs.shape[1] - 1, PULL)]
    for _ in range(50):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (weight * (right - chance)) - pull * weights
        curve = (inputs * (weight * chance * (1 - chance))[:, None]).T @ inputs + np.diag(pull + 1e-9)
        step = np.linalg.solve(curve, slope)
        weights += step
        if abs(step).max() < 1e-5:
            break
    return weights


def often_together(claims, rng):
    """How often both claims of a pair fall into one group, of DIVISIONS."""
    names = np.unique(np.concatenate(claims))
    one, other = (np.searchsorted(names, side) for side in claims)
    times = np.zeros(len(one))
    for _ in range(DIVISIONS):
        group = rng.permutation(len(names)) // GROUP
        times += group[one] == group[other]
    return times / DIVISIONS


def balanced(found):
    """Weighs right pairs by claim, so that a claim with forty headlines does not count a thousandfold."""
    names, counts = np.unique(found["claims"][0][found["right"]], return_counts=True)
    size = dict(zip(names, counts))
    weight = np.array([size.get(name, 1) ** -0.25 for name in found["claims"][0]])
    weight[~found["right"]] = 1
    weight[found["right"]] *= found["right"].sum() / weight[found["right"]].sum()
    return weight


def fit():
    rng = np.random.default_rng(1)
    news, pairs = headlines("train"), sentences("train")
    weight = balanced(news) * np.where(news["right"], 1, often_together(news["claims"], rng))
    # Most pairs of headlines share nothing: one in ten of those stands for all.
    far = ~news["right"] & (news["measures"][:, 0] < 0.3) & (news["measures"][:, 1] < 0.3)
    weight *= np.where(far, np.where(rng.random(len(far)) < 0.1, 10, 0), 1)
    kept = weight > 0
    measures = np.r_[news["measures"][kept], pairs["measures"]]
    right = np.r_[news["right"][kept].astype(float), pairs["likeness"]]
    weight = np.r_[weight[kept], np.full(len(pairs["likeness"]), SENTENCES)]
    low, high = np.quantile(measures, 0.001, axis=0), np.quantile(measures, 0.999, axis=0)
    scaled = np.clip((measures - low) / (high - low), 0, 1)
    weights = fitted(products(scaled), right, weight)
    names = product("statements", "names")
    print("# How much each measure of two claims, and each product of two, speaks for their being one; before that, the")
    print("# range of each measure, which is brought to 0 to 1. Written by train/alike.py.")
    for name, start, end in zip(names, low, high):
        print(f"{name} from {start:.4f} to {end:.4f}")
    labels = ["bias"]
    for at, name in enumerate(names):
        labels += [name] + [f"{name} * {other}" for other in names[at:]]
    for label, value in zip(labels, weights, strict=True):
        print(f"{label}: {value:.4f}")


def curve(score, right):
    """Precision and recall at each place of the ranking."""
    order = np.argsort(-score, kind="stable")
    hits = np.cumsum(right[order])
    return hits / np.arange(1, len(order) + 1), hits / right.sum(), score[order]


def score():
    """Prints the scores of the development splits; returns those that have floors, by name (benches/linking.py)."""
    news, pairs = headlines("dev"), sentences("dev")
    precision, recall, cuts = curve(news["score"], news["right"])
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    best, sure = f1.argmax(), np.flatnonzero(precision >= 0.95).max(initial=0)
    print(f"same claim: F1 {f1[best]:.3f} at {cuts[best]:.3f}; recall {recall[sure]:.3f} at 95 % precision, "
          f"at {cuts[sure]:.3f}; {news['right'].sum()} of {len(cuts)} pairs")
    for cut in (0.3, 0.5, 0.7, 0.9):
        at = (cuts >= cut).sum() - 1
        print(f"  from {cut}: precision {precision[at]:.3f}, recall {recall[at]:.3f}")
    likeness = np.corrcoef(pairs["score"], pairs["likeness"])[0, 1]
    print(f"likeness: Pearson {likeness:.3f}, {len(pairs['score'])} pairs")
    right, whole = opposed("dev", news)
    return {"same_claim_f1": f1[best], "same_claim_recall": recall[sure], "likeness": likeness,
            "opposed_precision": right, "opposed_recall": whole}


def opposed(name, news):
    """Prints how right opposition is; returns precision and recall among pairs of headlines that take a side."""
    one, other = news["stances"]
    against = ((one == "for") & (other == "against")) | ((one == "against") & (other == "for"))
    sided = (one != "observing") & (other != "observing")
    found, inside = news["rule"] != "-", news["right"]
    scores = {}
    for told, among in (("all pairs of one claim", inside), ("pairs that take a side", inside & sided)):
        hits = (found & among & against).sum()
        scores[told] = hits / max((found & among).sum(), 1), hits / (among & against).sum()
        print(f"{name}, opposed, {told}: precision {scores[told][0]:.3f}, recall {scores[told][1]:.3f}, "
              f"found {(found & among).sum()} of {among.sum()}")
    for rule in np.unique(news["rule"][found]):
        those = (news["rule"] == rule) & inside
        print(f"  by {rule}: {(those & against).sum()} right of {those.sum()}; "
              f"{((news['rule'] == rule) & ~inside).sum()} between different claims")
    return scores["pairs that take a side"]


if __name__ == "__main__":
    {"fit": fit, "score": score, "train": lambda: opposed("train", headlines("train"))}[sys.argv[1]]()
