"""Stage 3: trains the encoder and all its heads together.

    python train/finetune.py WORK BASE NAME [--epochs N] [--batch PIECES] [--rate R] [--teacher NAME --layers 0,2,5]

Writes WORK/NAME.pt every few minutes with all it needs to go on, and goes on from there when called again. With a
teacher, the network begins with some of the teacher's layers and learns its answers too (see distil.py).
"""

import argparse
import json
import os
import time
from functools import partial
from pathlib import Path

import torch

import losses as own
from distil import Teacher, shallower
from network import Network, base
from score import report
from windows import Document, batches, padded, window

SAVE_EVERY = 420
# How often each kind of document comes in an epoch.
TIMES = {"syntax": 2}
WARM_UP = 0.04


def arguments():
    parser = argparse.ArgumentParser()
    for name in ("work", "base", "name"):
        parser.add_argument(name)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=4000)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--teacher")
    parser.add_argument("--layers")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop (and save) after so many")
    return parser.parse_args()


def start(options, labels):
    """The untrained network, and its teacher if it has one."""
    if not options.teacher:
        return base(Path(options.base), labels), None
    kept = torch.load(Path(options.work) / f"{options.teacher}.pt")
    teacher = Network(kept["config"], labels)
    teacher.load_state_dict(kept["network"])
    layers = [int(layer) for layer in options.layers.split(",")]
    return shallower(teacher, layers), Teacher(teacher)


def vector_of(known, cut, unit):
    """The base model's vector of a unit of a window, or nothing."""
    document = cut["document"]
    if not document.is_whole:
        unit += cut["first_sentence"] - int(document.item["sentences"][0])
    row = known["places"].get((document.number, unit))
    return None if row is None else known["rows"][row]


class Master:
    """The weights in full precision, stepped by AdamW; the network computes with their bfloat16 copies."""

    def __init__(self, network, rate):
        self.network = network
        self.weights = {name: p.detach().float().clone() for name, p in network.named_parameters()}
        network.bfloat16()
        is_new = lambda name: name.startswith(("heads.", "mark."))
        groups = [{"params": [w for name, w in self.weights.items() if is_new(name) == new], "lr": rate * (4 if new else 1)}
                  for new in (False, True)]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)

    def load(self, weights):
        for name, weight in weights.items():
            self.weights[name].copy_(weight)
        self.publish()

    def publish(self):
        with torch.no_grad():
            for name, p in self.network.named_parameters():
                p.copy_(self.weights[name])

    def step(self, loss):
        self.network.zero_grad(set_to_none=True)
        loss.backward()
        for name, p in self.network.named_parameters():
            self.weights[name].grad = None if p.grad is None else p.grad.float()
        torch.nn.utils.clip_grad_norm_(self.weights.values(), 1.0)
        self.optimizer.step()
        self.publish()


def save(path, state):
    torch.save(state, path.with_suffix(".part"))
    os.replace(path.with_suffix(".part"), path)


def main():
    options = arguments()
    work, path = Path(options.work), Path(options.work) / f"{options.name}.pt"
    labels = json.loads((work / "labels.json").read_text())
    network, teacher = start(options, labels)
    training = [Document(item, number) for number, item in enumerate(torch.load(work / "training.pt"))]
    known = torch.load(work / "likeness.pt")
    likeness = partial(vector_of, known)
    master = Master(network, options.rate)
    epochs = [batches(training, options.seed + epoch, options.batch, TIMES) for epoch in range(options.epochs)]
    steps = sum(len(made) for made, _ in epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        master.optimizer, lambda step: min(step / (WARM_UP * steps), max(0.0, (steps - step) / (steps * (1 - WARM_UP)))))
    done = 0
    if path.exists():
        kept = torch.load(path)
        master.load(kept["network"])
        if kept["done"] >= steps:
            print("finished before")
            return
        master.optimizer.load_state_dict(kept["optimizer"])
        schedule.load_state_dict(kept["schedule"])
        done = kept["done"]
    keep = lambda: save(path, {"network": master.weights, "config": network.config, "done": done, "steps": steps,
                               "optimizer": master.optimizer.state_dict(), "schedule": schedule.state_dict()})
    torch.manual_seed(options.seed + done)
    begun, saved, sums, pieces, step = time.time(), time.time(), {}, 0, 0
    for made, chance in epochs:
        for units in made:
            step += 1
            if step <= done:
                continue
            network.train()
            batch = padded([window(*unit, chance) for unit in units])
            answers = network(batch)
            found = own.losses(answers, batch, likeness)
            if teacher:
                found |= teacher.losses(answers, batch)
            loss = sum(found.values())
            master.step(loss)
            schedule.step()
            done, pieces = step, pieces + batch["pieces"].numel()
            for name, value in found.items():
                total, count = sums.get(name, (0.0, 0))
                sums[name] = (total + float(value.detach()), count + 1)
            if done % 50 == 0:
                means = " ".join(f"{name} {total / count:.3f}" for name, (total, count) in sorted(sums.items()))
                print(f"{done}/{steps} {pieces / (time.time() - begun):.0f} pieces/s {means}", flush=True)
                sums = {}
            if time.time() - saved > SAVE_EVERY:
                keep()
                saved = time.time()
            if time.time() - begun > options.minutes * 60:
                keep()
                return
    keep()
    report(network.eval(), torch.load(work / "development.pt"))


if __name__ == "__main__":
    main()
