"""Expected weighted means of one small wave, written from METHOD.md with numpy and scipy; not from the Java code."""
import json
import random
import numpy as np
from scipy import stats

K = 5
MARGINS = {"region": {"north": 0.7, "south": 0.3}, "size": {"small": 0.15, "medium": 0.25, "large": 0.6}}
rng = random.Random(20261122)
rows = []
for i in range(140):
    region = "north" if rng.random() < 0.35 else "south"
    size = rng.choice(["small"] * 3 + ["medium"] * 2 + ["large"])
    low = 2 if region == "north" else 1
    rows.append({"account": "a%d" % rng.randrange(37), "region": region, "size": size,
                 "experience": [rng.choice([255, low, low + 1, low + 2, low + 2, min(5, low + 3)]) for _ in range(2)],
                 "importance": [rng.choice([3, 4, 4, 5]) for _ in range(2)]})

# iterative proportional fitting on the full cross table, in plain numpy
regions, sizes = list(MARGINS["region"]), list(MARGINS["size"])
table = np.zeros((2, 3))
for row in rows:
    table[regions.index(row["region"]), sizes.index(row["size"])] += 1
fitted = table / len(rows)
for _ in range(5000):
    fitted *= (np.array([MARGINS["region"][r] for r in regions]) / fitted.sum(axis=1))[:, None]
    fitted *= (np.array([MARGINS["size"][s] for s in sizes]) / fitted.sum(axis=0))[None, :]
cell = fitted / table
w = np.array([cell[regions.index(r["region"]), sizes.index(r["size"])] for r in rows])
limit = 5 * np.median(w)
trimmed = int((w > limit * (1 + 1e-12)).sum())
w = np.minimum(w, limit)
w = w / w.mean()
deff = 1 + w.var() / w.mean() ** 2

expected = []
for measure in ("experience", "importance"):
    for item, touchpoint in enumerate(["website", "demo"]):
        x = np.array([r[measure][item] for r in rows], float)
        has = x != 255
        mean = (w * x)[has].sum() / w[has].sum()
        e = {}
        for row, weight, value, rated in zip(rows, w, x, has):
            if rated:
                e[row["account"]] = e.get(row["account"], 0) + weight * (value - mean)
        g, n = len(e), int(has.sum())
        v = g / (g - 1) * sum(s * s for s in e.values()) / w[has].sum() ** 2
        v = max(v, 0.25 / n) if n < 30 else v
        half = stats.t.ppf(0.975, g - 1) * v ** 0.5
        expected.append({"measure": measure, "touchpoint": touchpoint, "n": n, "accounts": g, "value": mean,
                         "se": v ** 0.5, "df": g - 1, "low": max(1, mean - half), "high": min(K, mean + half),
                         "kish_deff": deff, "n_trimmed": trimmed})
json.dump({"margins": MARGINS, "customers": rows, "expected": expected}, open("own-weights.json", "w"), indent=1)
