"""Weights to ONNX: python export.py WEIGHTS vocab.txt FOLDER [--eight]

WEIGHTS: a file of train.py's. Writes reader.onnx (the graph) with weights.1.bin and weights.2.bin, each under 100 MB, and beside them
reader.float32.onnx, the reference, which doesn't ship.
Word vectors are int8 with a scale a word, matrices int8 with a scale an output channel. Of the 8 bits 7 are used (--eight: all), since
processors without VNNI add two products in 16 bits and saturate. The heads stay float32, and so do the APART inputs of each matrix that grow
largest: one scale for all its inputs can't hold those and the small ones (Dettmers et al. 2022, LLM.int8()). Without that, margins are off by 1.2 on
average, with it by 0.3.
Inputs: question int64 [Q], window int64 [W], markers int64 [S], as layout.py has them; nothing is padded, one window a run.
Outputs: scores float32 [1 + S] ("none" first), phrases float32 [W, 2] (begin, end), both before softmax.
"""

import argparse
import math
from pathlib import Path

import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx.external_data_helper import set_external_data
from onnxruntime.quantization import QuantType, quantize_dynamic

from articles import load
from examples import collate, finish
from layout import ARTICLE, BEGIN, PARAGRAPH, QUESTION_ROOM, SENTENCE, SEPARATOR, question_block, windows
from model import FIRST_POSITION, HEADS, WIDTH, Reader, bucket, weights_of
from vocabulary import tokenizer_of

FARTHEST = 512  # pieces between the first position and the last
APART = 8  # inputs of a matrix that stay float32
TRIED, ASKED = 6, 2  # articles of the set shapes-train, and questions of each, that tell which inputs grow large
LARGE = 1024  # bytes: smaller tensors stay in the graph
FILE_LIMIT = 95_000_000  # bytes


class Split(nn.Module):
    """A matrix with some of its inputs apart: `rest` has nothing of them and can be int8."""

    def __init__(self, linear, apart):
        """apart: numbers of the inputs."""
        super().__init__()
        self.rest = nn.Linear(linear.in_features, linear.out_features)
        self.rest.load_state_dict(linear.state_dict())
        self.register_buffer("inputs", apart)
        self.register_buffer("apart", linear.weight.detach()[:, apart].T.contiguous())
        self.rest.weight.data[:, apart] = 0
        self.register_buffer("others", torch.ones(linear.in_features).index_fill(0, apart, 0))

    def forward(self, x):
        return self.rest(x * self.others) + x[:, self.inputs] @ self.apart


def greatest_inputs(reader, vocab_file):
    """For each matrix of the layers the numbers of the APART inputs that grow largest in some windows."""
    seen = {}

    def watch(name):
        def watched(_, inputs):
            greatest = inputs[0].detach().abs().flatten(0, -2).amax(0)
            seen[name] = torch.maximum(seen.get(name, greatest), greatest)

        return watched

    hooks = [matrix.register_forward_pre_hook(watch(name)) for name, matrix in matrices(reader)]
    for article in load("shapes-train", tokenizer_of(vocab_file))[:TRIED]:
        numbers = windows(article["sentences"])[0]
        for q in article["questions"][:ASKED]:
            block = question_block(q["question"], q["before"], article["sentences"])
            pieces, asked, markers, *_ = collate([finish(block, article["sentences"], article["paragraphs"], numbers, [], None)])
            with torch.no_grad():
                reader(pieces, asked, markers)
    for hook in hooks:
        hook.remove()
    return {name: greatest.topk(APART).indices.sort().values for name, greatest in seen.items()}


def matrices(reader):
    """(name, matrix) of all that are int8."""
    return [(f"{number}.{name}", getattr(layer, name)) for number, layer in enumerate(reader.layers) for name in ("qkv", "out", "up", "down")]


def split_inputs(reader, apart):
    """Puts a Split in the place of each matrix."""
    for name, matrix in matrices(reader):
        number, part = name.split(".")
        setattr(reader.layers[int(number)], part, Split(matrix, apart[name]))


