"""How a question, the talk before it and a window of an article become one sequence of word pieces. The bot follows this to the piece.

Positions 0-95     BEGIN, the question (64 pieces at most), SEPARATOR,
                   then for each turn before, the latest first: its question (32), SAID, the sentence it was answered with (40), SAID;
                   then SEPARATOR where there was any turn before.
Positions 96-511   ARTICLE where the window begins the article; before each sentence (110 pieces at most) a marker,
                   PARAGRAPH where the sentence begins a paragraph (or the window), SENTENCE elsewhere; SEPARATOR at the end.

Where the question's block is shorter than its room, its positions stay free: the window's first piece is always at 96.
"""

# Lines of vocab.txt, counted from 0.
BEGIN, PADDING, SEPARATOR, UNKNOWN = 0, 1, 2, 104
SENTENCE, SAID, PARAGRAPH, ARTICLE = 6, 7, 8, 9  # [unused1] to [unused4], which the base never saw: learned in training

# All in pieces.
QUESTION_ROOM, WINDOW_ROOM = 96, 416
QUESTION_PIECES, EARLIER_QUESTION_PIECES, EARLIER_SENTENCE_PIECES, SENTENCE_PIECES = 64, 32, 40, 110
LEAST_FOR_A_TURN = 8


def question_block(question, before, sentences):
    """Pieces of the question and of what was said before, QUESTION_ROOM at most.

    question: pieces; before: [(pieces of a question, number of the sentence that answered it or -1)], the latest first;
    sentences: pieces of every sentence of the article.
    """
    block = [BEGIN, *question[:QUESTION_PIECES], SEPARATOR]
    for earlier, answered in before:
        said = [] if answered < 0 else sentences[answered][:EARLIER_SENTENCE_PIECES]
        room = QUESTION_ROOM - 1 - len(block)
        if room < LEAST_FOR_A_TURN:
            break
        block += [*earlier[:EARLIER_QUESTION_PIECES], SAID, *said, SAID][:room]
    if before:
        block.append(SEPARATOR)
    return [int(piece) for piece in block]


def window_block(sentences, paragraphs, numbers, begins_article=True):
    """Pieces of the sentences with these numbers, as far as they fit into WINDOW_ROOM.

    sentences: pieces of every sentence of the article; paragraphs: the number of the paragraph that each is in.
    begins_article: whether sentence 0 is where an article begins.
    Returns (pieces, positions of the markers counted from the window's beginning, the numbers that fitted).
    """
    block = [ARTICLE] if begins_article and numbers and numbers[0] == 0 else []
    markers, fitted = [], []
    for at, number in enumerate(numbers):
        sentence = sentences[number][:SENTENCE_PIECES]
        if len(block) + len(sentence) + 2 > WINDOW_ROOM:
            break
        begins = at == 0 or paragraphs[number] != paragraphs[numbers[at - 1]]
        markers.append(len(block))
        fitted.append(number)
        block += [PARAGRAPH if begins else SENTENCE, *map(int, sentence)]
    block.append(SEPARATOR)
    return block, markers, fitted


def windows(sentences, room=WINDOW_ROOM - 3):
    """Numbers of the sentences of each window of an article: as many as fit; each begins in the middle of the one before."""
    sizes = [min(len(sentence), SENTENCE_PIECES) + 1 for sentence in sentences]
    found, start = [], 0
    while start < len(sizes):
        end, size = start, 0
        while end < len(sizes) and size + sizes[end] <= room:
            size += sizes[end]
            end += 1
        end = max(end, start + 1)
        found.append(list(range(start, end)))
        if end >= len(sizes):
            break
        half, middle = 0, start
        while middle < end - 1 and half < size / 2:
            half += sizes[middle]
            middle += 1
        start = max(middle, start + 1)
    return found
