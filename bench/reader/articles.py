"""The sets: articles and questions about them, as texts and as word pieces. README.md says what is in each, and in which format."""

import gzip
import json
import random
import sys
from pathlib import Path

from typo import with_typo
from vocabulary import pieces_of

SETS = Path(__file__).parent / "sets"
LOCAL = SETS / "local"  # what may not be published: git leaves it alone, and it is read first

# Where the texts of the sets come from that don't ship.
SOURCES = {
    "wiki": "SQuADShifts new-wiki (CC BY 4.0)",
    "reviews": "SQuADShifts amazon (CC BY 4.0)",
    "forum": "SQuADShifts reddit (CC BY 4.0)",
    "passages": "MultiRC without its news (research use)",
    "news": "MultiRC's news, one half (research use)",
    "unanswerable": "SQuAD 2.0's dev set, one half (CC BY-SA 4.0)",
    "wiki-dev": "XQuAD, English, one half (CC BY-SA 4.0)",
}


def texts(name):
    """The articles of a set, by name or by a file's path, as they stand in it. What isn't there is left out, which stderr says."""
    places = [Path(name)] if str(name).endswith(".gz") else [LOCAL / f"{name}.jsonl.gz", SETS / f"{name}.jsonl.gz"]
    file = next((place for place in places if place.exists()), None)
    if file is None:
        source = f"; it comes from {SOURCES[name]}" if name in SOURCES else ""
        print(f"{name}: left out, there is no {places[0]}{source}", file=sys.stderr)
        return []
    articles = read(file)
    whole = [article for article in articles if "digest" not in article]
    if len(whole) < len(articles):
        without = len(articles) - len(whole)
        print(f"{name}: {without} of {len(articles)} articles left out, their texts are MultiRC's; join.py puts them back", file=sys.stderr)
    return whole


def load(name, tokenizer):
    """A set as [{id, sentences: [pieces], paragraphs, questions: [{question, variants, answers, phrase, before, kind, near}]}].

    question: pieces; variants: pieces of it with a typing mistake, and in small letters without its question mark;
    answers: numbers of sentences, none where the article doesn't answer; phrase: (sentence, its first piece, its last) or None;
    before: [(pieces of a question, number of the sentence that answered it)], the latest first.
    """
    rng = random.Random(5)
    return [in_pieces(article, tokenizer, rng) for article in texts(name)]


def in_pieces(article, tokenizer, rng):
    asked = [q["question"] for q in article["questions"]]
    variants = [
        pieces_of(tokenizer, [with_typo(text, rng) for text in asked]),
        pieces_of(tokenizer, [text.lower().rstrip("?") for text in asked]),
    ]
    questions = []
    for q, pieces, *others in zip(article["questions"], pieces_of(tokenizer, asked), *variants):
        before = q.get("before", [])
        earlier = pieces_of(tokenizer, [text for text, _ in before])
        questions.append(
            {
                "question": pieces,
                "variants": others,
                "answers": q["answers"],
                "phrase": phrase_in_pieces(q["phrase"], article["sentences"], tokenizer) if q.get("phrase") else None,
                "before": [(pieces, at) for pieces, (_, at) in zip(earlier, before)],
                "kind": q.get("kind"),
                "near": q.get("near"),
            }
        )
    sentences = pieces_of(tokenizer, article["sentences"])
    return {"id": article["id"], "sentences": sentences, "paragraphs": article["paragraphs"], "questions": questions}


def phrase_in_pieces(phrase, sentences, tokenizer):
    """From [sentence, first character, end] to (sentence, first piece, last piece)."""
    sentence, begin, end = phrase
    offsets = tokenizer.encode(sentences[sentence], add_special_tokens=False).offsets
    inside = [at for at, (start, stop) in enumerate(offsets) if start < end and begin < stop]
    return (sentence, inside[0], inside[-1]) if inside else None


def read(file):
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write(file, articles):
    """One article a line. The same articles make the same file: the time isn't in it."""
    lines = "".join(f"{json.dumps(article, ensure_ascii=False)}\n" for article in articles)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(lines.encode(), mtime=0))
