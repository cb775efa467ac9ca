"""The reader: an MPNet encoder with three heads (a score for each sentence, one for "none of these", begin and end of the phrase)."""

import math
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper

from layout import PADDING, QUESTION_ROOM

WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 768, 12, 3072, 30527, 514
BUCKETS, FAR = 32, 128  # of distances, in pieces: from FAR on they are all alike
FIRST_POSITION = 2  # MPNet's table has two rows before that of position 0
DROPPED = 0.1  # of what each half of a layer adds, in training
NEVER = -1e4  # a score that softmax makes 0, also in 16 bits


class Layer(nn.Module):
    """One transformer block, normalised after each half (Vaswani et al. 2017)."""

    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-5), nn.LayerNorm(WIDTH, eps=1e-5)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, x, bias):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=bias).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    def __init__(self, layers=12):
        super().__init__()
        self.words, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.distance = nn.Embedding(BUCKETS, HEADS)
        self.score, self.none, self.span = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, 1), nn.Linear(WIDTH, 2)

    def forward(self, pieces, question_length, markers):
        """pieces [B, question + window], each part padded; markers [B, S], positions in the window, -1 where there is none.

        Returns scores [B, 1 + S] ("none" first) and phrases [B, window, 2] (begin, end), both before softmax.
        """
        at = torch.arange(pieces.shape[1], device=pieces.device)
        at = torch.where(at < question_length, at, at - question_length + QUESTION_ROOM)
        x = self.norm(self.words(pieces) + self.positions(at + FIRST_POSITION)[None])
        bias = self.bias(at, x.dtype).expand(pieces.shape[0], -1, -1, -1).masked_fill((pieces == PADDING)[:, None, None, :], NEVER)
        for layer in self.layers:
            x = layer(x, bias)
        marked = torch.gather(x, 1, (markers.clamp(min=0) + question_length)[:, :, None].expand(-1, -1, WIDTH))
        scores = self.score(marked).squeeze(-1).float().masked_fill(markers < 0, NEVER)
        return torch.cat([self.none(x[:, 0]).float(), scores], 1), self.span(x[:, question_length:]).float()

    def bias(self, at, dtype):
        """What attention adds for the distance of two positions, [1, HEADS, length, length]. It stays as the base has it."""
        if torch.is_autocast_enabled("cpu") or torch.is_autocast_enabled("cuda"):
            dtype = torch.bfloat16
        return self.distance.weight.detach()[bucket(at[None] - at[:, None])].permute(2, 0, 1)[None].to(dtype)


