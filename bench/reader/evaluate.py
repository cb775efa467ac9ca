"""How good a reader is on a set: python evaluate.py READER.onnx vocab.txt SET… [--threads 2]

For each set: the share of questions whose best sentence answers (the talk before given as it was written), and for thresholds of the
margin (a sentence's score minus its window's "none") how many are answered rightly, and how many that the text doesn't answer are
refused.
"""

import argparse

import numpy as np

from articles import load
from reading import margins, open_reader
from vocabulary import tokenizer_of

THRESHOLDS = (-3, -2, -1, 0, 1, 2)


def report(name, found):
    """found: (whether the best sentence answers, its margin, whether any sentence does) of each question."""
    told, untold = [one for one in found if one[2]], [one for one in found if not one[2]]
    if not told:
        return
    best = 100 * np.mean([right for right, _, _ in told])
    print(f"{name}: {len(told)} answered by the text, {len(untold)} not; best sentence right {best:.1f} %")
    for least in THRESHOLDS:
        right = 100 * np.mean([right and margin >= least for right, margin, _ in told])
        refused = 100 * np.mean([margin < least for _, margin, _ in untold]) if untold else float("nan")
        print(f"    margin {least:>2} and more: right {right:.1f} %, rightly refused {refused:.1f} %")


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("reader")
    ask.add_argument("vocabulary")
    ask.add_argument("sets", nargs="+")
    ask.add_argument("--threads", type=int, default=2)
    ask = ask.parse_args()
    reader, tokenizer = open_reader(ask.reader, ask.threads), tokenizer_of(ask.vocabulary)
    for name in ask.sets:
        kinds = {"alone": [], "going on": []}
        for article in load(name, tokenizer):
            for q in article["questions"]:
                best = margins(reader, article, q)
                one = (int(best.argmax()) in q["answers"], float(best.max()), bool(q["answers"]))
                kinds["going on" if q["before"] else "alone"].append(one)
        for kind, found in kinds.items():
            report(f"{name}, {kind}", found)


if __name__ == "__main__":
    main()
