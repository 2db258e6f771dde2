"""Documents → windows of whole sentences, and windows → padded batches."""

import random

import torch

CLASSIFY, SEPARATE, MASK, UNKNOWN = 101, 102, 103, 100
LONGEST = 126
LOUD, QUOTED = 7, 8
# What may be known of each word.
LABELS = ("roles", "names", "upos", "xpos", "deprel", "heads")


class Document:
    """An item of training.pt with what windows need to be cut quickly."""

    def __init__(self, item, number):
        self.item, self.number = item, number
        self.piece_starts = torch.cat([torch.zeros(1, dtype=torch.int64), item["lengths"].cumsum(0)])
        # The same as lists: looking single numbers up in tensors is slow.
        self.starts, self.paragraphs = self.piece_starts.tolist(), item["paragraphs"].tolist()
        changes = (item["sentences"][1:] != item["sentences"][:-1]).nonzero().flatten() + 1
        self.sentence_starts = [0, *changes.tolist(), len(item["lengths"])]
        self.is_whole = "worth" in item or "pair" in item or not ({"roles", "names", "upos"} & item.keys())

    def windows(self, chance, shortest):
        """Runs of sentences (first word, one past the last) of at most a random number of pieces."""
        bounds, first, budget = self.sentence_starts, 0, chance.randint(shortest, LONGEST)
        for at in range(1, len(bounds)):
            start, end = bounds[first], bounds[at]
            if self.size(start, end) > budget and at - 1 > first:
                yield start, bounds[at - 1]
                first, budget = at - 1, chance.randint(shortest, LONGEST)
        start, end = bounds[first], bounds[-1]
        yield start, end

    def size(self, start, end):
        """Pieces of these words, and one more for each paragraph, and one to begin with."""
        paragraphs = self.paragraphs[end - 1] - self.paragraphs[start]
        return self.starts[end] - self.starts[start] + paragraphs + 2


def window(document, start, end, chance=None):
    """One window as unpadded tensors. With `chance`, words are hidden and sentences made loud now and then."""
    item = document.item
    while document.size(start, end) > 510:
        end -= 1
    first_piece = document.piece_starts[start:end] - document.piece_starts[start]
    paragraph = (item["paragraphs"][start:end] - item["paragraphs"][start]).to(torch.int64)
    words = first_piece + paragraph + 1
    lengths = item["lengths"][start:end].to(torch.int64)
    size = document.size(start, end)
    pieces = torch.full((size,), SEPARATE, dtype=torch.int64)
    marks = torch.zeros(size, dtype=torch.int64)
    pieces[0] = CLASSIFY
    of_word = torch.repeat_interleave(torch.arange(end - start), lengths)
    places = torch.arange(len(of_word)) + paragraph[of_word] + 1
    ids = item["pieces"][document.piece_starts[start] : document.piece_starts[end]].to(torch.int64)
    word_marks = item["marks"][start:end].to(torch.int64)
    sentences = item["sentences"][start:end].to(torch.int64)
    if chance is not None:
        hidden = torch.rand(end - start) < chance.choice((0.0, 0.04, 0.08))
        ids = torch.where(hidden[of_word], MASK, ids)
        if chance.random() < 0.08:
            is_loud = (sentences % 2 == chance.randint(0, 1)) & (word_marks % QUOTED > 0)
            word_marks = torch.where(is_loud, word_marks // QUOTED * QUOTED + LOUD, word_marks)
    pieces[places], marks[places] = ids, word_marks[of_word]
    cut = {"pieces": pieces, "marks": marks, "words": words, "sentences": sentences}
    for name in LABELS:
        if name in item:
            cut[name] = item[name][start:end].to(torch.int64)
    if "heads" in cut:
        cut["heads"] = cut["heads"] - start
    cut["units"] = torch.zeros_like(sentences) if document.is_whole else sentences - sentences[0]
    cut["document"], cut["start"], cut["first_sentence"] = document, start, int(sentences[0])
    return cut


def padded(windows):
    """Stacks windows; labels that a window lacks are -1, words beyond its end have sentence -1."""
    stack = lambda name, fill: torch.nn.utils.rnn.pad_sequence(
        [w[name] if name in w else torch.full_like(w["words"], fill) for w in windows],
        batch_first=True, padding_value=fill)
    batch = {"pieces": stack("pieces", 0), "marks": stack("marks", 0), "words": stack("words", 0),
             "sentences": stack("sentences", -1), "units": stack("units", -1)}
    batch["is_piece"] = batch["pieces"] > 0
    for name in LABELS:
        if any(name in w for w in windows):
            batch[name] = stack(name, -1)
    batch["windows"] = windows
    return batch


def batches(documents, seed, pieces_per_batch, times):
    """One epoch: every document's windows in batches of like length. `times` says how often a kind of document comes."""
    chance = random.Random(seed)
    units, pairs = [], {}
    for document in documents:
        item = document.item
        if "pair" in item:
            pairs.setdefault(item["pair"][0], []).append((document, 0, len(item["lengths"])))
            continue
        kind = "syntax" if "upos" in item else "roles" if "roles" in item else "names" if "names" in item else "short"
        for _ in range(times.get(kind, 1)):
            shortest = 90 if kind == "roles" else 20
            units += [[(document, *bounds)] for bounds in document.windows(chance, shortest)]
    units += [pair for pair in pairs.values() if len(pair) == 2]
    length = lambda unit: max(d.size(start, end) for d, start, end in unit)
    order = sorted(units, key=lambda unit: length(unit) * chance.uniform(0.9, 1.1))
    made, batch, longest = [], [], 0
    for unit in order:
        longest = max(longest, length(unit))
        if batch and longest * (len(batch) + len(unit)) > pieces_per_batch:
            made.append(batch)
            batch, longest = [], length(unit)
        batch += unit
    made.append(batch)
    chance.shuffle(made)
    return made, chance
