"""Nets of the other layers: activations, merges, graphs, as Runtime.Tests/Nets has them: what net_reference.py runs."""

import torch
import torch.nn.functional as F

from keras_in_torch import ACTIVATIONS, average_pool, max_pool, zero_pad
from weighted_layers import flat


def permute_matrices(n, x):
    rows = n.dense(x, 21, "tanh")
    turned = n.dense(rows.transpose(1, 2), 5, "tanh").transpose(1, 2)
    flat_other = flat(n.dense(rows.transpose(1, 2), 3))
    return n.dense(torch.cat([flat(turned), flat_other], 1), 2)


def permute_images(n, x):
    image = n.conv(x, 9, 2, "tanh")
    x = image
    for axes in [(2, 1, 3), (3, 1, 2), (3, 2, 1), (2, 3, 1)]:
        x = x.permute(0, *axes)
    x = n.conv(x, 3, 2, "tanh")
    return n.dense(torch.cat([image.mean((1, 2)), flat(x)], 1), 2)


def merge_kinds(n, x):
    a = n.dense(x, 17, "tanh")
    b = n.dense(a, 17, "tanh")
    c = n.dense(b, 17, "sigmoid")
    product = b * (a + b + c - a) * c
    largest = torch.maximum(torch.maximum((a + c + product) / 3, b), a)
    return n.dense(torch.minimum(c, largest) * c, 3)


def merge_excited(n, x):
    image = n.conv(x, 17, 2, "tanh")
    channels = n.conv(n.conv(image.mean((1, 2), keepdim=True), 4, 1, "relu"), 17, 1, "sigmoid")
    product = channels * image
    pixels = n.conv(product, 1, 1, "sigmoid")
    crossed = average_pool(image, (1, 4)) * (product * pixels) * average_pool(pixels, (5, 1))
    vector = image.amax((1, 2))
    whole = vector[:, None, None] * crossed
    return n.dense(flat(n.dense(vector, 1, "tanh")[:, None, None] * whole), 2)


def merge_dot_matrices(n, x):
    a = n.dense(x, 17, "tanh")
    b = n.dense(a, 17, "tanh")
    dot = torch.einsum("nik,njk->nij", a, n.conv1d(b, 17, 2))
    weighted = torch.einsum("nki,nkj->nij", dot, b)
    cosines = torch.einsum("nik,njk->nij", torch.nn.functional.normalize(a, dim=2), torch.nn.functional.normalize(weighted, dim=2))
    rows, columns = torch.nn.functional.normalize(cosines, dim=2), torch.nn.functional.normalize(weighted, dim=1)
    return n.dense(flat(torch.einsum("nik,nkj->nij", rows, columns)), 2)


def glu(x, gate):
    kept, behind = x.chunk(2, -1)
    return kept * ACTIVATIONS[gate](behind)


def gated_units(n, x):
    x = F.glu(n.dense(x, 34), -1)
    return n.dense(glu(n.dense(x, 10), "relu"), 3)


def gated_pixels(n, x):
    both = n.conv(x, 16, 2, "tanh")
    swish = glu(both, "silu")
    few = glu(n.conv(swish, 12, 1), "softmax")
    sequence = glu((glu(both, "gelu") + swish).reshape(len(x), -1, 16), None)
    return n.dense(torch.cat([flat(few), flat(sequence)], 1), 2)


def act_dense(n, x):
    acts = ["relu", "leaky_relu", "elu", "sigmoid", "tanh", "gelu", "silu", None]
    for i, act in enumerate(acts):
        x = n.dense(x, 17 if i % 2 else 9, act)
    return n.dense(x, 5, "softmax")


def act_conv(n, x):
    for filters, size, act in [(9, 1, "relu"), (8, 1, "leaky_relu"), (9, 2, "elu"), (8, 1, "sigmoid"), (9, 1, "tanh"), (8, 1, "gelu"), (9, 1, "silu")]:
        x = n.conv(x, filters, size, act)
    return n.dense(flat(n.conv(x, 5, 1)), 2)


