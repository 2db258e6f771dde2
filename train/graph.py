"""Writes the encoder and its heads as one int8 ONNX graph in the form that rten runs fastest.

Every operator is placed by hand in the patterns that rten fuses: one matrix product for query, key and value, scale and
transpositions that melt into the attention products, biases inside `BiasGelu` and `SkipLayerNormalization`. Weights are
int8, one scale for each output. Activations are quantised anew for each window (a run is one window, so no
result depends on a batch), after channels that stand far out have been divided by a fixed factor that calibration
chose and that the weights take back.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

EPSILON = 1e-12
MASKED = -1e4
# Far above any score seen (43), and small enough that a sum of its exponentials stays a finite number.
HIGHEST_SCORE = 80
CONTRIBUTED = {"BiasGelu", "SkipLayerNormalization"}
OUTPUTS = ["roles", "names", "upos", "xpos", "worth", "vector"]
INNER = ["dependent", "governor", "label_dependent", "label_governor"]


class Graph:
    """Collects nodes and constants under running names."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, values, kind=np.float32):
        name = f"constant_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(values, kind, order="C"), name))
        return name

    def add(self, kind, *inputs, outputs=1, name=None, **attributes):
        """Adds an operator and returns the name of its output, or a list where there are several."""
        stem = name or f"{kind}_{len(self.nodes)}"
        names = [stem] + [f"{stem}_{i}" for i in range(1, outputs)]
        domain = "com.microsoft" if kind in CONTRIBUTED else ""
        self.nodes.append(helper.make_node(kind, inputs, names, name=stem, domain=domain, **attributes))
        return names[0] if outputs == 1 else names


def quantise(weight):
    """Returns int8 weights [out, in] and one scale for each output.

    Processors without VNNI add two neighbouring products in 16 bits, which 255 * (a + b) must not overflow. So a scale
    is chosen that keeps each weight within 127 and each pair of equal sign within 127 in sum (128 would just do, 127
    leaves room for rounding): results are the same on every processor, at nearly the full eight bits.
    """
    even, odd = weight[:, 0::2], weight[:, 1::2]
    pairs = np.where(even * odd > 0, np.abs(even + odd), 0).max(1)
    scale = np.maximum(np.maximum(np.abs(weight).max(1), pairs) / 127, 1e-12).astype(np.float32)
    return np.rint(weight / scale[:, None]).astype(np.int8), scale


def softmax(values):
    values = np.exp(values - values.max(-1, keepdims=True))
    return values / values.sum(-1, keepdims=True)


def channel_peaks(state, heads, layers, windows):
    """Returns the largest magnitude of each channel before each quantised product, from a float run over `windows`.

    A window is a pair of integer arrays: word pieces and their marks.
    """
    peaks = {}

    def watch(name, values):
        peaks[name] = np.maximum(peaks.get(name, 0), np.abs(values).max(0))

    def linear(values, name):
        return values @ state[name + ".weight"].T + state[name + ".bias"]

    def normalise(values, name):
        values = values - values.mean(-1, keepdims=True)
        values = values / np.sqrt((values * values).mean(-1, keepdims=True) + EPSILON)
        return values * state[name + ".weight"] + state[name + ".bias"]

    for pieces, marks in windows:
        x = state["word.weight"][pieces] + state["position.weight"][: len(pieces)] + state["mark.weight"][marks]
        x = normalise(x, "norm")
        width = x.shape[1] // heads
        for layer in (f"layers.{i}." for i in range(layers)):
            watch(layer + "query", x)
            query, key, value = (
                linear(x, layer + name).reshape(-1, heads, width).transpose(1, 0, 2)
                for name in ("query", "key", "value")
            )
            attention = softmax(query @ key.transpose(0, 2, 1) / np.sqrt(width)) @ value
            x = normalise(x + linear(attention.transpose(1, 0, 2).reshape(x.shape), layer + "out"), layer + "norm1")
            watch(layer + "up", x)
            y = linear(x, layer + "up")
            y = y / 2 * (1 + np.tanh(0.7978845608 * (y + 0.044715 * y**3)))
            watch(layer + "down", y)
            x = normalise(x + linear(y, layer + "down"), layer + "norm2")
    return peaks


