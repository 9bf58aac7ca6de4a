"""Answers and expected figures of one wave at the edges of METHOD.md, written from METHOD.md with scipy; not from the Java code.

41 customers with two segment variables, seven of Sales, four of Marketing, six touchpoints: `demo`, where no cell is too small
and two variables together tell of four persons; `invoice`, rated 4 by everyone; `support`, dominated by one account;
`trade_show`, which all five of the islands did not encounter; `webinar`, which nobody met; `advice`, nothing special.
What is suppressed is found here by trying: every set of cells that could be withheld, and for each every group of persons.
"""
import csv
import json
import math
import os
import random
from fractions import Fraction
from itertools import combinations

from scipy import stats

K, DELTA, MINIMUM, ACCOUNTS = 5, 0.5, 5, 3
ITEMS = ["advice", "demo", "invoice", "support", "trade_show", "webinar"]
VARIABLES = ["segment", "segment_2"]
NA, OPEN = "NA", ""
rng = random.Random(20261122)


# ---- answers

def customer(index, region, size):
    account = "k0" if region == "north" and size == "large" else "k%d" % (1 + index % 12)
    ratings = {item: (rng.choice([3, 4, 4, 5]), rng.choice([1, 2, 3, 3, 4, 5])) for item in ITEMS}
    ratings["demo"] = (ratings["demo"][0], NA if (region, size) == ("west", "small") else ratings["demo"][1])
    ratings["invoice"] = (ratings["invoice"][0], 4)
    many = account == "k0" or index % 4 == 0
    ratings["support"] = (ratings["support"][0] if index % 3 else OPEN, ratings["support"][1] if many else OPEN)
    ratings["trade_show"] = (ratings["trade_show"][0], NA if region == "islands" else ratings["trade_show"][1])
    ratings["webinar"] = (ratings["webinar"][0], NA)
    return {"audience": "customer", "account": account, "respondent": "c%02d" % index,
            "segment": region, "segment_2": size, "ratings": ratings}


def member(team, index):
    ratings = {item: (rng.choice([3, 4, 5]), rng.choice([3, 4, 4, 5])) for item in ITEMS}
    ratings["invoice"] = (ratings["invoice"][0], 5)
    if team == "sales" and index == 0:
        ratings["advice"] = (ratings["advice"][0], NA)
    return {"audience": team, "account": "", "respondent": "%s%d" % (team[0], index),
            "segment": "", "segment_2": "", "ratings": ratings}


GROUPS = [("north", "large", 10), ("north", "small", 4), ("south", "small", 10), ("west", "large", 6),
          ("west", "small", 6), ("islands", "large", 5)]
people = []
for region, size, count in GROUPS:
    people += [customer(len(people) + i, region, size) for i in range(count)]
people += [member("sales", i) for i in range(7)] + [member("marketing", i) for i in range(4)]
assert all(2 * sum(x != OPEN for pair in p["ratings"].values() for x in pair) >= 2 * len(ITEMS) for p in people)


def value(person, item, measure):
    importance, experience = person["ratings"][item]
    if measure == "pairs":
        return importance - experience if isinstance(importance, int) and isinstance(experience, int) else OPEN
    return importance if measure == "importance" else experience


def numbers(persons, item, measure):
    return [p for p in persons if isinstance(value(p, item, measure), int)]


def of(audience):
    return [p for p in people if p["audience"] == audience]


def stands(person, cell):
    return cell is None or person[cell[0]] == cell[1]


CELLS = {v: sorted({p[v] for p in of("customer")}) for v in VARIABLES}


# ---- what is suppressed

def rank(rows):
    rows = [[Fraction(x) for x in row] for row in rows if any(row)]
    found = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for i in range(found + 1, len(rows)):
            factor = rows[i][column] / rows[found][column]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[found])]
        found += 1
    return found


def tells(shown, persons, item, measure):
    """Whether a sum of shown cells is one over somebody, but over fewer with a number than the minimum."""
    kinds = sorted({tuple(p[v] for v in VARIABLES) for p in persons})
    rated = [len([p for p in numbers(persons, item, measure) if tuple(p[v] for v in VARIABLES) == k]) for k in kinds]
    table = [[int(c is None or k[VARIABLES.index(c[0])] == c[1]) for k in kinds] for c in shown]
    everything = rank(table)
    for size in range(1, len(kinds) + 1):
        for group in combinations(range(len(kinds)), size):
            if sum(rated[i] for i in group) < MINIMUM:
                if rank([[x for i, x in enumerate(row) if i not in group] for row in table]) < everything:
                    return True
    return False


