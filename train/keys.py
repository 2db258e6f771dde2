"""How many like pairs meet under a key, and at what cost (src/linking/keys.rs).

    python train/keys.py CLAIMS

CLAIMS has JSON lines {"text", "vector", "names"}: contents of claims as `sayso analyze` finds them in a corpus. Like
pairs are those of Emergent's and That is a Known Lie's development splits that linking itself takes for one claim.
"""

import json
import sys
from collections import Counter

import pairs
import sources


def keys_of(rows):
    given = "".join(json.dumps(row) + "\n" for row in rows)
    return [set(json.loads(line)) for line in pairs.product("statements", "keys", given=given)]


def laid_out(texts):
    return [{"text": text, "vector": vector} for text, vector in zip(texts, pairs.vectors(texts))]


def met(name, keys, among):
    shared = [keys[pair.one] & keys[pair.other] for pair in among]
    by_kind = Counter(kind for found in shared for kind in {key.split(":")[0] for key in found})
    share = sum(map(bool, shared)) / max(len(among), 1)
    told = ", ".join(f"{kind} {count / len(among):.3f}" for kind, count in sorted(by_kind.items()))
    print(f"{name}: {share:.3f} of {len(among)} pairs share a key ({told})")


def main():
    rows, found = pairs.headlines("dev")
    keys = keys_of(laid_out([row["text"] for row in rows]))
    met("Emergent, same claim", keys, [pair for pair in found if rows[pair.one]["cluster"] == rows[pair.other]["cluster"]])
    for cut in (0.5, 0.7):
        met(f"Emergent, score from {cut}", keys, [pair for pair in found if pair.score >= cut])
    rows = [row for row in sources.rows("claims/known-lie-dev.jsonl.gz") if row["label"] == 1]
    texts = [row[side] for row in rows for side in "ab"]
    found, keys = pairs.compared(texts, [at // 2 for at in range(len(texts))]), keys_of(laid_out(texts))
    met("Known lies, same claim", keys, found)
    met("Known lies, score from 0.5", keys, [pair for pair in found if pair.score >= 0.5])
    with open(sys.argv[1], encoding="utf-8") as lines:
        cost(keys_of([json.loads(line) for line in lines]))


def cost(keys):
    """Keys a claim has, and how many other claims stand under them."""
    sizes = Counter(key for found in keys for key in found)
    print(f"{len(keys)} claims, {sum(sizes.values()) / len(keys):.1f} keys a claim")
    for kind in ("Word", "Words"):
        mine = [key for found in keys for key in found if key.startswith(kind + ":")]
        others = sum(sizes[key] - 1 for key in mine) / len(keys)
        largest = max((size for key, size in sizes.items() if key.startswith(kind + ":")), default=0)
        print(f"  {kind}: {len(mine) / len(keys):.1f} keys a claim, {others:.1f} meetings a claim, largest bucket {largest}")


if __name__ == "__main__":
    main()
