"""Training examples from the sets: a question, what was said before, a window, and which of its sentences answer (perhaps none)."""

import multiprocessing
import random
from typing import NamedTuple

import numpy as np
import torch

from layout import PADDING, QUESTION_ROOM, question_block, window_block


class Example(NamedTuple):
    question: np.ndarray  # pieces of the question block
    window: np.ndarray  # pieces of the window block
    markers: list  # position of each sentence's marker in the window
    answers: list  # which of the markers answer, counted from 0; empty: none
    phrase: tuple  # first and last piece of the answering phrase in the window, (-1, -1) where it isn't known


def around(article, sentence, rng, room):
    """Numbers of a random run of sentences of `room` pieces at most that holds the sentence (None: any), however long that is."""
    sizes = [len(pieces) + 1 for pieces in article["sentences"]]
    low = high = rng.randrange(len(sizes)) if sentence is None else sentence
    total = sizes[low]
    while True:
        ways = [way for way in (low - 1, high + 1) if 0 <= way < len(sizes) and total + sizes[way] <= room]
        if not ways:
            return list(range(low, high + 1))
        way = rng.choice(ways)
        low, high, total = min(low, way), max(high, way), total + sizes[way]


def example(article, q, others, rng, rooms):
    """One example of a question.

    others: articles for windows that don't answer (one of them may be the article itself); rooms: sizes of windows to draw from, in pieces.
    In 22 of 100 the question is a variant; the talk before it may be another than the set has (`talk`). Of the questions that have an answer,
    in 14 of 100 the answering sentences are taken out of the window, in 6 the window is another article's, in 8 it is another place of a long article, and in a fifth of the rest of those
    about a short text, another text is before it.
    """
    asked = rng.choice(q["variants"]) if rng.random() < 0.22 else q["question"]
    answers, sentences, before = q["answers"], article["sentences"], talk(article, q, rng)
    chance, room = rng.random(), rng.choice(rooms)
    if q["kind"] == "story":
        numbers = list(range(len(sentences)))
    elif not answers:
        numbers = around(article, q["near"], rng, 410)
    elif chance < 0.14 and len(sentences) > len(answers) + 3:
        near = around(article, rng.choice(answers), rng, room)
        others_near = [number for number in near if number not in answers]
        numbers = others_near if len(others_near) > 1 else near
    elif chance < 0.20:
        return of_another(asked, before, sentences, rng.choice(others), rng, room)
    elif chance < 0.28 and len(sentences) > 60:
        far = [number for number in range(len(sentences)) if min(abs(number - answer) for answer in answers) > 25]
        numbers = around(article, rng.choice(far or answers), rng, room)
    else:
        numbers = around(article, rng.choice(answers), rng, room)
        if len(sentences) < 14 and rng.random() < 0.4 and rng.random() < 0.5:
            return behind_another(article, q, asked, before, numbers, rng.choice(others), rng)
    return finish(question_block(asked, before, sentences), sentences, article["paragraphs"], numbers, answers, q["phrase"])


def talk(article, q, rng):
    """The talk before a question, as it is in the set, but for what a bot does and people do.

    In 12 of 100 turns the bot found nothing, or the wrong sentence. In 15 of 100 questions that had no talk before them, people asked something
    else about the article before, which has nothing to do with it.
    """

    def answered(number):
        return number if rng.random() >= 0.12 else rng.choice([-1, rng.randrange(len(article["sentences"]))])

    before = q["before"]
    if not before and rng.random() < 0.15:
        others = [other for other in article["questions"] if other is not q and other["kind"] != "story"]
        before = [(one["question"], rng.choice(one["answers"] or [-1])) for one in rng.sample(others, min(len(others), rng.choice([1, 1, 2])))]
    return [(pieces, answered(number)) for pieces, number in before]


def of_another(asked, before, sentences, other, rng, room):
    """A window of another article, which doesn't answer. Of the talk, only its questions are left: what answered them isn't in it."""
    block = question_block(asked, [(pieces, -1) for pieces, _ in before], sentences)
    return finish(block, other["sentences"], other["paragraphs"], around(other, None, rng, room), [], None)