def suppression(audience, item, measure):
    """By cell (None is the total): None, "primary" or "complementary"."""
    persons = of(audience)
    cells = [None] + [(v, x) for v in VARIABLES for x in CELLS[v]] if audience == "customer" else [None]
    least = ACCOUNTS if audience == "customer" else 1
    found = {}
    for cell in cells:
        rated = [p for p in numbers(persons, item, measure) if stands(p, cell)]
        enough = len(rated) >= MINIMUM and len({p["account"] for p in rated}) >= least
        found[cell] = None if enough else "primary"
    size = {c: len([p for p in numbers(persons, item, measure) if stands(p, c)]) for c in cells}
    for v in VARIABLES if audience == "customer" else []:
        own = [(v, x) for x in CELLS[v]]
        while True:
            hidden = [c for c in own if found[c]]
            somebody = [p for p in persons if any(stands(p, c) for c in hidden)]
            shown = sorted((size[c], c[1], c) for c in own if not found[c])
            answering = [c for c in hidden if size[c]]
            alone = len(answering) == 1 and found[answering[0]] == "primary"
            if not somebody or not shown or sum(size[c] for c in hidden) >= MINIMUM and not alone:
                break
            found[shown[0][2]] = "complementary"
    shown = [c for c in cells if not found[c]]
    if tells(shown, persons, item, measure):
        tries = []
        for count in range(1, len(shown)):
            for some in combinations([c for c in shown if c], count):
                if not tells([c for c in shown if c not in some], persons, item, measure):
                    tries.append((sum(size[c] for c in some), some))
            if tries:
                break
        best = sorted(tries)
        assert len(best) == 1 or best[0][0] < best[1][0], "which cells go must be beyond doubt"
        for c in best[0][1]:
            found[c] = "complementary"
    return found


# ---- figures

def engine(groups):
    """CR2 with Bell-McCaffrey df of clusters' answers: n, clusters, mean, raw and floored variance, df."""
    n = sum(len(g) for g in groups)
    mean = sum(sum(g) for g in groups) / n
    p = [len(g) / n for g in groups]
    v = sum((sum(g) - len(g) * mean) ** 2 / (1 - q) for g, q in zip(groups, p)) / n ** 2
    q = [x * x / (1 - x) for x in p]
    df = 1 / (sum(x * x for x in p) + sum(q) ** 2 - sum(x * x for x in q))
    return n, len(groups), mean, v, max(v, 0.25 / n) if n < 30 else v, df


def clusters(persons, item, measure, by=lambda x: x):
    found = {}
    for p in numbers(persons, item, measure):
        found.setdefault(p["account"] or p["respondent"], []).append(by(value(p, item, measure)))
    return [found[k] for k in sorted(found)]


def wilson(groups):
    n, accounts, share, v, _, _ = engine(groups)
    if 0 < share < 1:
        s2 = n * share * (1 - share) / (n - 1)
        effective = n / max(1, v / (s2 / n))
    else:
        effective = accounts
    z = stats.norm.ppf(0.975)
    centre = (share + z * z / (2 * effective)) / (1 + z * z / effective)
    half = z / (1 + z * z / effective) * math.sqrt(share * (1 - share) / effective + z * z / (4 * effective ** 2))
    return share, effective, max(0, centre - half), min(1, centre + half)


def truth(flag):
    return "TRUE" if flag else "FALSE"


def text(number):
    return "" if number is None else repr(number) if isinstance(number, int) else "%.15g" % number


def mean_row(audience, cell, item, measure, reason):
    persons = [p for p in of(audience) if stands(p, cell)]
    given = [value(p, item, measure) for p in persons]
    rated = [x for x in given if isinstance(x, int)]
    row = {"wave": "w1", "audience": audience, "variable": cell[0] if cell else "", "segment": cell[1] if cell else "ALL",
           "touchpoint": item, "measure": measure, "n": len(rated), "n_na": given.count(NA), "n_missing": given.count(OPEN),
           "suppressed": truth(reason), "suppress_reason": reason or ""}
    row.update(dict.fromkeys(["reach", "n_accounts", "mean", "se", "df", "ci_lo", "ci_hi", "floored", "t2b", "t2b_neff",
                              "t2b_lo", "t2b_hi", "all_same", "distribution_hidden", "dominated"], ""))
    if not reason:
        groups = clusters(persons, item, measure)
        n, accounts, m, raw, v, df = engine(groups)
        half = stats.t.ppf(0.975, df) * math.sqrt(v)
        share, effective, low, high = wilson(clusters(persons, item, measure, lambda x: int(x >= K - 1)))
        same = len(set(rated)) == 1
        row.update(reach=text(n / (n + given.count(NA))), n_accounts=accounts, mean=text(m), se=text(math.sqrt(v)),
                   df=text(df), ci_lo=text(max(1, m - half)), ci_hi=text(min(K, m + half)), floored=truth(v > raw),
                   t2b=text(share), t2b_neff=text(effective), t2b_lo=text(low), t2b_hi=text(high), all_same=truth(same),
                   distribution_hidden=truth(same or n < 10),
                   dominated=truth(audience == "customer" and 2 * max(map(len, groups)) > n))
    return row


