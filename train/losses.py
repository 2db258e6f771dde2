"""What each head should have answered, and how far off it was. Every loss is a mean over the words that know."""

import torch
from torch.nn import functional

from labels import NAMES

WEIGHTS = {"roles": 1.0, "names": 1.0, "upos": 0.5, "xpos": 0.5, "arcs": 1.0, "deprel": 0.7, "worth": 0.3,
           "pair": 4.0, "likeness": 8.0}
SILVER = 0.25
# A task with fewer words than this in a batch counts in proportion, so that no single word steers a step.
ENOUGH = {"worth": 8, "pair": 8, "likeness": 1}
ENOUGH_WORDS = 300


def mean(losses, name, weights=None):
    count = losses.numel() if weights is None else float(weights.sum())
    total = losses.sum() if weights is None else (losses * weights).sum()
    return WEIGHTS[name] * total / max(count, ENOUGH.get(name, ENOUGH_WORDS))


def losses(answers, batch, likeness):
    """A dict of weighted losses. `likeness` gives the teacher's vector of a unit, or nothing."""
    found = {}
    for name in ("roles", "upos", "xpos", "deprel"):
        if name in batch:
            known = batch[name] >= 0
            if known.any():
                found[name] = mean(functional.cross_entropy(answers[name][known], batch[name][known], reduction="none"), name)
    if "heads" in batch:
        known = batch["heads"] >= 0
        found["arcs"] = mean(functional.cross_entropy(answers["arcs"][known], batch["heads"][known], reduction="none"), "arcs")
    if "names" in batch:
        found["names"] = names(answers["names"], batch)
    found |= units(answers, batch, likeness)
    return found


def names(logits, batch):
    """The chance of any allowed label: a set that does not mark events says nothing against one."""
    known = batch["names"] >= 0
    allowed = (batch["names"][known][:, None] >> torch.arange(len(NAMES))) & 1
    logits = logits[known]
    loss = logits.logsumexp(-1) - logits.masked_fill(allowed == 0, -1e9).logsumexp(-1)
    trust = torch.tensor([SILVER if w["document"].item.get("is_silver") else 1.0 for w in batch["windows"]])
    return mean(loss, "names", trust[:, None].expand_as(batch["names"])[known])


def unit_means(values, batch):
    """The mean over each unit's words: (means, window of each, number of each in its window)."""
    real = batch["units"] >= 0
    most = int(batch["units"].max()) + 1
    keys = (torch.arange(len(values))[:, None] * most + batch["units"])[real]
    there, places = keys.unique(return_inverse=True)
    sums = torch.zeros(len(there), values.shape[-1]).index_add(0, places, values[real])
    counts = torch.zeros(len(there)).index_add(0, places, torch.ones(len(places)))
    return sums / counts[:, None], (there // most).tolist(), (there % most).tolist()


def units(answers, batch, likeness):
    found = {}
    joined = torch.cat([answers["worth"], answers["vector"]], -1)
    means, windows, numbers = unit_means(joined, batch)
    items = [batch["windows"][w]["document"].item for w in windows]
    worthy = [place for place, item in enumerate(items) if "worth" in item]
    if worthy:
        goal = torch.tensor([float(items[place]["worth"]) for place in worthy])
        loss = functional.binary_cross_entropy_with_logits(means[worthy, 0], goal, reduction="none")
        found["worth"] = mean(loss, "worth")
    vectors = functional.normalize(means[:, 1:], dim=-1)
    pairs = [(place, place + 1) for place, item in enumerate(items[:-1])
             if "pair" in item and "pair" in items[place + 1] and item["pair"][0] == items[place + 1]["pair"][0]]
    if pairs:
        left, right = (torch.tensor(side) for side in zip(*pairs))
        goal = torch.tensor([items[place]["pair"][1] for place, _ in pairs])
        found["pair"] = mean(((vectors[left] * vectors[right]).sum(-1) - goal) ** 2, "pair")
    taught = [(place, vector) for place, (w, n) in enumerate(zip(windows, numbers))
              if (vector := likeness(batch["windows"][w], n)) is not None]
    if len(taught) > 1:
        places = torch.tensor([place for place, _ in taught])
        goal = torch.stack([vector for _, vector in taught]).float()
        ours = vectors[places] @ vectors[places].T
        off = ~torch.eye(len(taught), dtype=torch.bool)
        found["likeness"] = mean(((ours - goal @ goal.T) ** 2)[off], "likeness")
    return found