def act_layers(n, x):
    act = ACTIVATIONS
    x = act["silu"](act["elu"](n.conv(torch.tanh(x), 8, 3, same=True)))
    x = act["gelu"](average_pool(act["leaky_relu"](max_pool(x, 2)), 2, 1))
    x = flat(torch.sigmoid(x))
    a = n.dense(x, 8, "relu")
    return n.dense(torch.tanh(n.dense(x, 8) + a), 3)


def act_softmax(n, x):
    x = n.dense(flat(n.conv(x, 17, 2, "softmax")), 9, "softmax")
    return n.dense(torch.softmax(n.dense(x, 7), -1), 2)


def act_pixels(n, x):
    return n.conv(n.conv(x, 8, 3, "relu", same=True), 3, 1)


SMOOTH = ["selu", "celu", "mish", "softplus", "softsign", "gelu_tanh", "log_sigmoid", "square_plus", "tanh_shrink", "exponential"]
HARD = ["relu6", "hard_sigmoid", "hard_silu", "hard_tanh", "soft_shrink", "hard_shrink", "sparse_plus", "sparse_sigmoid"]


def act_smooth(n, x):
    for i, act in enumerate(SMOOTH):
        x = n.dense(x, 17 if i % 2 else 9, act)
    return n.dense(x, 3)


def act_branches(n, x):
    x = n.dense(x, 9)
    return n.dense(flat(torch.cat([ACTIVATIONS[act](x) for act in [*SMOOTH, *HARD, "log_softmax"]], -1)), 2)


def layer_relu(n, x):
    x = n.dense(x, 17)
    relu = F.relu
    parts = [
        relu(x),
        relu(n.dense(x, 17)).clamp(max=0.75),
        (lambda z: torch.where(z > 0.25, z.clamp(max=0.5), 0.125 * (z - 0.25)))(n.dense(x, 17)),
        F.threshold(n.dense(x, 17), 0.5, 0.0),
        F.leaky_relu(n.dense(x, 17), 0.3),
        F.leaky_relu(n.dense(x, 17), 1.5),
        relu(n.dense(x, 17)),
        F.elu(n.dense(x, 17)),
        F.elu(n.dense(x, 17), 0.4),
    ]
    return n.dense(torch.cat(parts, -1), 3)


def layer_prelu(n, x):
    x = n.prelu(n.conv(n.prelu(x, (1, 1, 3)), 17, 2), (1, 1, 17), 0.01, 0.02)
    x = n.prelu(n.conv(x, 8, 2, same=True), (1, 3, 8))
    x = n.prelu(n.conv(x, 5, 1), (4, 3, 5))
    return n.prelu(n.dense(n.prelu(n.dense(flat(x), 11), (1,)), 3), (3,), 0.0, 0.1)


def act_log_softmax(n, x):
    return n.dense(n.dense(flat(n.conv(x, 17, 2, "log_softmax")), 9, "log_softmax"), 7, "log_softmax")


def sparsemax_rows(n, x):
    x = n.dense(n.dense(x, 37, "sparsemax"), 17)
    one = n.dense(n.dense(n.dense(ACTIVATIONS["sparsemax"](x) + x, 5, "sparsemax"), 3, "tanh"), 1)
    return n.dense(flat(ACTIVATIONS["sparsemax"](one) + one), 4, "sparsemax")


def graph_concatenate(n, x):
    c = torch.cat([n.conv(x, 3, 1), n.conv(x, 8, 3, "relu", same=True), n.conv(max_pool(x, 3, 1, same=True), 5, 1)], 3)
    rows = torch.cat([n.conv(c, 16, 2, "tanh"), n.conv(c, 16, (3, 2))], 1)
    x = n.conv(torch.cat([n.conv(rows, 16, (1, 3)), rows], 2), 2, 3, strides=2)
    return n.dense(flat(x), 2)


def graph_thrice(n, x):
    shared = n.dense(x, 12, "tanh")
    parts = [n.dense(shared, 7, "relu"), n.dense(shared, 7), n.dense(shared, 12, "sigmoid") + shared]
    return n.dense(torch.cat(parts, 1), 3)


def graph_two_inputs(n, x):
    image, numbers = x[:, :40].reshape(-1, 4, 5, 2), x[:, 40:]
    vector = n.dense(numbers, 8, "relu")
    conv = flat(n.conv(image, 4, 3, "relu"))
    return n.dense(torch.cat([conv, flat(average_pool(image, 2)), vector, numbers], 1), 4)


