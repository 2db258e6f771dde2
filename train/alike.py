"""Fits the weights by which two claims count as one (src/linking/regression.rs); benches/linking.py scores them.

    python train/alike.py > src/linking/tables/alike.txt

Learns from the headlines of Emergent's training claims and the sentence pairs of STS-B's training split. A pair of
headlines is right when both are on one claim; wrong are all pairs of headlines on different claims within groups of 48
claims, which is the size of the development set, so that right pairs are as rare as there. A pair of sentences is
right in the degree people gave it.
"""

import numpy as np

from pairs import headlines, product, sentences

# Claims in a group; how often the claims are divided into groups anew.
GROUP, DIVISIONS = 48, 3
# Strength of the pull of all weights towards nothing, and what all sentence pairs weigh beside all headline pairs.
PULL, SENTENCES = 5.0, 2.0


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


def often_together(one, other, rng):
    """How often both claims of a pair fall into one group, of DIVISIONS."""
    names = np.unique(np.r_[one, other])
    one, other = np.searchsorted(names, one), np.searchsorted(names, other)
    times = np.zeros(len(one))
    for _ in range(DIVISIONS):
        group = rng.permutation(len(names)) // GROUP
        times += group[one] == group[other]
    return times / DIVISIONS


def balanced(claims, right):
    """Weighs right pairs by claim, so that a claim with forty headlines does not count a thousandfold."""
    names, counts = np.unique(claims[right], return_counts=True)
    size = dict(zip(names, counts))
    weight = np.array([size.get(name, 1) ** -0.25 for name in claims])
    weight[~right] = 1
    weight[right] *= right.sum() / weight[right].sum()
    return weight


def main():
    rng = np.random.default_rng(1)
    (rows, news), (pairs, likeness) = headlines("train"), sentences("train")
    claims = np.array([row["cluster"] for row in rows])
    one, other = claims[[pair.one for pair in news]], claims[[pair.other for pair in news]]
    is_right, measures = one == other, np.array([pair.measures for pair in news])
    weight = balanced(one, is_right) * np.where(is_right, 1, often_together(one, other, rng))
    # Most pairs of headlines share nothing: one in ten of those stands for all.
    far = ~is_right & (measures[:, 0] < 0.3) & (measures[:, 1] < 0.3)
    weight *= np.where(far, np.where(rng.random(len(far)) < 0.1, 10, 0), 1)
    kept = weight > 0
    measures = np.r_[measures[kept], np.array([pair.measures for pair in pairs])]
    right = np.r_[is_right[kept].astype(float), likeness]
    weight = np.r_[weight[kept], np.full(len(likeness), SENTENCES)]
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


if __name__ == "__main__":
    main()