def export(state, config, path):
    """Writes `state` to `path`.

    `config` holds `heads`, `layers`, `windows` (a few dozen typical inputs for calibration, each a pair of integer
    arrays: pieces and marks) and optionally `metadata` (words that the reader of the model can look up).
    """
    heads, layers = config["heads"], config["layers"]
    hidden = state["word.weight"].shape[1]
    width = hidden // heads
    peaks = channel_peaks(state, heads, layers, config["windows"])
    graph = Graph()
    add, constant = graph.add, graph.constant

    def product(x, name, weight):
        """Multiplies float `x` by int8 `weight`, without bias; rten fuses the last three operators."""
        if name in peaks:
            factor = np.maximum(1, peaks[name] / (np.percentile(peaks[name], 99) / 2))
            x, weight = add("Mul", x, constant(1 / factor)), weight * factor
        values, scale = quantise(weight)
        x, x_scale, x_zero = add("DynamicQuantizeLinear", x, outputs=3)
        y = add("MatMulInteger", x, constant(values.T, np.int8), x_zero, constant(0, np.int8))
        return add("Mul", add("Cast", y, to=TensorProto.FLOAT), add("Mul", x_scale, constant(scale)))

    def parameters(name):
        return constant(state[name + ".weight"]), constant(state[name + ".bias"])

    def linear(x, weight, bias, **attributes):
        return add("Add", add("MatMul", x, constant(weight.T)), constant(bias), **attributes)

    # Embeddings: the large word table as int8 with a scale for each row.
    word = state["word.weight"]
    scale = np.maximum(np.abs(word).max(1, keepdims=True) / 127, 1e-12)
    word = add("Gather", constant(np.rint(word / scale), np.int8), "pieces")
    word = add("Mul", add("Cast", word, to=TensorProto.FLOAT), add("Gather", constant(scale), "pieces"))
    zero = constant([0], np.int64)
    position = add("Slice", constant(state["position.weight"]), zero, add("Shape", "pieces"), zero)
    x = add("Add", add("Add", word, position), add("Gather", constant(state["mark.weight"]), "marks"))
    x = add("LayerNormalization", x, *parameters("norm"), axis=-1, epsilon=EPSILON)

    split_shape = constant([-1, heads, width], np.int64)
    joined_shape = constant([-1, hidden], np.int64)

    def attend(x, layer):
        """Attention with exponentials divided by their sum at the end: cheaper in rten than its softmax."""
        weight, bias = (
            np.concatenate([state[f"{layer}{name}.{part}"] for name in ("query", "key", "value")])
            for part in ("weight", "bias")
        )
        y = add("Add", product(x, layer + "query", weight), constant(bias))
        parts = add("Split", y, outputs=3, axis=-1, num_outputs=3)
        query, key, value = (
            add("Transpose", add("Reshape", part, split_shape), perm=perm)
            for part, perm in zip(parts, ([1, 0, 2], [1, 2, 0], [1, 0, 2]))
        )
        scores = add("Mul", add("MatMul", query, key), constant(width**-0.5))
        scores = add("Exp", add("Clip", scores, constant(-HIGHEST_SCORE), constant(HIGHEST_SCORE)))
        sums = add("ReduceSum", scores, constant([-1], np.int64), keepdims=1)
        y = add("Div", add("MatMul", scores, value), sums)
        return add("Reshape", add("Transpose", y, perm=[1, 0, 2]), joined_shape)

    for layer in (f"layers.{i}." for i in range(layers)):
        y = attend(x, layer)
        y = product(y, layer + "out", state[layer + "out.weight"])
        norm = (*parameters(layer + "norm1"), constant(state[layer + "out.bias"]))
        x = add("SkipLayerNormalization", y, x, *norm, epsilon=EPSILON)
        y = product(x, layer + "up", state[layer + "up.weight"])
        y = add("BiasGelu", y, constant(state[layer + "up.bias"]))
        y = product(y, layer + "down", state[layer + "down.weight"])
        norm = (*parameters(layer + "norm2"), constant(state[layer + "down.bias"]))
        x = add("SkipLayerNormalization", y, x, *norm, epsilon=EPSILON)

    # Heads, in float: one product for all that read the first piece of a word.
    x = add("Gather", x, "words")
    names = OUTPUTS + INNER
    sizes = [len(state[name + ".bias"]) for name in names]
    weight, bias = (np.concatenate([state[f"{name}.{part}"] for name in names]) for part in ("weight", "bias"))
    parts = add("Split", linear(x, weight, bias), constant(sizes, np.int64), outputs=len(names), axis=-1)
    parts = dict(zip(names, parts))
    for name in OUTPUTS:
        if name == "worth":
            add("Squeeze", parts[name], constant([1], np.int64), name=name)
        else:
            add("Identity", parts[name], name=name)
    dependent, governor = add("Relu", parts["dependent"]), add("Relu", parts["governor"])
    # How good a governor is as a root's is one more term of its dot product: (W d + b) g = W d g + b g.
    dependent = linear(dependent, state["arc.weight"], state["arc.bias"])
    arcs = add("MatMul", dependent, add("Transpose", governor, perm=[1, 0]))
    row, column = (add("Unsqueeze", "sentences", constant([axis], np.int64)) for axis in (1, 0))
    add("Where", add("Equal", row, column), arcs, constant(MASKED), name="arcs")
    best = add("Gather", parts["label_governor"], add("ArgMax", "arcs", axis=-1, keepdims=0))
    label = add("Relu", add("Add", parts["label_dependent"], best))
    linear(label, state["labels.weight"], state["labels.bias"], name="labels")

    def value(name, kind, *shape):
        return helper.make_tensor_value_info(name, kind, shape)

    inputs = [
        value(name, TensorProto.INT32, length)
        for name, length in (("pieces", "P"), ("marks", "P"), ("words", "W"), ("sentences", "W"))
    ]
    widths = dict(zip(names, sizes)) | {"arcs": "W", "labels": len(state["labels.bias"])}
    outputs = [
        value(name, TensorProto.FLOAT, "W", *([] if name == "worth" else [widths[name]]))
        for name in OUTPUTS + ["arcs", "labels"]
    ]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)],
        ir_version=9,
    )
    helper.set_model_props(model, config.get("metadata", {}))
    onnx.save(model, path)
