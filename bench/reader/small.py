"""A model for tests, of no weights: python small.py FILE

Its inputs and outputs are those of export.py. A sentence's margin is 8 times the share of the question's pieces, and of those of the talk before it,
that the sentence has, less 4: so all of them are a margin of 4. Frequent pieces, whose ids are small, don't count. It knows no phrases.
"""

import sys

import onnx
from onnx import parser

GRAPH = """
<ir_version: 8, opset_import: ["" : 17]>
small (int64[Q] question, int64[W] window, int64[S] markers) => (float[S1] scores, float[W, 2] phrases)
<int64[1] first = {0}, int64[1] one = {1}, int64[1] two = {2}, int64[1] last = {9223372036854775807}, int64[1] frequent = {2300},
 float none = {0}, float half = {4}, float whole = {8}, float least = {1}, int64 across = {1}>
{
    # which of the window's pieces are which of the question's: [Q, W]
    counts = Greater (question, frequent)
    column = Unsqueeze (question, one)
    row = Unsqueeze (window, first)
    same = Equal (column, row)
    counting = Unsqueeze (counts, one)
    equal = And (same, counting)
    hits = Cast <to = 1> (equal)

    # how many stand before each place of the window, and so how many in each sentence: [Q, S]
    until = CumSum <exclusive = 1> (hits, across)
    all = ReduceSum <keepdims = 1> (hits, one)
    begins = Gather <axis = 1> (until, markers)
    later = Slice (begins, one, last, one)
    ends = Concat <axis = 1> (later, all)
    within = Sub (ends, begins)

    # the share of the question's pieces that each has: [S]
    zero = Cast <to = 1> (first)
    has = Greater (within, zero)
    had = Cast <to = 1> (has)
    found = ReduceSum <keepdims = 0> (had, first)
    counted = Cast <to = 1> (counts)
    of = ReduceSum <keepdims = 0> (counted, first)
    asked = Max (of, least)
    share = Div (found, asked)
    scaled = Mul (share, whole)
    margins = Sub (scaled, half)
    nothing = Unsqueeze (none, first)
    scores = Concat <axis = 0> (nothing, margins)

    pieces = Shape (window)
    size = Concat <axis = 0> (pieces, two)
    phrases = ConstantOfShape (size)
}
"""

model = parser.parse_model(GRAPH)
onnx.checker.check_model(model, full_check=True)
onnx.save(model, sys.argv[1])
