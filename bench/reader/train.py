"""Trains the reader: python train.py BASE OUT [--minutes 8] [--from WEIGHTS] [--teacher WEIGHTS --layers 0,2,4,6,8,11]

BASE: folder of all-mpnet-base-v2 (model.safetensors, vocab.txt). OUT: the weights, as model.pack has them (.npz).
WEIGHTS: such a file, or a folder of export.py's.
Works in bfloat16, on a GPU (about 300,000 pieces a second) or on a processor with AVX-512 BF16 or AMX (about 800 on two cores: there
take --minutes 115 --pieces 4096 --rate 4e-5 --times 0.05).
With --teacher, a smaller reader of the named layers learns the teacher's scores as well (Hinton et al. 2015).
How far it comes depends on the machine: the learning rate follows the clock, so two runs don't give the same weights.
"""

import argparse
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file

from articles import load
from examples import batches, collate, pool
from model import Reader, from_checkpoint, layers_of, pack, weights_of
from vocabulary import tokenizer_of

# Sizes of windows to draw from, in pieces, and how often each question of a set comes, on average.
# Short windows first: more questions for the same time.
STAGES = [
    (
        [70, 100, 130, 170, 220],
        {
            "talk-train": 5,
            "articles": 5,
            "shapes-train": 5,
            "everyday": 4,
            "wiki": 3,
            "passages": 3,
            "reviews": 2,
            "forum": 2,
            "stories": 3,
            "unanswerable": 4,
        },
    ),
    (
        [130, 200, 280, 400, 410],
        {
            "talk-train": 7,
            "articles": 8,
            "shapes-train": 10,
            "everyday": 6,
            "wiki": 2.5,
            "passages": 2.5,
            "reviews": 0.5,
            "forum": 0.5,
            "stories": 4,
            "unanswerable": 6,
        },
    ),
]
FIRST_STAGE, WARMING_UP, LEAST_RATE = 0.35, 0.04, 0.01  # shares of the time, of the time, of the rate
PHRASE = 0.3  # weight of the phrase's loss beside the sentence's
TEMPERATURE, TAUGHT, TAUGHT_PHRASE = 1.5, 0.8, 0.15  # of the teacher: softens scores; its share of the loss; weight of its phrases


def loss(scores, spans, answers, phrases):
    """Of the likelihood of any answering sentence (or of "none"), and of the phrase where it is known. Returns (loss, the sentence's)."""
    likely = F.log_softmax(scores, 1)
    sentence = -torch.logsumexp(likely.masked_fill(answers == 0, -1e4), 1).mean()
    apart = sum(F.cross_entropy(spans[:, :, side], phrases[:, side], ignore_index=-1, reduction="sum") for side in (0, 1)) / 2
    return sentence + PHRASE * apart / (phrases[:, 0] >= 0).sum().clamp(min=1), sentence


def taught(total, scores, spans, told, told_spans, phrases):
    """The loss with the teacher's scores and spans in it."""
    likely, soft = F.log_softmax(scores / TEMPERATURE, 1), F.softmax(told / TEMPERATURE, 1)
    total = (1 - TAUGHT) * total + TAUGHT * (F.kl_div(likely, soft, reduction="batchmean") * TEMPERATURE**2)
    known = phrases[:, 0] >= 0
    if known.any():
        apart = F.kl_div(F.log_softmax(spans[known], 1), F.softmax(told_spans[known], 1), reduction="sum")
        total = total + TAUGHT_PHRASE * apart / known.sum()
    return total


def rate_at(done):
    """The share of the learning rate when this share of the time is over: up in the beginning, then down in a line."""
    return min(1, done / WARMING_UP + 0.02) * max(LEAST_RATE, 1 - done)


