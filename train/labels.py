"""The answers each head can give, in the order of its outputs, and how spans become labels of words."""

ROLES = ["O"] + [f"{mark}-{role}" for role in ("source", "cue", "content") for mark in "BI"]
KINDS = ["person", "organisation", "place", "group", "event", "other"]
NAMES = ["O"] + [f"{mark}-{kind}" for kind in KINDS for mark in "BI"]
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()


def name_bit(mark, kind):
    """The bit of a name label in a set of allowed labels."""
    return 1 << NAMES.index(f"{mark}-{kind}")


OUTSIDE = 1 << NAMES.index("O")


def bits(mark, kinds):
    """The bits of one mark with any of these kinds."""
    return sum(name_bit(mark, kind) for kind in kinds)
