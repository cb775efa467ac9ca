"""Puts back the texts that can't ship: python join.py FILE…

FILE: articles of MultiRC, from its own files (train_456-fixedIds.json, dev_83-fixedIds.json) or from a question set as bench/README.md
describes it. Writes the sets that ask about them to sets/local/, with the sentences in place of their lengths. An article is found by
its id, and its text is taken where it is the same to the character but for white space; else the article stays left out.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

from articles import LOCAL, SETS, read, write


def articles_in(file):
    """{id: text} of a file of MultiRC, or of a question set."""
    content = json.loads(Path(file).read_text(encoding="utf-8"))
    if "data" in content:
        return {one["id"]: re.sub(r"<b>Sent \d+: </b>|<br>", " ", one["paragraph"]["text"]) for one in content["data"]}
    return {one["id"]: one["text"] for one in content["articles"]}


def digest(text):
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:16]


def whole(article, text):
    """The article with its sentences cut out of the text; those that are our own stand in it already."""
    letters = [at for at, letter in enumerate(text) if not letter.isspace()]
    sentences, done = [], 0
    for sentence in article["sentences"]:
        if isinstance(sentence, str):
            sentences.append(sentence)
            continue
        sentences.append(text[letters[done] : letters[done + sentence - 1] + 1])
        done += sentence
    return {"id": article["id"], "sentences": sentences, "paragraphs": article["paragraphs"], "questions": article["questions"]}


def main(files):
    known = {name: text for file in files for name, text in articles_in(file).items()}
    for file in sorted(SETS.glob("*.jsonl.gz")):
        articles = read(file)
        wanting = [article for article in articles if "digest" in article]
        found = {a["id"]: whole(a, known[a["multirc"]]) for a in wanting if digest(known.get(a["multirc"], "")) == a["digest"]}
        if found:
            write(LOCAL / file.name, [found.get(article["id"], article) for article in articles])
        if wanting:
            print(f"{file.name}: {len(found)} of {len(wanting)} texts put back")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
