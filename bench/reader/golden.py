"""What the reader reads and says, to check another runtime by: python golden.py FOLDER vocab.txt article.txt > golden.json

FOLDER as export.py writes it; where it has no reader.float32.onnx, the reference's scores and phrases aren't in what comes out.
Cases: questions about an article given as sentences (one a line, empty lines between paragraphs), and about some texts of the set
talk-dev, with the talk before them. Those that are MultiRC's are in it if join.py has put them back: then don't publish it.
"""

import json
import sys
from pathlib import Path

from articles import texts
from layout import question_block, window_block, windows
from reading import open_reader, read
from vocabulary import pieces_of, tokenizer_of

ABOUT_ARTICLE = [
    ("When did the clashes begin?", []),
    ("who said that?", [("When did the clashes begin?", 5)]),
    ("how did people talk to the reporters", []),
    ("why?", [("what happened at the university in May?", 13), ("Who is Mohammad Saeed?", 3)]),
    ("what is the capital of Syria?", []),
    ("wehn did teh clashes begn", []),
    ("", []),
]
ABOUT_TALK_DEV = [
    "n9:siege-tal-rihan",
    "n9:freetown-runoff",
    "n9:chad-refugees",
    "multi:Fiction-stories-masc-A_Wasted_Day-2.txt",
    "multi:wikiMovieSummaries-1968060.txt",
    "multi:Wiki_articles/wikiAlexander II of Russia-0.txt",
    "multi:Science-textbook/science-g4-95.txt",
    "multi:Society_Law_and_Justice/oanc-GreensburgDailyNews-1.txt",
    "multi:History-Anthropology/oanc-Algarve-History-5.txt",
    "multi:Sept11-reports/oanc-chapter-12-28.txt",
]
QUESTIONS = 3  # of each of these


def sentences_in(file):
    """The sentences of an article, and the number of the paragraph that each is in, counted from 1."""
    paragraphs = [paragraph.split("\n") for paragraph in Path(file).read_text(encoding="utf-8").strip().split("\n\n")]
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    return sentences, [number for number, paragraph in enumerate(paragraphs, 1) for _ in paragraph]


def best_phrase(scores, spans, window, markers):
    """[first piece, last] of the likeliest phrase in the best sentence, by the window's positions."""
    best = int(scores[1:].argmax())
    begin = markers[best] + 1
    end = markers[best + 1] if best + 1 < len(markers) else len(window) - 1
    first = begin + int(spans[begin:end, 0].argmax())
    return [first, first + int(spans[first:end, 1].argmax())]


def read_window(runs, question, window, markers, fitted):
    """What each of the runs says of a window; the phrase is the reference's."""
    found = {name: read(run, question, window, markers) for name, run in runs.items()}
    scores = {name: [round(float(score), 4) for score in scores] for name, (scores, _) in found.items()}
    case = {"sentences": fitted, "pieces": window, "markers": markers, "scores": scores}
    if "float32" in found:
        case["phrase"] = best_phrase(*found["float32"], window, markers)
    return case


def cases_of(name, sentences, paragraphs, asked, runs, tokenizer):
    pieces = pieces_of(tokenizer, sentences)
    for question, before in asked:
        earlier = [(pieces_of(tokenizer, [text])[0], number) for text, number in before]
        block = question_block(pieces_of(tokenizer, [question])[0], earlier, pieces)
        blocks = [window_block(pieces, paragraphs, numbers) for numbers in windows(pieces)]
        yield {
            "text": name,
            "question": question,
            "before": [{"question": text, "sentence": number if number >= 0 else None} for text, number in before],
            "questionPieces": block,
            "windows": [read_window(runs, block, *window) for window in blocks],
        }


def main(folder, vocab_file, article_file):
    files = {"float32": Path(folder) / "reader.float32.onnx", "int8": Path(folder) / "reader.onnx"}
    runs = {name: open_reader(file) for name, file in files.items() if file.exists()}
    tokenizer = tokenizer_of(vocab_file)
    known = {article["id"]: article for article in texts("talk-dev")}
    subjects = [("article", *sentences_in(article_file), ABOUT_ARTICLE)]
    for one in (known[name] for name in ABOUT_TALK_DEV if name in known):
        asked = [(q["question"], q.get("before", [])) for q in one["questions"][:QUESTIONS]]
        subjects.append((one["id"], one["sentences"], one["paragraphs"], asked))
    about = {name: {"sentences": sentences, "paragraphs": paragraphs} for name, sentences, paragraphs, _ in subjects}
    cases = [case for subject in subjects for case in cases_of(*subject, runs, tokenizer)]
    json.dump({"texts": about, "cases": cases}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