def gap_row(kind, measure, cell, item, reason):
    a, b = {"alignment": ("sales", "marketing")}.get(kind, (kind, "customer"))
    row = {"wave": "w1", "type": "alignment" if kind == "alignment" else "team", "group_a": a, "group_b": b,
           "variable": cell[0] if cell else "", "segment": cell[1] if cell else "ALL", "touchpoint": item, "measure": measure,
           "suppressed": truth(reason)}
    row.update(dict.fromkeys(["gap", "se", "df", "ci95_lo", "ci95_hi", "p", "q_bh", "tost_p", "verdict"], ""))
    if not reason:
        _, _, ma, _, va, dfa = engine(clusters(of(a), item, measure))
        _, _, mb, _, vb, dfb = engine(clusters([p for p in of(b) if stands(p, cell)], item, measure))
        finish(row, ma - mb, va + vb, (va + vb) ** 2 / (va ** 2 / dfa + vb ** 2 / dfb))
    return row


def finish(row, gap, v, df):
    se = math.sqrt(v)
    half, half90 = (stats.t.ppf(level, df) * se for level in (0.975, 0.95))
    row.update(gap=gap, se=se, df=df, ci95_lo=gap - half, ci95_hi=gap + half, p=2 * stats.t.sf(abs(gap) / se, df),
               tost_p=max(stats.t.sf((gap + DELTA) / se, df), stats.t.cdf((gap - DELTA) / se, df)),
               aligned=gap - half90 > -DELTA and gap + half90 < DELTA)


def judge(family):
    """Benjamini-Hochberg, and the first rule of METHOD.md 5 that fits."""
    told = sorted((row for row in family if row["suppressed"] == "FALSE"), key=lambda row: row["p"])
    q = 1
    for place in range(len(told), 0, -1):
        q = min(q, told[place - 1]["p"] * len(told) / place)
        told[place - 1]["q_bh"] = q
    for row in told:
        above = "above" if row["gap"] > 0 else "below"
        if row["q_bh"] <= 0.05 and abs(row["gap"]) >= DELTA - 1e-12:
            row["verdict"] = "clear_" + above
        elif row.pop("aligned"):
            row["verdict"] = "aligned"
        elif row["p"] <= 0.10:
            row["verdict"] = "leaning_" + above
        else:
            row["verdict"] = "too_wide" if (row["ci95_hi"] - row["ci95_lo"]) / 2 > 0.25 * (K - 1) else "no_evidence"
        row.pop("aligned", None)


def places(audience):
    return [None] + ([(v, x) for v in VARIABLES for x in CELLS[v]] if audience == "customer" else [])


def write(name, rows):
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "w", newline="") as file:
        out = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        out.writeheader()
        out.writerows({k: text(x) if isinstance(x, float) else x for k, x in row.items()} for row in rows)


hidden = {(a, i, m): suppression(a, i, m) for a in ("customer", "sales", "marketing") for i in ITEMS
          for m in ("importance", "experience") + (("pairs",) if a == "customer" else ())}


def reason(audience, item, measure, cell):
    table = hidden[audience, item, measure]
    return table[cell] if cell in table else table[None]


means = [mean_row(a, cell, i, m, reason(a, i, m, cell)) for a in ("customer", "sales", "marketing") for cell in places(a)
         for i in ITEMS for m in ("importance", "experience")]

gaps, families = [], {}
for kind in ("sales", "marketing", "alignment"):
    for measure in ("experience", "importance"):
        for cell in [None] if kind == "alignment" else places("customer"):
            for item in ITEMS:
                sides = ["sales", "marketing"] if kind == "alignment" else [kind, "customer"]
                row = gap_row(kind, measure, cell, item, any(reason(a, item, measure, cell) for a in sides))
                gaps.append(row)
                families.setdefault((kind, measure, cell is None), []).append(row)

services = []
for cell in places("customer"):
    for item in ITEMS:
        held = any(reason("customer", item, m, cell) for m in ("pairs", "importance", "experience"))
        row = {"wave": "w1", "variable": cell[0] if cell else "", "segment": cell[1] if cell else "ALL", "touchpoint": item,
               "suppressed": truth(held), "n_pairs": ""}
        row.update(dict.fromkeys(["gap", "se", "df", "ci95_lo", "ci95_hi", "p", "q_bh", "tost_p", "verdict"], ""))
        if not held:
            n, _, m, _, v, df = engine(clusters([p for p in of("customer") if stands(p, cell)], item, "pairs"))
            row["n_pairs"] = n
            finish(row, m, v, df)
        services.append(row)
        families.setdefault(("service", "", cell is None), []).append(row)
for family in families.values():
    judge(family)

write("edges/in/answers.csv", [
    {"wave": "w1", "audience": p["audience"], "account": p["account"], "respondent": p["respondent"], "segment": p["segment"],
     "segment_2": p["segment_2"], "touchpoint": item, "importance": p["ratings"][item][0],
     "experience": p["ratings"][item][1]} for p in people for item in ITEMS])
json.dump({"scale_max": K}, open("edges/in/config.json", "w"))
write("edges/expected/means.csv", means)
write("edges/expected/gaps.csv", gaps)
write("edges/expected/service.csv", services)
for (audience, item, measure), cells in sorted(hidden.items()):
    kept = ["%s %s" % ("ALL" if c is None else c[1], r) for c, r in cells.items() if r]
    print(audience, item, measure, ", ".join(kept) or "all shown")
