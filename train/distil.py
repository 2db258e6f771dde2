"""A smaller network from a larger: it begins with some of the teacher's layers and learns the teacher's answers
beside the gold (Hinton, Vinyals and Dean, 2015; layers as in DistilBERT, Sanh et al., 2019)."""

import torch
from torch.nn import functional

from network import Network

# How much the teacher's answers count beside the gold.
WEIGHTS = {"roles": 2.0, "names": 1.0, "upos": 0.5, "xpos": 0.5, "arcs": 1.0, "deprel": 0.7}
VECTOR_WEIGHT = 2.0


def shallower(teacher, layers):
    """A network with only these layers of the teacher, its embeddings and its heads."""
    network = Network(teacher.config | {"layers": len(layers)}, teacher.labels)
    state = {}
    for name, value in teacher.state_dict().items():
        part = name.split(".")
        if part[0] == "layers":
            if int(part[1]) not in layers:
                continue
            part[1] = str(layers.index(int(part[1])))
        state[".".join(part)] = value.clone()
    network.load_state_dict(state)
    return network


class Teacher:
    """Answers a batch, and tells how far another's answers are from its own."""

    def __init__(self, network):
        self.network = network.bfloat16().eval()

    def losses(self, answers, batch):
        with torch.inference_mode():
            taught = self.network(batch)
        real = batch["sentences"] >= 0
        found = {}
        for name, weight in WEIGHTS.items():
            goal = taught[name][real].clone().softmax(-1)
            loss = functional.cross_entropy(answers[name][real], goal, reduction="mean")
            found[f"taught {name}"] = weight * loss
        ours, theirs = (functional.normalize(a["vector"][real], dim=-1) for a in (answers, taught))
        found["taught vector"] = VECTOR_WEIGHT * (1 - (ours * theirs.clone()).sum(-1)).mean()
        return found