def penalty_both(n, x):
    x = n.dense(x, 17, "tanh", 0.001, 0.002, 0.003, 0.004)
    return n.dense(n.dense(x, 16), 3, bias_l2=0.05)


def dense_rows(n, x):
    return n.dense(n.dense(n.dense(x, 9, "gelu"), 17), 4)


def dense_no_bias(n, x):
    return n.dense(n.dense(n.dense(x, 16, "relu", bias=False), 8, bias=False), 3, bias=False)


def permute_four(n, x):
    four = n.dense(x, 40, "tanh").reshape(-1, 3, 2, 5, 4)
    rows = [four.permute(0, *axes).reshape(len(x), -1, 6) for axes in [(3, 4, 1, 2), (1, 4, 3, 2), (2, 3, 1, 4)]]
    return n.dense(flat(n.dense(torch.cat(rows, -1), 3, "tanh")), 2)


def permute_repeat(n, x):
    x = n.dense(0.5 * x - 0.25, 17, "tanh")
    scaled = 2 * n.conv1d(x[:, None].expand(-1, 5, -1), 6, 2) + 0.125
    return 1.5 * n.dense(torch.cat([flat(scaled), flat(-0.75 * scaled)], 1), 3)


def margin_images(n, x):
    one = zero_pad(n.conv(x, 3, 2, "tanh"), 1, 1, 1, 1)
    two = zero_pad(one, 2, 2, 1, 1)
    sides = zero_pad(two, 1, 0, 3, 2)
    inner = two[:, 3:-3, 2:-2] + one[:, 1:-1, 1:-1]
    return n.dense(torch.cat([flat(inner), flat(sides[:, 2:-1, 4:-3])], 1), 2)


def margin_rows(n, x):
    image = n.conv(x, 17, 1, "tanh")
    rows = n.conv(image[:, 2:-2], 4, 1)
    pooled = average_pool(zero_pad(average_pool(image[:, 1:-1, :-3], 2, 1), 1, 1, 0, 0), (2, 1))
    return n.dense(torch.cat([flat(rows), flat(pooled)], 1), 2)


def merge_images(n, x):
    image = n.conv(x, 9, 2, "tanh")
    mixed = n.conv(image * image, 9, 1, "tanh")
    largest = torch.maximum(torch.maximum(image, image - mixed), image * image)
    return n.dense(torch.minimum(mixed, largest).mean((1, 2)), 2)


def merge_outer(n, x):
    row = n.dense(x, 18, "tanh")[:, None]
    column = n.dense(x, 7, "tanh")[:, :, None]
    mean = (row + column - row + column + row) / 3
    return n.dense(flat(n.dense(torch.minimum(torch.maximum(column, mean), row), 3)), 2)


def merge_dot_vectors(n, x):
    image = n.conv(x, 5, 1, "tanh")
    other = n.conv(image, 3, 1, "tanh")
    u = n.dense(flat(torch.einsum("nhwc,niwj->nhcij", image, other)), 9, "tanh")
    v = n.dense(u, 9, "tanh")
    mixed = torch.einsum("nk,nkj->nj", u, other.reshape(-1, 9, 4))
    return n.dense(torch.cat([(v * u).sum(1, keepdim=True), F.cosine_similarity(v, u, 1)[:, None], mixed], 1), 2)


def graph_residual(n, x):
    stem = n.conv(x, 8, 3, "relu", same=True)
    x = n.conv(n.conv(stem, 8, 3, "relu", same=True), 8, 3, same=True)
    return n.dense(flat(max_pool(F.relu(x + stem), 2)), 3)


def graph_reshape(n, x):
    x = n.conv(n.dense(x, 24, "relu").reshape(-1, 4, 3, 2), 6, 2, "relu")
    return n.dense(flat(n.dense(x.reshape(len(x), -1, 4), 5, "tanh")), 6).reshape(-1, 2, 3)


def layer_branches(n, x):
    x = n.dense(x, 9)
    clamped = torch.where(x >= 0, x.clamp(max=0.75), 0.5 * x)
    parts = [clamped, F.leaky_relu(x, 0.3), F.elu(x, 2), torch.softmax(x, 2), n.prelu(x, (4, 9))]
    return n.dense(flat(torch.cat(parts, -1)), 2)