def bucket(distance):
    """Distances in buckets, as T5 and MPNet count them: near ones each their own, far ones by logarithm, FAR and more together."""
    back = (distance > 0).long() * (BUCKETS // 2)
    size, exact = distance.abs(), BUCKETS // 4
    far = exact + (torch.log(size.float().clamp(min=1) / exact) / math.log(FAR / exact) * (BUCKETS // 2 - exact)).long()
    return back + torch.where(size < exact, size, far.clamp(max=BUCKETS // 2 - 1))


def from_checkpoint(tensors, layers=range(12)):
    """A reader with these layers of all-mpnet-base-v2 (tensors by their names in the transformers library); the heads are new."""
    reader = Reader(len(layers))

    def copy(to, name):
        to.data.copy_(tensors[name].float())

    copy(reader.words.weight, "embeddings.word_embeddings.weight")
    copy(reader.positions.weight, "embeddings.position_embeddings.weight")
    copy(reader.norm.weight, "embeddings.LayerNorm.weight")
    copy(reader.norm.bias, "embeddings.LayerNorm.bias")
    copy(reader.distance.weight, "encoder.relative_attention_bias.weight")
    for layer, number in zip(reader.layers, layers):
        name = f"encoder.layer.{number}."
        for part in ("weight", "bias"):
            qkv = torch.cat([tensors[f"{name}attention.attn.{head}.{part}"].float() for head in "qkv"])
            getattr(layer.qkv, part).data.copy_(qkv)
            copy(getattr(layer.out, part), f"{name}attention.attn.o.{part}")
            copy(getattr(layer.norm1, part), f"{name}attention.LayerNorm.{part}")
            copy(getattr(layer.up, part), f"{name}intermediate.dense.{part}")
            copy(getattr(layer.down, part), f"{name}output.dense.{part}")
            copy(getattr(layer.norm2, part), f"{name}output.LayerNorm.{part}")
    return reader


def pack(state, group=64):
    """Weights as int8 by groups of 64 with a float16 scale each: {name|q, name|s}, the rest as float16 {name|f}."""
    packed = {}
    for name, tensor in state.items():
        values = tensor.detach().float().cpu().numpy()
        if values.ndim == 2 and values.shape[1] % group == 0:
            groups = values.reshape(values.shape[0], -1, group)
            scale = np.abs(groups).max(2, keepdims=True) / 127
            scale[scale == 0] = 1
            packed[name + "|q"] = np.round(groups / scale).astype(np.int8).reshape(values.shape)
            packed[name + "|s"] = scale[..., 0].astype(np.float16)
        else:
            packed[name + "|f"] = values.astype(np.float16)
    return packed


def unpack(packed):
    """The reverse of pack: a state for Reader.load_state_dict."""
    state = {}
    for key in packed:
        name, kind = key.rsplit("|", 1)
        if kind == "q":
            values, scale = packed[key].astype(np.float32), packed[name + "|s"].astype(np.float32)
            groups = values.reshape(values.shape[0], scale.shape[1], -1) * scale[..., None]
            state[name] = torch.from_numpy(groups.reshape(values.shape))
        elif kind == "f":
            state[name] = torch.from_numpy(packed[key].astype(np.float32))
    return state


def from_onnx(folder):
    """The state of a reader as export.py wrote it, its int8 weights as floats: to train on from, or to teach with.

    In the graph, matrices are transposed, as X_Transposed or, in int8, as X_Transposed_quantized with _scale and _zero_point; of those of the layers,
    which are Splits there, some inputs are apart.
    """
    graph = onnx.load(str(Path(folder) / "reader.onnx")).graph
    tensors = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
    state = {}
    for name, value in tensors.items():
        plain, transposed, kind = name.removeprefix("reader.").partition("_Transposed")
        if not transposed and name.startswith("reader."):
            state[plain] = value
        elif transposed and not kind:
            state[plain] = value.T.contiguous()
        elif kind == "_quantized":
            zero, scale = (tensors[name.removesuffix("quantized") + part] for part in ("zero_point", "scale"))
            state[plain] = ((value.float() - zero.float()) * scale).T.contiguous()
    for name in [name for name in state if name.endswith(".apart")]:
        matrix = name.removesuffix(".apart")
        for part in ("weight", "bias"):
            state[f"{matrix}.{part}"] = state.pop(f"{matrix}.rest.{part}")
        weights = state[f"{matrix}.weight"]
        weights[:, (weights == 0).all(0)] = state.pop(name).T
    state = {name: value for name, value in state.items() if name.rsplit(".", 1)[1] in ("weight", "bias")}
    state["words.weight"] = tensors["words"].float() * tensors["scale"]
    farthest = tensors["table"].shape[1] // 2
    state["distance.weight"] = torch.zeros(BUCKETS, HEADS)
    state["distance.weight"][bucket(torch.arange(-farthest, farthest + 1))] = tensors["table"].T
    return state


def weights_of(source):
    """The state in a file of pack's, or in a folder of export.py's."""
    return from_onnx(source) if Path(source).is_dir() else unpack(np.load(source))


def layers_of(state, layers):
    """A state with these layers alone, counted from 0 again."""
    places = {str(number): str(at) for at, number in enumerate(layers)}
    found = {}
    for name, value in state.items():
        part, *rest = name.split(".")
        if part != "layers":
            found[name] = value
        elif rest[0] in places:
            found[".".join([part, places[rest[0]], *rest[1:]])] = value
    return found