def behind_another(article, q, asked, before, numbers, other, rng):
    """A window that has a run of another article's sentences before these of the article. What isn't in it is nowhere."""
    sentences, paragraphs, phrase = article["sentences"], article["paragraphs"], q["phrase"]
    extra = around(other, None, rng, max(60, 400 - sum(len(sentences[number]) + 1 for number in numbers)))
    joined = [other["sentences"][number] for number in extra] + [sentences[number] for number in numbers]
    in_joined = {number: len(extra) + at for at, number in enumerate(numbers)}
    return finish(
        question_block(asked, [(pieces, in_joined.get(number, -1)) for pieces, number in before], joined),
        joined,
        [0] * len(extra) + [1 + paragraphs[number] for number in numbers],
        list(range(len(joined))),
        [in_joined[answer] for answer in q["answers"] if answer in in_joined],
        (in_joined[phrase[0]], *phrase[1:]) if phrase and phrase[0] in in_joined else None,
        begins_article=False,
    )


def finish(question, sentences, paragraphs, numbers, answers, phrase, begins_article=True):
    """An example of a question's block and of these sentences; what of answers and phrase isn't in the window is left out."""
    window, markers, fitted = window_block(sentences, paragraphs, numbers, begins_article)
    span = (-1, -1)
    if phrase and phrase[0] in fitted:
        start = markers[fitted.index(phrase[0])] + 1
        if start + phrase[2] < len(window) - 1:
            span = (start + phrase[1], start + phrase[2])
    pieces = [np.array(block, np.uint16) for block in (question, window)]
    return Example(*pieces, markers, [fitted.index(answer) for answer in answers if answer in fitted], span)


TOGETHER = 400  # questions that one process makes examples of at a time


def pool(sets, mixture, rooms, seed):
    """Examples of several sets; mixture: {name of a set: how often each of its questions comes, on average}."""
    tasks = []
    for name, share in mixture.items():
        items = [(at, q) for at, article in enumerate(sets[name]) for q in range(len(article["questions"]))]
        while share > 0:
            tasks += [(name, items[at : at + TOGETHER], share, (seed, len(tasks), at)) for at in range(0, len(items), TOGETHER)]
            share -= 1
    with multiprocessing.get_context("fork").Pool(initializer=_share, initargs=(sets, rooms)) as processes:
        return [one for found in processes.imap(_examples, tasks) for one in found]


def _share(sets, rooms):
    """What every process of a pool has."""
    global SETS, ROOMS
    SETS, ROOMS = sets, rooms


def _examples(task):
    name, items, share, seed = task
    rng, articles = random.Random(str(seed)), SETS[name]
    return [
        example(articles[at], articles[at]["questions"][q], articles, rng, ROOMS) for at, q in items if rng.random() < share
    ]


def batches(examples, pieces, rng):
    """Numbers of examples of like length, about `pieces` word pieces a batch at most, padding included, in random order."""
    found = []
    for low, high in ((0, 16), (16, 24), (24, 48), (48, QUESTION_ROOM + 1)):  # pieces of the question's block
        alike = [number for number, one in enumerate(examples) if low <= len(one.question) < high]
        batch, longest = [], 0
        for number in sorted(alike, key=lambda number: len(examples[number].window) + rng.random() * 24):
            size = len(examples[number].window) + min(high, QUESTION_ROOM)
            if batch and max(longest, size) * (len(batch) + 1) > pieces:
                found.append(batch)
                batch, longest = [], 0
            batch.append(number)
            longest = max(longest, size)
        if batch:
            found.append(batch)
    rng.shuffle(found)
    return found


def collate(examples):
    """Tensors of a batch: pieces [B, Q + W], Q, markers [B, S] (-1: none), answers [B, 1 + S] (0 or 1, "none" first), phrases [B, 2].

    Q and W are the longest question's and window's pieces, rounded up to eights.
    """
    asked = in_eights(max(len(one.question) for one in examples))
    read = in_eights(max(len(one.window) for one in examples))
    count = max(len(one.markers) for one in examples)
    pieces = np.full((len(examples), asked + read), PADDING, np.int64)
    markers = np.full((len(examples), count), -1, np.int64)
    answers = np.zeros((len(examples), 1 + count), np.float32)
    for row, one in enumerate(examples):
        pieces[row, : len(one.question)], pieces[row, asked : asked + len(one.window)] = one.question, one.window
        markers[row, : len(one.markers)] = one.markers
        answers[row, [1 + answer for answer in one.answers] or [0]] = 1
    phrases = np.array([one.phrase for one in examples], np.int64)
    return torch.from_numpy(pieces), asked, torch.from_numpy(markers), torch.from_numpy(answers), torch.from_numpy(phrases)


def in_eights(number):
    return -(-number // 8) * 8
