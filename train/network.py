"""The encoder and its heads.

A BERT of the MiniLM kind (Wang et al., 2020; layers as in Devlin et al., 2019) over word pieces, with one learned
vector more for each word's mark (case shape, quotation). Every head reads the vector of a word's first piece.
Arcs and labels follow Dozat and Manning (2017), with cheaper labels; a word that heads itself is the root.
"""

import json

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

MARKS = 16
VECTOR = 128
ARC = 128


class Layer(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.heads = heads
        self.query, self.key = nn.Linear(width, width), nn.Linear(width, width)
        self.value, self.out = nn.Linear(width, width), nn.Linear(width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x, mask):
        batch, length, width = x.shape
        split = lambda y: y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
        query = split(self.query(x) * (width // self.heads) ** -0.5)
        key, value = split(self.key(x)), split(self.value(x))
        scores = query @ key.transpose(2, 3) + mask
        seen = scores.softmax(-1) @ value
        x = self.norm1(x + self.out(seen.transpose(1, 2).reshape(batch, length, width)))
        return self.norm2(x + self.down(functional.gelu(self.up(x))))


class Network(nn.Module):
    def __init__(self, config, labels):
        super().__init__()
        width = config["width"]
        self.config, self.labels = config, labels
        self.word = nn.Embedding(config["vocabulary"], width)
        self.position = nn.Embedding(512, width)
        self.mark = nn.Embedding(MARKS, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, config["inner"], config["heads"]) for _ in range(config["layers"]))
        sizes = {name: len(labels[name]) for name in ("roles", "names", "upos", "xpos")} | {"worth": 1, "vector": VECTOR}
        self.heads = nn.ModuleDict({name: nn.Linear(width, size) for name, size in sizes.items()})
        for name in ("dependent", "governor", "label_dependent", "label_governor"):
            self.heads[name] = nn.Linear(width, ARC)
        self.heads["arc"] = nn.Linear(ARC, ARC, bias=False)
        self.heads["root"] = nn.Linear(ARC, 1, bias=False)
        self.heads["labels"] = nn.Linear(ARC, len(labels["deprel"]))
        self.dropout = nn.Dropout(0.1)

    def encode(self, pieces, marks, mask):
        """Hidden states of every piece; `mask` [batch, length] is true where there is one."""
        positions = self.position.weight[: pieces.shape[1]]
        x = self.dropout(self.norm(self.word(pieces) + positions + self.mark(marks)))
        mask = torch.where(mask, 0.0, -1e4)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, batch):
        """Answers for every word: logits by head, arcs [batch, words, words], and the vectors of words."""
        x = self.encode(batch["pieces"], batch["marks"], batch["is_piece"])
        x = x.gather(1, batch["words"][..., None].expand(-1, -1, x.shape[-1]))
        x = self.dropout(x)
        answers = {name: self.heads[name](x).float() for name in ("roles", "names", "upos", "xpos", "worth", "vector")}
        dependent, governor = self.heads["dependent"](x).relu(), self.heads["governor"](x).relu()
        arcs = self.heads["arc"](dependent).float() @ governor.float().transpose(1, 2)
        arcs = arcs + self.heads["root"](governor).float().transpose(1, 2)
        same = batch["sentences"][:, :, None] == batch["sentences"][:, None, :]
        answers["arcs"] = arcs.masked_fill(~same, -1e4)
        heads = answers["arcs"].argmax(-1)
        if self.training and "heads" in batch:
            heads = torch.where(batch["heads"] >= 0, batch["heads"], heads)
        governor = self.heads["label_governor"](x)
        governor = governor.gather(1, heads[..., None].expand(-1, -1, governor.shape[-1]))
        answers["deprel"] = self.heads["labels"]((self.heads["label_dependent"](x) + governor).relu()).float()
        return answers


def base(folder, labels):
    """The network with the weights of all-MiniLM-L6-v2; marks begin as its first token type."""
    given = json.loads((folder / "config.json").read_text())
    config = {"width": given["hidden_size"], "inner": given["intermediate_size"], "heads": given["num_attention_heads"],
              "layers": given["num_hidden_layers"], "vocabulary": given["vocab_size"]}
    network = Network(config, labels)
    old = load_file(folder / "model.safetensors")
    new = {"word.weight": old["embeddings.word_embeddings.weight"],
           "position.weight": old["embeddings.position_embeddings.weight"],
           "mark.weight": old["embeddings.token_type_embeddings.weight"][:1].repeat(MARKS, 1)}
    names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
             "out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
             "down": "output.dense", "norm2": "output.LayerNorm"}
    for part in ("weight", "bias"):
        new[f"norm.{part}"] = old[f"embeddings.LayerNorm.{part}"]
        for layer in range(config["layers"]):
            for name, older in names.items():
                new[f"layers.{layer}.{name}.{part}"] = old[f"encoder.layer.{layer}.{older}.{part}"]
    missing, unknown = network.load_state_dict(new, strict=False)
    assert not unknown and all(name.startswith("heads.") for name in missing), (missing, unknown)
    return network
