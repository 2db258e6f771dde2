"""How many like pairs meet under a key, and at what cost (src/linking/keys.rs).

    python train/keys.py CLAIMS

CLAIMS has JSON lines {"text", "vector", "names"}: contents of claims as `sayso analyze` finds them in a corpus. Like
pairs are those of Emergent's and That is a Known Lie's development splits that linking itself takes for one claim.
"""

import json
import sys
from collections import Counter

import alike
import sources


def keys_of(rows):
    given = "".join(json.dumps(row) + "\n" for row in rows)
    return [set(json.loads(line)) for line in alike.product("statements", "keys", given=given)]


def laid_out(texts):
    return [{"text": text, "vector": vector} for text, vector in zip(texts, alike.vectors(texts))]


def met(name, keys, pairs):
    kinds = [{key.split(":")[0] for key in keys[one] & keys[other]} for one, other in pairs]
    by_kind = Counter(kind for found in kinds for kind in found)
    share = sum(bool(found) for found in kinds) / max(len(pairs), 1)
    told = ", ".join(f"{kind} {count / len(pairs):.3f}" for kind, count in sorted(by_kind.items()))
    print(f"{name}: {share:.3f} of {len(pairs)} pairs share a key ({told})")


def main():
    rows = list(sources.rows("claims/emergent-dev.jsonl.gz"))
    texts = [row["text"] for row in rows]
    found = alike.compared(texts, [0] * len(texts))
    keys = keys_of(laid_out(texts))
    same = [rows[one]["cluster"] == rows[other]["cluster"] for one, other in found["pair"]]
    met("Emergent, same claim", keys, [pair for pair, right in zip(found["pair"], same) if right])
    for cut in (0.5, 0.7):
        met(f"Emergent, score from {cut}", keys, found["pair"][found["score"] >= cut])
    rows = [row for row in sources.rows("claims/known-lie-dev.jsonl.gz") if row["label"] == 1]
    texts = [row[side] for row in rows for side in "ab"]
    found, keys = alike.compared(texts, [at // 2 for at in range(len(texts))]), keys_of(laid_out(texts))
    met("Known lies, same claim", keys, found["pair"])
    met("Known lies, score from 0.5", keys, found["pair"][found["score"] >= 0.5])
    with open(sys.argv[1], encoding="utf-8") as lines:
        cost(keys_of([json.loads(line) for line in lines]))


def cost(keys):
    """Keys a claim has, and how many other claims stand under them."""
    sizes = Counter(key for found in keys for key in found)
    print(f"{len(keys)} claims, {sum(sizes.values()) / len(keys):.1f} keys a claim")
    for kind in ("Word", "Words", "Names", "Vector"):
        mine = [key for found in keys for key in found if key.startswith(kind + ":")]
        others = sum(sizes[key] - 1 for key in mine) / len(keys)
        largest = max((size for key, size in sizes.items() if key.startswith(kind + ":")), default=0)
        print(f"  {kind}: {len(mine) / len(keys):.1f} keys a claim, {others:.1f} meetings a claim, largest bucket {largest}")


if __name__ == "__main__":
    main()