def optimizer_of(reader, rate):
    """AdamW, fused, that lets biases and norms be: they don't decay."""
    matrices = [weights for weights in reader.parameters() if weights.ndim > 1]
    others = [weights for weights in reader.parameters() if weights.ndim < 2]
    groups = [{"params": matrices, "weight_decay": 0.01}, {"params": others, "weight_decay": 0}]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), fused=True)


def arguments():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("base", type=Path)
    ask.add_argument("out")
    ask.add_argument("--minutes", type=float, default=8)
    ask.add_argument("--rate", type=float, default=5e-5, help="the highest learning rate")
    ask.add_argument("--pieces", type=int, default=40960, help="word pieces a step")
    ask.add_argument("--from", dest="start", help="weights to train on from")
    ask.add_argument("--teacher", help="weights of a reader of twelve layers")
    ask.add_argument("--layers", default="0,1,2,3,4,5,6,7,8,9,10,11", help="layers of the base, or of the teacher, to keep")
    ask.add_argument("--times", type=float, default=1, help="so many times the examples")
    ask.add_argument("--few", type=int, help="articles of each set, for a quick try")
    return ask.parse_args()


def pools_of(ask):
    """The examples of each stage."""
    tokenizer = tokenizer_of(ask.base / "vocab.txt")
    sets = {name: load(name, tokenizer)[: ask.few] for name in STAGES[0][1]}
    if not any(sets.values()):
        sys.exit("There is no set to learn from.")
    shares = [{name: share * ask.times for name, share in mixture.items()} for _, mixture in STAGES]
    return [pool(sets, mixture, rooms, 11 + stage) for stage, ((rooms, _), mixture) in enumerate(zip(STAGES, shares))]


def readers_of(ask, device):
    """The reader as it begins, and its teacher or None."""
    layers = [int(number) for number in ask.layers.split(",")]
    teacher = None
    if ask.teacher:
        teacher = Reader()
        teacher.load_state_dict(weights_of(ask.teacher))
        teacher.to(device).eval()
    if ask.start:
        reader = Reader(len(layers))
        reader.load_state_dict(weights_of(ask.start))
        return reader.to(device).train(), teacher
    reader = from_checkpoint(load_file(ask.base / "model.safetensors"), layers)
    if teacher:
        reader.load_state_dict(layers_of(teacher.state_dict(), layers))
    return reader.to(device).train(), teacher


def main():
    ask = arguments()
    torch.manual_seed(5)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    pools = pools_of(ask)
    orders = [batches(examples, ask.pieces, random.Random(5)) for examples in pools]
    reader, teacher = readers_of(ask, device)
    optimizer = optimizer_of(reader, ask.rate)
    began, steps, losses, read = time.time(), [0 for _ in STAGES], [], 0
    while (done := (time.time() - began) / (60 * ask.minutes)) < 1:
        stage = int(done >= FIRST_STAGE)
        numbers = orders[stage][steps[stage] % len(orders[stage])]
        steps[stage] += 1
        for group in optimizer.param_groups:
            group["lr"] = ask.rate * rate_at(done)
        pieces, asked, *others = collate([pools[stage][number] for number in numbers])
        pieces, markers, answers, phrases = (tensor.to(device, non_blocking=True) for tensor in (pieces, *others))
        with torch.autocast(device.type, torch.bfloat16):
            scores, spans = reader(pieces, asked, markers)
        total, sentence = loss(scores, spans, answers, phrases)
        if teacher:
            with torch.no_grad(), torch.autocast(device.type, torch.bfloat16):
                told, told_spans = teacher(pieces, asked, markers)
            total = taught(total, scores, spans, told, told_spans, phrases)
        optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        losses.append(sentence.detach())
        read += pieces.numel()
        if len(losses) % 50 == 0:
            now = torch.stack(losses[-50:]).mean()
            print(f"{time.time() - began:6.0f} s  step {len(losses)}  {read / 1e6:6.1f} M pieces  loss {now:.4f}", flush=True)
    np.savez(ask.out, **pack(reader.state_dict()))


if __name__ == "__main__":
    main()