class OneWindow(nn.Module):
    """The reader for one question and one window, with what attention adds for distances as a table."""

    def __init__(self, reader, small):
        """small: word vectors in int8."""
        super().__init__()
        self.reader = reader
        words = reader.words.weight.detach()
        scale = words.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("words", torch.round(words / scale).to(torch.int8) if small else words)
        self.register_buffer("scale", scale if small else None)
        self.register_buffer("table", reader.distance(bucket(torch.arange(-FARTHEST, FARTHEST + 1))).detach().T.contiguous())

    def forward(self, question, window, markers):
        reader, asked = self.reader, question.shape[0]
        at = torch.cat([torch.arange(asked), torch.arange(window.shape[0]) + QUESTION_ROOM])
        pieces = torch.cat([question, window])
        words = self.words[pieces] if self.scale is None else self.words[pieces].float() * self.scale[pieces]
        x = reader.norm(words + reader.positions(at + FIRST_POSITION))
        away = at[None] - at[:, None] + FARTHEST
        bias = self.table[:, away.reshape(-1)].reshape(HEADS, away.shape[0], away.shape[0])
        size = WIDTH // HEADS
        for layer in reader.layers:
            q, k, v = layer.qkv(x).split(WIDTH, 1)
            q = q.view(-1, HEADS, size).transpose(0, 1)
            k = k.view(-1, HEADS, size).permute(1, 2, 0)
            v = v.view(-1, HEADS, size).transpose(0, 1)
            seen = torch.softmax(q @ k * (1 / math.sqrt(size)) + bias, -1) @ v
            x = layer.norm1(x + layer.out(seen.transpose(0, 1).reshape(-1, WIDTH)))
            x = layer.norm2(x + layer.down(F.gelu(layer.up(x))))
        scores = torch.cat([reader.none(x[:1]), reader.score(x.index_select(0, markers + asked))], 0)
        return scores.squeeze(-1), reader.span(x[asked:])


def write_graph(reader, small, file):
    example = (
        torch.tensor([BEGIN, 2054, 2003, SEPARATOR]),
        torch.tensor([ARTICLE, PARAGRAPH, *range(2000, 2030), SENTENCE, *range(2100, 2140), SEPARATOR]),
        torch.tensor([1, 32]),
    )
    torch.onnx.export(
        OneWindow(reader, small).eval(),
        example,
        str(file),
        input_names=["question", "window", "markers"],
        output_names=["scores", "phrases"],
        dynamic_axes={"question": {0: "Q"}, "window": {0: "W"}, "markers": {0: "S"}, "scores": {0: "S1"}, "phrases": {0: "W"}},
        opset_version=17,
        dynamo=False,
    )


def apart_in(file):
    """Names of the nodes of a graph that multiply what is apart."""
    graph = onnx.load(file).graph
    return [node.name for node in graph.node if any(name.endswith(".apart") for name in node.input)]


def split(source, folder):
    """The graph in one file, its large tensors in others, each at a multiple of 64 bytes."""
    graph = onnx.load(source)
    files = [bytearray()]
    for tensor in graph.graph.initializer:
        data = onnx.numpy_helper.to_array(tensor).tobytes()
        if len(data) < LARGE:
            continue
        if len(files[-1]) + len(data) > FILE_LIMIT:
            files.append(bytearray())
        files[-1] += b"\0" * (-len(files[-1]) % 64)
        tensor.raw_data = data  # set_external_data wants it to be there
        set_external_data(tensor, f"weights.{len(files)}.bin", offset=len(files[-1]), length=len(data))
        tensor.ClearField("raw_data")
        files[-1] += data
    for number, data in enumerate(files, 1):
        (folder / f"weights.{number}.bin").write_bytes(data)
    onnx.save(graph, folder / "reader.onnx")


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("weights")
    ask.add_argument("vocab")
    ask.add_argument("folder", type=Path)
    ask.add_argument("--eight", action="store_true", help="all 8 bits, for processors with VNNI only")
    ask = ask.parse_args()
    ask.folder.mkdir(parents=True, exist_ok=True)
    state = weights_of(ask.weights)
    reader = Reader(1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers.")))
    reader.load_state_dict(state)
    write_graph(reader, False, ask.folder / "reader.float32.onnx")
    split_inputs(reader, greatest_inputs(reader.eval(), ask.vocab))
    whole, quantized = ask.folder / "whole.onnx", ask.folder / "int8.onnx"
    write_graph(reader, True, whole)
    quantize_dynamic(
        whole,
        quantized,
        nodes_to_exclude=[f"/{head}/Gemm_MatMul" for head in ("score", "none", "span")] + apart_in(whole),  # the quantizer splits Gemm first
        op_types_to_quantize=["MatMul"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=not ask.eight,
    )
    split(quantized, ask.folder)
    whole.unlink()
    quantized.unlink()
    for file in sorted(ask.folder.iterdir()):
        print(f"{file.stat().st_size:>12}  {file.name}")


if __name__ == "__main__":
    main()
