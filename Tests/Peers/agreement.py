"""Compares the agreement statistics of realist with other people's programs, on random tables.

    python3 agreement.py REALIST [TABLES]

REALIST is the program; TABLES how many tables to try (200). Every table is written as CSV, read by `realist agree --ratings`, and worked out
again with irrCAC (Gwet), krippendorff (Castro), statsmodels and scikit-learn. Ends with 0 when all numbers are the same to five
digits, with 1 when one is not, with 77 when a package is missing.
"""

import csv
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")

try:
    import irrCAC.raw
    import krippendorff
    import numpy
    import pandas
    import sklearn.metrics
    import statsmodels.stats.inter_rater
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(77)

COEFFICIENTS = [
    "percent", "fleiss", "ac1", "ac2", "ac2-linear", "s",
    "alpha", "alpha-ordinal", "alpha-interval", "alpha-ratio",
]
OF_TWO = ["kappa", "kappa-linear", "kappa-quadratic", "pi"]


def table(random):
    """Units × coders of numbers 1 … k, some missing; the coders follow a common truth more or less."""
    coders = random.choice([2, 2, 2, 3, 4, 5])
    units, kinds = random.randint(4, 40), random.randint(2, 5)
    care, missing = random.uniform(0.2, 0.95), random.choice([0, 0, 0.1, 0.3])
    rows = []
    for _ in range(units):
        truth = random.randint(1, kinds)
        row = [truth if random.random() < care else random.randint(1, kinds) for _ in range(coders)]
        rows.append([None if random.random() < missing else value for value in row])
    return [row for row in rows if any(value is not None for value in row)]


def realist(program, rows, folder):
    path = os.path.join(folder, "ratings.csv")
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["unit"] + [f"c{number}" for number in range(len(rows[0]))])
        for number, row in enumerate(rows):
            writer.writerow([number] + ["" if value is None else value for value in row])
    wanted = COEFFICIENTS + (OF_TWO if len(rows[0]) == 2 else [])
    words = [word for name in wanted for word in ("--coefficient", name)]
    done = subprocess.run([program, "agree", "--ratings", path, "--format", "json"] + words, capture_output=True)
    if done.returncode != 0:
        raise SystemExit(f"realist ended with {done.returncode}: {done.stderr.decode()}")
    return {row["name"]: row for row in json.loads(done.stdout)}


def gwet(rows, weights, method):
    """A coefficient of irrCAC, to all its digits."""
    frame = pandas.DataFrame([[math.nan if value is None else float(value) for value in row] for row in rows])
    analysis = irrCAC.raw.CAC(frame, weights=weights, digits=12)
    return getattr(analysis, method)()["est"]


def peers(rows):
    """What the other programs say, by (coefficient, program); None where they do not compute it."""
    values = sorted({value for row in rows for value in row if value is not None})
    answers = {}
    if len(values) < 2:
        return answers
    for name, weights, method in [
        ("fleiss", "identity", "fleiss"), ("ac1", "identity", "gwet"), ("ac2", "quadratic", "gwet"),
        ("ac2-linear", "linear", "gwet"), ("s", "identity", "bp"),
    ]:
        answers[name, "irrCAC"] = gwet(rows, weights, method)["coefficient_value"]
    answers["percent", "irrCAC"] = gwet(rows, "identity", "fleiss")["pa"]
    matrix = numpy.array([[math.nan if value is None else value for value in row] for row in rows], dtype=float).T
    for name, level in [
        ("alpha", "nominal"), ("alpha-ordinal", "ordinal"), ("alpha-interval", "interval"), ("alpha-ratio", "ratio"),
    ]:
        pairable = {value for row in rows if sum(v is not None for v in row) > 1 for value in row if value is not None}
        if len(pairable) > 1:
            answers[name, "krippendorff"] = krippendorff.alpha(reliability_data=matrix, level_of_measurement=level)
    complete = all(value is not None for row in rows for value in row)
    if complete:
        counts, _ = statsmodels.stats.inter_rater.aggregate_raters(numpy.array(rows))
        answers["fleiss", "statsmodels"] = statsmodels.stats.inter_rater.fleiss_kappa(counts)
    if len(rows[0]) == 2:
        both = [row for row in rows if None not in row]
        first, second = [row[0] for row in both], [row[1] for row in both]
        used = sorted(set(first + second))
        # Weights by place and by value are the same where the values follow one another.
        if len(used) > 1:
            answers["kappa", "scikit-learn"] = sklearn.metrics.cohen_kappa_score(first, second)
        if len(used) > 1 and values == list(range(values[0], values[0] + len(values))):
            for name, weights in [("kappa-linear", "linear"), ("kappa-quadratic", "quadratic")]:
                answers[name, "scikit-learn"] = sklearn.metrics.cohen_kappa_score(
                    first, second, labels=values, weights=weights)
            cross = [[sum(1 for row in both if row == [one, other]) for other in values] for one in values]
            result = statsmodels.stats.inter_rater.cohens_kappa(numpy.array(cross))
            answers["kappa", "statsmodels"] = result.kappa
            answers["kappa SE", "statsmodels"] = result.std_kappa
        if complete:
            answers["pi", "irrCAC"] = gwet(rows, "identity", "fleiss")["coefficient_value"]
    return answers


def main():
    program, tables = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    draw = random.Random(20260301)
    compared, wrong = {}, 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(tables):
            rows = table(draw)
            ours = realist(program, rows, folder)
            for (name, peer), answer in peers(rows).items():
                own = ours["kappa"]["error"] if name == "kappa SE" else ours[name]["value"]
                if answer is None or math.isnan(answer):
                    same = own is None
                else:
                    same = own is not None and abs(own - answer) < 1e-5
                compared[name, peer] = compared.get((name, peer), 0) + 1
                if not same:
                    wrong += 1
                    print(f"table {number}: {name} is {own}, {peer} has {answer}: {rows}")
    for (name, peer), count in sorted(compared.items()):
        print(f"{name:16} {peer:14} {count} compared")
    print(f"{tables} tables, {sum(compared.values())} comparisons, {wrong} different")
    sys.exit(1 if wrong else 0)


main()
