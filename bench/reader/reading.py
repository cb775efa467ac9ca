"""A reader in ONNX, put to work: one window, or a whole article window by window."""

import numpy as np
import onnxruntime

from layout import question_block, window_block, windows


def open_reader(file, threads=2):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def read(reader, question, window, markers):
    """scores [1 + S] ("none" first) and phrases [W, 2] of a question's block and a window's block with its markers."""
    blocks = {"question": question, "window": window, "markers": markers}
    return reader.run(None, {name: np.array(block, np.int64) for name, block in blocks.items()})


def margins(reader, article, q):
    """The margin of every sentence of an article, its score minus its window's "none": the best of the windows that it is in."""
    block = question_block(q["question"], q["before"], article["sentences"])
    best = np.full(len(article["sentences"]), -99.0, np.float32)
    for numbers in windows(article["sentences"]):
        window, markers, fitted = window_block(article["sentences"], article["paragraphs"], numbers)
        scores, _ = read(reader, block, window, markers)
        best[fitted] = np.maximum(best[fitted], scores[1:] - scores[0])
    return best
