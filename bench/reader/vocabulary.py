"""Texts to word pieces: lines of vocab.txt, counted from 0."""

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer


def tokenizer_of(vocab_file):
    """The tokenizer of all-mpnet-base-v2, uncased, without its special tokens: a text that has "<s>" in it is read as it stands."""
    tokenizer = Tokenizer(WordPiece.from_file(str(vocab_file), unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def pieces_of(tokenizer, texts):
    """An array of pieces for each text. They all fit into 16 bits, half of what a list of articles would take otherwise."""
    return [np.array(one.ids, np.uint16) for one in tokenizer.encode_batch(texts, add_special_tokens=False)]
