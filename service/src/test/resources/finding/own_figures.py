"""Expected figures of two small waves, written from METHOD.md with numpy and scipy; not from the Java code."""
import json
import random
import numpy as np
from scipy import stats

K = 7
R = K - 1
ITEMS = ["advice", "demo", "proposal"]


def answers(seed, people, low, regions):
    rng = random.Random(seed)
    rows = []
    for i in range(people):
        row = {"account": "a%d" % rng.randrange(11), "person": "p%d" % i,
               "region": regions[rng.randrange(len(regions))], "size": ["small", "large", ""][rng.randrange(3)],
               "experience": [rng.choice([0, 255] + list(range(low, low + 5)) * 3) for _ in ITEMS],
               "importance": [rng.choice(list(range(low - 1, low + 4)) * 3 + [0]) for _ in ITEMS]}
        answered = sum(v != 0 for v in row["experience"] + row["importance"])
        if 2 * answered >= 2 * len(ITEMS):
            rows.append(row)
    return rows


def engine(groups):
    """CR2 mean of a list of lists, one for each cluster."""
    x = np.concatenate([np.array(g, float) for g in groups])
    n, mean = len(x), x.mean()
    p = np.array([len(g) / n for g in groups])
    e = np.array([np.sum(np.array(g) - mean) for g in groups])
    v = np.sum(e ** 2 / (1 - p)) / n ** 2
    q = p ** 2 / (1 - p)
    df = 1 / (np.sum(p ** 2) + q.sum() ** 2 - np.sum(q ** 2))
    return n, len(groups), mean, max(v, 0.25 / n) if n < 30 else v, df


def clusters(rows, item, key):
    found = {}
    for row in rows:
        value = row["experience"][item]
        if value not in (0, 255):
            found.setdefault(row[key], []).append(value)
    return [found[k] for k in sorted(found)]


def mean(rows, item, key):
    n, accounts, m, v, df = engine(clusters(rows, item, key))
    half = stats.t.ppf(0.975, df) * v ** 0.5
    return {"n": n, "accounts": accounts, "value": m, "se": v ** 0.5, "df": df,
            "low": max(1, m - half), "high": min(K, m + half)}


def gap(team, customers, item, people=None):
    nt, _, mt, vt, dt = engine(clusters(team, item, "person"))
    nc, accounts, mc, vc, dc = engine(clusters(customers, item, "account"))
    if people:  # these people, and all of them answered
        vt = 0
    v = vt + vc
    df = v ** 2 / (vt ** 2 / dt + vc ** 2 / dc)
    half = stats.t.ppf(0.975, df) * v ** 0.5
    return {"n": nt, "n_customers": nc, "accounts": accounts, "value": mt - mc, "se": v ** 0.5, "df": df,
            "low": mt - mc - half, "high": mt - mc + half,
            "p": 2 * stats.t.sf(abs(mt - mc) / v ** 0.5, df)}


def pick(rows, variable, value, team=False):
    return [r for r in rows if r[variable] == value or team and r[variable] == ""]


def trend(before, now, item):
    def sums(rows):
        found = {}
        for row in rows:
            x = row["experience"][item]
            if x not in (0, 255):
                found.setdefault(row["account"], []).append(x)
        return found
    a, b = sums(before), sums(now)
    na, nb = sum(map(len, a.values())), sum(map(len, b.values()))
    ma, mb = sum(map(sum, a.values())) / na, sum(map(sum, b.values())) / nb
    v = 0
    d, u = [], []
    for g in sorted(set(a) | set(b)):
        e, row = [], []
        for f, n, m in ((a, na, ma), (b, nb, mb)):
            x = f.get(g, [])
            c = (1 - len(x) / n) ** -0.5
            e.append(c * (sum(x) - len(x) * m) / n)
            row.append(c * len(x) * n ** -1.5)
        v += (e[1] - e[0]) ** 2
        u.append(row)
        d.append(len(a.get(g, [])) / na ** 2 + len(b.get(g, [])) / nb ** 2)
    u, d = np.array(u), np.array(d)
    bottom = np.sum(d ** 2)
    for i in range(2):
        for j in range(2):
            bottom += np.sum(u[:, i] * u[:, j]) ** 2 - np.sum(u[:, i] ** 2 * u[:, j] ** 2)
    return {"n_from": na, "n_to": nb, "clusters_shared": len(set(a) & set(b)), "value": mb - ma, "se": v ** 0.5,
            "df": d.sum() ** 2 / bottom}


customers = answers(1, 60, 2, ["north", "south", ""])
sales = answers(2, 18, 3, ["north", "south"])
later = answers(3, 50, 3, ["north", "south", ""])
expected = []
for i, item in enumerate(ITEMS):
    expected.append(dict(mean(customers, i, "account"), kind="mean", touchpoint=item))
    expected.append(dict(gap(sales, customers, i), kind="perception_gap", touchpoint=item))
    for value in ("north", "south"):
        segment = {"variable": "region", "value": value}
        expected.append(dict(mean(pick(customers, "region", value), i, "account"), kind="mean", touchpoint=item, segment=segment))
        expected.append(dict(gap(pick(sales, "region", value, True), pick(customers, "region", value), i),
                             kind="perception_gap", touchpoint=item, segment=segment))
    if item != "demo":  # reworded
        expected.append(dict(trend(customers, later, i), kind="trend", touchpoint=item))
these = sales[:6]
people = [dict(s, experience=[v if v not in (0, 255) else 4 for v in s["experience"]]) for s in these]
for i, item in enumerate(ITEMS):
    expected.append(dict(gap(people, customers, i, 6), kind="perception_gap", touchpoint=item, scope="these_people"))
json.dump({"scale_points": K, "touchpoints": ITEMS, "reworded": "demo", "customers": customers, "sales": sales,
           "later_customers": later, "these_people": people, "expected": expected},
          open("own-figures.json", "w"), indent=1)
