"""Typing mistakes, so that the reader has seen some."""

import string


def with_typo(text, rng):
    """One slip of the fingers behind the first letter of a word of four letters or more: swapped, left out, doubled or another letter."""
    words = [(start, len(word)) for start, word in words_in(text) if len(word) >= 4]
    if not words:
        return text
    start, length = rng.choice(words)
    at = start + rng.randrange(1, length)
    kind = rng.randrange(4)
    if kind == 0 and at < start + length - 1:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if kind == 1:
        return text[:at] + text[at + 1 :]
    if kind == 2:
        return text[:at] + text[at] + text[at:]
    return text[:at] + rng.choice(string.ascii_lowercase) + text[at + 1 :]


def words_in(text):
    """(first character, word) of each run of English letters."""
    start = None
    for at, letter in enumerate(text + " "):
        if letter.isascii() and letter.isalpha():
            start = at if start is None else start
        elif start is not None:
            yield start, text[start:at]
            start = None