def frozen_middle(n, x):
    x = n.freeze(n.conv, n.conv(x, 8, 3, "relu"), 9, 3, "relu", l2=0.01)
    return n.dense(n.freeze(n.dense, flat(max_pool(x, 2)), 17, "elu", bias_l2=0.1), 2)


def outputs_three(n, x):
    left, right = x[:, :4], x[:, 4:]
    left = n.dense(left, 6, "tanh")
    size = n.dense(right, 5, "relu")
    x = n.dense(torch.cat([size, left], 1), 17, "relu", l2=0.01)
    return [size, n.dense(x, 3), n.dense(x, 2)]


def outputs_rows(n, x):
    pixels = n.conv(x, 3, 2)
    features = n.conv(x, 4, 2)
    return [pixels, features, n.dense(flat(max_pool(F.relu(features), 2)), 2)]


# Name: (input shape, net up to what the loss reads, loss, whether targets are labels)
NETS = {
    "PermuteMatrices": ((19, 3), permute_matrices, "mse", False),
    "PermuteImages": ((5, 6, 2), permute_images, "mse", False),
    "MergeKinds": ((5,), merge_kinds, "mse", False),
    "MergeExcited": ((6, 5, 3), merge_excited, "mse", False),
    "MergeDotMatrices": ((6, 5), merge_dot_matrices, "mse", False),
    "ActDense": ((6,), act_dense, "mse", False),
    "ActConv": ((5, 5, 2), act_conv, "mse", False),
    "GatedUnits": ((6,), gated_units, "mse", False),
    "GatedPixels": ((4, 5, 3), gated_pixels, "mse", False),
    "ActLayers": ((7, 6, 3), act_layers, "categorical_logits", False),
    "ActSoftmax": ((5, 4, 3), act_softmax, "mse", False),
    "ActPixels": ((5, 6, 2), act_pixels, "categorical_logits", True),
    "ActSmooth": ((6,), act_smooth, "mse", False),
    "ActBranches": ((5, 3), act_branches, "mse", False),
    "ActLogSoftmax": ((5, 4, 3), act_log_softmax, "mae", False),
    "SparsemaxRows": ((4, 6), sparsemax_rows, "mse", False),
    "LayerRelu": ((6,), layer_relu, "categorical_logits", False),
    "LayerPRelu": ((5, 4, 3), layer_prelu, "mse", False),
    "GraphConcatenate": ((6, 5, 2), graph_concatenate, "mse", False),
    "GraphThrice": ((9,), graph_thrice, "categorical_logits", False),
    "GraphTwoInputs": ((43,), graph_two_inputs, "categorical_logits", True),
    "PenaltyBoth": ((9,), penalty_both, "categorical_logits", True),
    "DenseRows": ((5, 7), dense_rows, "categorical_logits", True),
    "DenseNoBias": ((7,), dense_no_bias, "mse", False),
    "PermuteFour": ((3, 40), permute_four, "mse", False),
    "PermuteRepeat": ((7,), permute_repeat, "mse", False),
    "MarginImages": ((5, 6, 2), margin_images, "mse", False),
    "MarginRows": ((7, 5, 2), margin_rows, "mse", False),
    "MergeImages": ((6, 5, 2), merge_images, "mse", False),
    "MergeOuter": ((4,), merge_outer, "mse", False),
    "MergeDotVectors": ((3, 4, 2), merge_dot_vectors, "mse", False),
    "GraphResidual": ((6, 7, 3), graph_residual, "categorical_logits", True),
    "GraphReshape": ((11,), graph_reshape, "mse", False),
    "LayerBranches": ((4, 5), layer_branches, "mse", False),
    "FrozenMiddle": ((10, 10, 3), frozen_middle, "mse", False),
    "OutputsThree": ((7,), outputs_three, [("mse", False, 2), ("categorical_logits", True, 0.5), ("binary_logits", False, 1)]),
    "OutputsRows": ((5, 4, 2), outputs_rows, [("categorical_logits", True, 1), ("mae", False, 0.25), ("mse", False, 1)]),
}
