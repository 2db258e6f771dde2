"""Fits the weights by which contents choose their cues and cues their sources (src/analysis/links.rs).

    python train/links.py > src/analysis/tables/links.txt

A log-linear choice among the parts that the product finds in the training articles of PolNeAR, or none of them. Right is
what overlaps the part that people linked; a chooser that people did not mark has nothing to choose. Prints the table;
how often the choices are right on both splits goes to standard error.
"""

import json
import subprocess
import sys

import torch

import sources

# Strength of the pull of all weights towards nothing.
PULL = 0.0001


def product(*arguments, given=""):
    command = ["cargo", "run", "--release", "--quiet", "--example", "links", "--", *arguments]
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout.splitlines()


def shared(span, others):
    return sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in others)


def rightful(chosen, chooser, attributions):
    """The spans that a chooser was linked to by people; none where they did not mark it."""
    own = "content" if chosen == "cue" else "cue"
    best = max(attributions, key=lambda attribution: shared(chooser, attribution[own]), default=None)
    return best[chosen] if best and shared(chooser, best[own]) else []


def choices(split):
    """For each kind of choice a list of (features of the options, whether each is right)."""
    rows = {row["id"]: row for row in sources.rows(f"polnear/{split}.jsonl.gz")}
    given = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows.values())
    found = {"source": [], "cue": []}
    for answer in map(json.loads, product(given=given)):
        for choice in answer["choices"]:
            wanted = rightful(choice["chosen"], choice["chooser"], rows[answer["id"]]["attributions"])
            options = choice["options"]
            if options:
                found[choice["chosen"]].append(([option[2] for option in options],
                                                [shared(option[:2], wanted) > 0 for option in options]))
    return found


def stacked(examples):
    """Features, whether each option is there, whether it is right; the last option is none at all."""
    most, width = max(len(options) for options, _ in examples), len(examples[0][0][0])
    features = torch.zeros(len(examples), most + 1, width)
    there, right = torch.zeros(len(examples), most + 1, dtype=bool), torch.zeros(len(examples), most + 1, dtype=bool)
    for row, (options, rights) in enumerate(examples):
        features[row, : len(options)] = torch.tensor(options)
        there[row, : len(options)] = True
        right[row, : len(options)] = torch.tensor(rights)
    there[:, -1] = True
    right[:, -1] = ~right.any(1)
    return features, there, right


def scores(weights, features, there):
    return (features @ weights).masked_fill(~there, -1e9)


def fitted(examples):
    features, there, right = stacked(examples)
    weights = torch.zeros(features.shape[-1], requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        found = scores(weights, features, there)
        value = (found.logsumexp(1) - found.masked_fill(~right, -1e9).logsumexp(1)).mean() + PULL * weights.square().sum()
        value.backward()
        return value

    optimizer.step(loss)
    return weights.detach()


def share_right(weights, examples):
    features, there, right = stacked(examples)
    best = scores(weights, features, there).argmax(1, keepdim=True)
    return right.gather(1, best).float().mean().item()


def main():
    training, development = choices("train"), choices("dev")
    weights = {chosen: fitted(training[chosen]) for chosen in ("source", "cue")}
    for chosen in weights:
        shares = [100 * share_right(weights[chosen], examples[chosen]) for examples in (training, development)]
        print(f"{chosen}: {shares[0]:.1f} % right in training, {shares[1]:.1f} % in development", file=sys.stderr)
    print("# How much each feature speaks for a source of a cue, and for a cue of a content. Written by train/links.py.")
    for at, name in enumerate(product("features")):
        print(f"{name}: {weights['source'][at]:.3f} {weights['cue'][at]:.3f}")


if __name__ == "__main__":
    main()
