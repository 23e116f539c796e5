"""Nets of Runtime.Tests/Nets, written down once more in PyTorch: outputs, losses and gradients for hashed weights and data.

Run with Debian's python3-torch: /usr/bin/python3 tools/reference/net_reference.py [names of the nets to compute again; all without one]
"""

import json
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F

import hashed_values
from keras_in_torch import ACTIVATIONS, LOSSES, average_pool, conv1d, conv2d, conv2d_transpose, depthwise_conv2d, max_pool, penalty, recurrent, resize, steps, zero_pad

COUNT = 3
WEIGHT_SEED, INPUT_SEED, TARGET_SEED, SAMPLE_WEIGHT_SEED, PROJECTION_SEED = 1000, 2000, 3000, 4000, 5000
DATA = pathlib.Path(__file__).resolve().parents[2] / "Runtime.Tests" / "Data"


class Weights:
    """Hands out hashed weights in the order in which the layers ask, and remembers them with their penalty factors."""

    def __init__(self):
        self.tensors = []

    def next(self, shape, l1=0.0, l2=0.0):
        fan_in = np.prod(shape[:-1])
        scale = 1 if len(shape) == 1 else hashed_values.kernel_scale(fan_in)
        flat = hashed_values.values(WEIGHT_SEED + len(self.tensors), int(np.prod(shape)), scale)
        tensor = torch.tensor(flat.astype(np.float64)).reshape(shape).requires_grad_()
        self.tensors.append((tensor, l1, l2))
        return tensor

    def conv(self, x, filters, size, act=None, bias=True, l1=0.0, l2=0.0, bias_l1=0.0, groups=1, **options):
        size = (size, size) if isinstance(size, int) else size
        kernel = self.next((*size, x.shape[-1] // groups, filters), l1, l2)
        return ACTIVATIONS[act](conv2d(x, kernel, self.next((filters,), bias_l1) if bias else None, groups=groups, **options))

    def conv1d(self, x, filters, size, act=None, bias=True, l1=0.0, l2=0.0, bias_l1=0.0, bias_l2=0.0, **options):
        kernel = self.next((size, x.shape[-1], filters), l1, l2)
        return ACTIVATIONS[act](conv1d(x, kernel, self.next((filters,), bias_l1, bias_l2) if bias else None, **options))

    def depthwise(self, x, size, act=None, multiplier=1, bias=True, l1=0.0, l2=0.0, bias_l1=0.0, bias_l2=0.0, **options):
        size = (size, size) if isinstance(size, int) else size
        kernel = self.next((*size, x.shape[-1], multiplier), l1, l2)
        b = self.next((x.shape[-1] * multiplier,), bias_l1, bias_l2) if bias else None
        return ACTIVATIONS[act](depthwise_conv2d(x, kernel, b, **options))

    def transposed(self, x, filters, size, act=None, bias=True, l1=0.0, l2=0.0, bias_l2=0.0, **options):
        size = (size, size) if isinstance(size, int) else size
        kernel = self.next((*size, filters, x.shape[-1]), l1, l2)
        return ACTIVATIONS[act](conv2d_transpose(x, kernel, self.next((filters,), 0.0, bias_l2) if bias else None, **options))

    def separable(self, x, filters, size, act=None, multiplier=1, bias=True, depthwise_l1=0.0, l1=0.0, l2=0.0, bias_l1=0.0, **options):
        x = self.depthwise(x, size, None, multiplier, False, depthwise_l1, **options)
        kernel = self.next((1, 1, x.shape[-1], filters), l1, l2)
        return ACTIVATIONS[act](conv2d(x, kernel, self.next((filters,), bias_l1) if bias else None))

    def dense(self, x, units, act=None, l1=0.0, l2=0.0, bias_l1=0.0, bias_l2=0.0):
        kernel = self.next((x.shape[-1], units), l1, l2)
        return ACTIVATIONS[act](x @ kernel + self.next((units,), bias_l1, bias_l2))

    def prelu(self, x, shape, l1=0.0, l2=0.0):
        alpha = self.next(shape, l1, l2)
        return torch.where(x < 0, alpha * x, x)

    def recurrent(self, kind, x, units, l1=0.0, l2=0.0, recurrent_l1=0.0, recurrent_l2=0.0, bias_l1=0.0, bias_l2=0.0, bias=True, **options):
        columns = {"RNN": 1, "GRU": 3, "LSTM": 4}[kind] * units
        weights = [self.next((x.shape[-1], columns), l1, l2), self.next((units, columns), recurrent_l1, recurrent_l2)]
        shape = (2, columns) if kind == "GRU" else (columns,)
        weights.append(self.next(shape, bias_l1, bias_l2) if bias else None)
        return recurrent(kind, x, *weights, **options)

    def bidirectional(self, kind, x, units, backwards=False, sequences=False, **options):
        a = self.recurrent(kind, x, units, backwards=backwards, sequences=sequences, **options)
        b = self.recurrent(kind, x, units, backwards=not backwards, sequences=sequences, **options)
        return torch.cat([a, b.flip(1) if sequences else b], -1)


def flat(x):
    return x.flatten(1)


def conv_kernels(n, x):
    x = n.conv(n.conv(x, 4, 5), 3, (1, 3))
    x = n.conv(n.conv(n.conv(x, 5, (3, 1), "tanh"), 6, 2), 7, 1)
    return n.dense(flat(x), 2)


def conv_same(n, x):
    x = n.conv(n.conv(x, 4, 5, same=True), 3, (1, 3), same=True)
    x = n.conv(n.conv(n.conv(x, 5, (3, 1), "tanh", same=True), 6, 2, same=True), 3, 1, same=True)
    return n.dense(flat(x), 2)


def conv_stride2(n, x):
    return n.dense(flat(n.conv(n.conv(x, 8, 3, "relu", strides=2, same=True), 16, 3, strides=2)), 3)


def conv_unequal(n, x):
    x = n.conv(x, 6, 3, "tanh", strides=(1, 2), same=True)
    x = n.conv(n.conv(x, 5, (3, 2), strides=(3, 1)), 4, (2, 3), strides=(2, 3), same=True)
    return n.dense(flat(x), 2)


def conv_dilated(n, x):
    x = n.conv(n.conv(x, 8, 3, "relu", dilation=2), 6, 3, "tanh", dilation=2, same=True)
    return n.dense(flat(n.conv(x, 4, 3, dilation=(1, 2))), 2)


def group_plain(n, x):
    x = n.conv(n.conv(x, 6, 3, "relu", groups=2, same=True), 34, 1, "tanh")
    x = max_pool(n.conv(x, 34, 3, "relu", groups=2, l1=0.01, l2=0.02, bias_l1=0.003), 2)
    return n.dense(n.conv(n.conv(x, 16, 1, groups=2), 8, 2, groups=2, bias=False).mean((1, 2)), 2)


def group_strided(n, x):
    x = n.conv(n.conv(x, 20, 3, "leaky_relu", groups=4, strides=2, same=True), 40, 3, groups=20, dilation=(1, 2), same=True)
    return n.dense(flat(n.conv(x, 36, (2, 3), "sigmoid", groups=2, strides=(1, 2))), 3)


def depthwise_many(n, x):
    x = n.depthwise(n.conv(x, 41, 1, "relu"), 3, "relu", same=True, l1=0.01, l2=0.02, bias_l1=0.001, bias_l2=0.03)
    return n.dense(n.depthwise(x, 2, bias=False, l2=0.01).mean((1, 2)), 2)


def depthwise_strided(n, x):
    x = n.depthwise(n.conv(x, 16, 1, "tanh"), 3, strides=2, same=True)
    return n.dense(flat(n.depthwise(n.depthwise(x, 3, strides=(1, 2)), 2, "sigmoid", strides=3, same=True)), 2)


def depthwise_dilated(n, x):
    x = n.depthwise(n.depthwise(n.conv(x, 9, 1), 3, "relu", dilation=2), 3, dilation=(1, 2), same=True)
    return n.dense(flat(n.depthwise(n.depthwise(x, (2, 3), strides=2, dilation=2, same=True), 5, same=True, dilation=3)), 2)


def depthwise_multiplied(n, x):
    x = n.depthwise(n.depthwise(x, 3, "softmax", 2, same=True), 2, "relu", 3, l1=0.01, bias_l2=0.02)
    return n.dense(n.depthwise(x, 3, None, 9, bias=False).mean((1, 2)), 2)


def separable_options(n, x):
    x = n.separable(n.separable(x, 10, 3, "relu", same=True), 17, 3, "silu", 2, strides=2, depthwise_l1=0.01, l2=0.02, bias_l1=0.003)
    return n.dense(flat(n.separable(max_pool(x, 2), 6, (1, 2), bias=False, l1=0.01, same=True)), 3)


def transposed_autoencoder(n, x):
    x = n.conv(n.conv(x, 16, 3, "relu", strides=2, same=True), 20, 3, "relu", strides=2, same=True)
    return n.transposed(n.transposed(x, 17, 3, "relu", strides=2, same=True), 1, 2, strides=2, same=True)


def transposed_dense(n, x):
    x = n.transposed(n.transposed(x, 9, 3, "tanh", l1=0.01, bias_l2=0.02), 6, (2, 4), bias=False, l2=0.01, same=True)
    x = n.transposed(n.transposed(x, 4, 3, "silu", dilation=(2, 1), same=True), 3, 2, dilation=3)
    return n.dense(flat(x), 2)


def transposed_gaps(n, x):
    x = n.transposed(n.transposed(x, 5, 1, strides=2), 18, (2, 3), "relu", strides=(3, 2))
    return n.dense(n.transposed(x, 3, 2, strides=(1, 3), same=True).mean((1, 2)), 2)


def transposed_padded(n, x):
    x = n.transposed(x, 6, 3, "sigmoid", strides=3, output_padding=2)
    x = n.transposed(x, 4, 3, strides=2, output_padding=(0, 1), same=True)
    a = n.transposed(x, 3, 5, strides=2, same=True)
    return n.dense(flat(average_pool(torch.cat([n.transposed(x, 5, 4, strides=2, same=True), a], 3), 6, same=True)), 2)


def pool_overlapping(n, x):
    x = max_pool(n.conv(x, 5, 3, "relu", same=True), 3, 2)
    return n.dense(flat(max_pool(n.conv(x, 8, 1, "tanh"), 3, 2, same=True)), 2)


def pool_same(n, x):
    x = n.conv(max_pool(n.conv(x, 7, 1), 2, same=True), 16, 1)
    return n.dense(flat(max_pool(x, 3, 1, same=True)), 2)


def pool_uneven(n, x):
    x = max_pool(max_pool(n.conv(x, 9, 2, "silu"), (2, 3), (1, 2)), 2, 3)
    return n.dense(flat(max_pool(n.conv(x, 3, 1), 1)), 2)


def pool_average(n, x):
    x = n.conv(average_pool(n.conv(x, 6, 2, "tanh"), 2), 17, 1, "relu")
    return n.dense(flat(average_pool(average_pool(x, 3, 2, same=True), (1, 2), 1)), 2)


def pool_global(n, x):
    x = n.conv(x, 17, 3, "relu").mean((1, 2), keepdim=True)
    return n.dense(n.conv(x, 6, 1, "tanh").mean((1, 2)), 3)


def sequence_same(n, x):
    x = n.conv1d(n.conv1d(x, 8, 4, "leaky_relu", padding="same"), 6, 5, "gelu", strides=2, padding="same")
    return n.dense(flat(n.conv1d(x, 3, 15, padding="same")), 2)


def sequence_causal(n, x):
    x = n.conv1d(n.conv1d(x, 9, 2, "relu", padding="causal"), 8, 3, "relu", padding="causal", dilation=4)
    x = n.conv1d(n.conv1d(x, 7, 3, "tanh", padding="causal", dilation=12), 4, 3, padding="causal", strides=2)
    return n.dense(flat(x), 2)


def sequence_strides(n, x):
    x = n.conv1d(x, 16, 3, dilation=3, bias=False, l1=0.001, l2=0.002)
    return n.dense(flat(n.conv1d(x, 5, 2, "sigmoid", strides=3, l1=0.003, bias_l1=0.002, bias_l2=0.004)), 2)


def sequence_pool_windows(n, x):
    x = steps(max_pool, n.conv1d(x, 17, 2, "tanh"), 3, 2, same=True)
    x = n.conv1d(steps(average_pool, x, 4, 1, same=True), 8, 1, "tanh")
    return n.dense(flat(steps(average_pool, steps(max_pool, x, 2, 3), 2)), 2)


def sequence_pool_global(n, x):
    x = n.conv1d(x, 17, 3, "sigmoid")
    largest = n.conv1d(x.amax(1, keepdim=True), 5, 1)
    return n.dense(torch.cat([n.conv1d(x.mean(1, keepdim=True), 5, 1), largest], 1).amax(1), 2)


def sequence_pool_images(n, x):
    x = n.conv(x, 33, 2, "tanh")
    return n.dense(n.conv(x.amax((1, 2), keepdim=True), 33, 1, "tanh").amax((1, 2)) + x.mean((1, 2)), 2)


def margin_folded(n, x):
    x = n.conv(zero_pad(x, 1, 1, 1, 1), 6, 3, "relu")
    x = n.conv(zero_pad(x, 0, 1, 2, 0), 17, 3, "relu", strides=2)
    x = n.conv(zero_pad(x, 2, 2, 1, 1), 5, 3, "tanh", dilation=2, same=True)
    return n.dense(flat(max_pool(n.conv(zero_pad(x, 1, 2, 1, 0), 4, 2, "relu"), 2)), 2)


def up_sample_nearest(n, x):
    image = n.conv(x, 17, 2, "tanh")
    large = resize(n.conv(resize(image, 2, "nearest"), 3, 2), (1, 3), "nearest")
    return n.dense(torch.cat([flat(resize(image, (3, 1), "nearest")), flat(large)], 1), 2)


def up_sample_bilinear(n, x):
    image = n.conv(x, 17, 2, "tanh")
    x = resize(n.conv(resize(image, 2, "bilinear"), 3, 2, strides=2), 3, "bilinear")
    large = resize(n.conv(x, 5, (9, 1), "tanh"), (2, 1), "bilinear")
    return n.dense(torch.cat([flat(resize(image, (1, 4), "bilinear")), flat(large)], 1), 2)


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


def affine(n, xh, shape, gamma=True, beta=True, gamma_l1=0.0, gamma_l2=0.0, beta_l1=0.0, beta_l2=0.0):
    y = xh * n.next(shape, gamma_l1, gamma_l2) if gamma else xh
    return y + n.next(shape, beta_l1, beta_l2) if beta else y


def layer_norm(n, x, axes=1, epsilon=1e-3, **weights):
    shape = x.shape[-axes:]
    return affine(n, torch.nn.functional.layer_norm(x, shape, eps=epsilon), shape, **weights)


def group_norm(n, x, groups, epsilon=1e-3, **weights):
    xh = torch.nn.functional.group_norm(x.movedim(-1, 1), x.shape[-1] if groups == -1 else groups, eps=epsilon).movedim(1, -1)
    return affine(n, xh, x.shape[-1:], **weights)


def norm_layer(n, x):
    x = layer_norm(n, n.dense(x, 17, "tanh"), beta=False, gamma_l1=0.001)
    x = layer_norm(n, n.dense(layer_norm(n, n.dense(x, 16)), 3), gamma=False, beta_l2=0.003)
    return n.dense(flat(x), 3)


def norm_axes(n, x):
    a = layer_norm(n, n.dense(x, 37), 2, 0.1, gamma_l2=0.002, beta_l1=0.001)
    return n.dense(a + layer_norm(n, a, 3) + layer_norm(n, a, gamma=False, beta=False), 2)


def norm_group(n, x):
    x = group_norm(n, n.conv(x, 18, 3, "sigmoid"), 9, gamma_l1=0.001, gamma_l2=0.002, beta_l1=0.003)
    x = group_norm(n, n.conv(x, 17, 2, "tanh"), -1, gamma=False)
    return n.dense(flat(group_norm(n, n.conv(x, 4, 2), 1, 1e-5)), 2)


def norm_rms(n, x):
    def rms(x, axes, epsilon):
        y = x * torch.rsqrt(x.square().mean(tuple(range(-axes, 0)), keepdim=True) + epsilon)
        return y * n.next(x.shape[-axes:])
    return n.dense(rms(n.dense(rms(n.dense(x, 19), 1, 1e-6), 7, "tanh"), 2, 0.01), 2)


def norm_unit(n, x):
    rows = n.dense(x, 21)
    a = torch.nn.functional.normalize(rows, dim=-1) + torch.nn.functional.normalize(rows.flatten(1), dim=-1).reshape(rows.shape)
    return torch.nn.functional.normalize(n.dense(a, 3), dim=-1)


def embedding(n, ids, rows, columns, l1=0.0, l2=0.0):
    return n.next((rows, columns), l1, l2)[ids]


def indexes(shape, first, length, limit):
    """The indexes that stand in some places of each sample: the same hashes as the numbers that would stand there."""
    size = int(np.prod(shape))
    return torch.tensor(hashed_values.labels(INPUT_SEED, COUNT * size, limit)).reshape(COUNT, size)[:, first:first + length]


def embed_tokens(n, x):
    x = embedding(n, indexes((7,), 0, 7, 11), 11, 17, 0.001, 0.002) + n.next((7, 17), 0.0, 0.003)
    return n.dense(flat(n.dense(x, 4, "tanh") + n.next((7, 4))), 3)


def embed_twice(n, x):
    ids = indexes((7,), 3, 4, 5)
    parts = [x[:, :3], flat(embedding(n, ids, 5, 1)), flat(embedding(n, ids, 300, 150)), ids.double()]
    return n.dense(torch.cat(parts, 1), 2)


def attention(n, query, value, key, heads, key_dim, value_dim=None, output=None, bias=True, causal=False, mask=None, l1=0.0, l2=0.0, bias_l1=0.0,
              bias_l2=0.0):
    def projection(x, axes):
        y = torch.einsum("ntd,dhk->nhtk", x, n.next((x.shape[-1], heads, axes), l1, l2))
        return y + n.next((heads, axes), bias_l1, bias_l2).unsqueeze(1) if bias else y
    q, k, v = projection(query, key_dim), projection(key, key_dim), projection(value, value_dim or key_dim)
    scores = q @ k.transpose(2, 3) / key_dim ** 0.5
    if causal:
        scores = scores.masked_fill(torch.ones_like(scores).triu(1).bool(), -torch.inf)
    weights = torch.softmax(scores, -1)
    if mask is not None:
        weights = weights * mask[:, None, None, :]
        weights = weights / weights.sum(-1, keepdim=True).clamp_min(1e-300)
    context = weights @ v
    y = torch.einsum("nhtv,hvd->ntd", context, n.next((heads, v.shape[-1], output or query.shape[-1]), l1, l2))
    return y + n.next((y.shape[-1],), bias_l1, bias_l2) if bias else y


def attend_self(n, x):
    x = n.dense(x, 7, "tanh")
    return n.dense(flat(attention(n, x, x, x, 2, 3, l1=0.001, bias_l2=0.002)), 3)


def attend_causal(n, x):
    x = n.dense(x, 6)
    return n.dense(attention(n, x, x, x, 3, 4, 18, 7, bias=False, causal=True, l2=0.001), 2, "tanh")


def attend_cross(n, x):
    a, b = x[:, :20].reshape(-1, 4, 5), x[:, 20:].reshape(-1, 9, 3)
    query, value, key = n.dense(a, 6), n.dense(b, 4), n.dense(b, 5)
    three = attention(n, query, value, key, 2, 4, causal=True, bias_l2=0.001)
    two = attention(n, key, three, three, 1, 17, 3, causal=True, l2=0.001, bias_l2=0.001)
    return n.dense(attention(n, two, a, a, 2, 2, bias_l1=0.002), 2)


def attend_block(n, x):
    x = embedding(n, indexes((16,), 0, 16, 10), 10, 32) + n.next((16, 32))
    normalized = layer_norm(n, x)
    x = x + attention(n, normalized, normalized, normalized, 2, 16, causal=True, bias_l2=0.001)
    x = x + n.dense(n.dense(layer_norm(n, x), 48, "gelu"), 32)
    return n.dense(layer_norm(n, x), 10)


def masked_mean(x, mask):
    return (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True).clamp_min(1)


def mask_tokens(n, x):
    ids = indexes((7,), 0, 7, 3)
    mask = (ids != 0).double()
    x = embedding(n, ids, 3, 5) + n.next((7, 5))
    normalized = layer_norm(n, x)
    x = x + attention(n, normalized, normalized, normalized, 2, 3, mask=mask, bias_l2=0.001)
    return n.dense(masked_mean(n.dense(x, 6, "tanh"), mask), 2)


def mask_mean(n, x):
    ids = indexes((4,), 0, 4, 4)
    tokens = embedding(n, ids, 4, 17)
    return n.dense(torch.cat([flat(tokens), masked_mean(tokens, (ids != 0).double())], 1), 2)


def rnn_sequences(n, x):
    x = n.recurrent("RNN", x, 17, l1=0.001, recurrent_l2=0.002, bias_l1=0.003, sequences=True)
    x = n.recurrent("RNN", x, 32, l2=0.004, recurrent_l1=0.001, bias=False, sequences=True, backwards=True)
    return n.dense(n.recurrent("RNN", x, 1, backwards=True), 3)


def lstm_sequences(n, x):
    x = n.recurrent("LSTM", x, 17, l1=0.001, recurrent_l2=0.002, bias_l1=0.003, sequences=True)
    x = n.recurrent("LSTM", x, 32, l2=0.004, recurrent_l1=0.001, bias=False, sequences=True, backwards=True)
    return n.dense(n.recurrent("LSTM", x, 1, sequences=True), 3)


def gru_sequences(n, x):
    x = n.recurrent("GRU", x, 17, l1=0.001, recurrent_l2=0.002, bias_l1=0.003, bias_l2=0.001, sequences=True)
    x = n.recurrent("GRU", x, 32, l2=0.004, recurrent_l1=0.001, bias=False, sequences=True, backwards=True)
    return n.dense(n.recurrent("GRU", x, 1, sequences=True), 3)


def bidirectional_concat(n, x):
    x = n.bidirectional("LSTM", x, 5, l1=0.001, sequences=True)
    x = n.bidirectional("GRU", x, 17, backwards=True, sequences=True)
    return n.bidirectional("RNN", x, 3, recurrent_l2=0.002)


# Name: (input shape, net up to what the loss reads, loss, whether targets are labels)
NETS = {
    "ConvKernels": ((11, 12, 2), conv_kernels, "mse", False),
    "ConvSame": ((5, 6, 2), conv_same, "mse", False),
    "ConvStride2": ((10, 13, 3), conv_stride2, "mse", False),
    "ConvUnequal": ((12, 11, 2), conv_unequal, "mse", False),
    "ConvDilated": ((11, 12, 3), conv_dilated, "mse", False),
    "GroupPlain": ((7, 10, 6), group_plain, "mse", False),
    "GroupStrided": ((11, 12, 4), group_strided, "mse", False),
    "DepthwiseMany": ((6, 27, 3), depthwise_many, "mse", False),
    "DepthwiseStrided": ((17, 22, 2), depthwise_strided, "mse", False),
    "DepthwiseDilated": ((13, 12, 2), depthwise_dilated, "mse", False),
    "DepthwiseMultiplied": ((6, 7, 1), depthwise_multiplied, "mse", False),
    "SeparableOptions": ((11, 12, 3), separable_options, "mse", False),
    "SequenceSame": ((19, 2), sequence_same, "mse", False),
    "SequenceCausal": ((21, 2), sequence_causal, "mse", False),
    "SequenceStrides": ((24, 4), sequence_strides, "mse", False),
    "SequencePoolWindows": ((29, 2), sequence_pool_windows, "mse", False),
    "SequencePoolGlobal": ((11, 3), sequence_pool_global, "mse", False),
    "SequencePoolImages": ((5, 7, 2), sequence_pool_images, "mse", False),
    "MarginFolded": ((8, 9, 2), margin_folded, "mse", False),
    "UpSampleNearest": ((3, 4, 2), up_sample_nearest, "mse", False),
    "UpSampleBilinear": ((4, 5, 2), up_sample_bilinear, "mse", False),
    "TransposedAutoencoder": ((8, 12, 1), transposed_autoencoder, "mse", False),
    "TransposedDense": ((5, 6, 3), transposed_dense, "mse", False),
    "TransposedGaps": ((3, 4, 2), transposed_gaps, "mse", False),
    "TransposedPadded": ((2, 3, 2), transposed_padded, "mse", False),
    "PermuteMatrices": ((19, 3), permute_matrices, "mse", False),
    "PermuteImages": ((5, 6, 2), permute_images, "mse", False),
    "MergeKinds": ((5,), merge_kinds, "mse", False),
    "MergeExcited": ((6, 5, 3), merge_excited, "mse", False),
    "MergeDotMatrices": ((6, 5), merge_dot_matrices, "mse", False),
    "PoolOverlapping": ((11, 12, 2), pool_overlapping, "mse", False),
    "PoolSame": ((7, 9, 3), pool_same, "mse", False),
    "PoolUneven": ((13, 14, 2), pool_uneven, "mse", False),
    "PoolAverage": ((11, 13, 2), pool_average, "mse", False),
    "PoolGlobal": ((5, 7, 3), pool_global, "categorical_logits", False),
    "ActDense": ((6,), act_dense, "mse", False),
    "ActConv": ((5, 5, 2), act_conv, "mse", False),
    "ActLayers": ((7, 6, 3), act_layers, "categorical_logits", False),
    "ActSoftmax": ((5, 4, 3), act_softmax, "mse", False),
    "ActPixels": ((5, 6, 2), act_pixels, "categorical_logits", True),
    "ActSmooth": ((6,), act_smooth, "mse", False),
    "ActBranches": ((5, 3), act_branches, "mse", False),
    "ActLogSoftmax": ((5, 4, 3), act_log_softmax, "mae", False),
    "LayerRelu": ((6,), layer_relu, "categorical_logits", False),
    "LayerPRelu": ((5, 4, 3), layer_prelu, "mse", False),
    "GraphConcatenate": ((6, 5, 2), graph_concatenate, "mse", False),
    "GraphThrice": ((9,), graph_thrice, "categorical_logits", False),
    "GraphTwoInputs": ((43,), graph_two_inputs, "categorical_logits", True),
    "LossBinary": ((5,), lambda n, x: n.dense(x, 9), "binary_logits", False),
    "LossCategoricalOdd": ((5,), lambda n, x: n.dense(x, 6, "sigmoid"), "categorical", False),
    "LossSparseOdd": ((5,), lambda n, x: n.dense(x, 12, "sigmoid").reshape(-1, 3, 4), "categorical", True),
    "LossBinaryOdd": ((5,), lambda n, x: n.dense(x, 7, "softmax"), "binary", False),
    "LossPercentage": ((5,), lambda n, x: n.dense(x, 17), "mape", False),
    "LossLogarithmic": ((4, 5), lambda n, x: n.dense(x, 3), "msle", False),
    "LossHuber": ((5,), lambda n, x: n.dense(x, 17), "huber", False),
    "LossHuberNarrow": ((4, 5), lambda n, x: n.dense(x, 9), "huber_narrow", False),
    "LossLogCosh": ((5,), lambda n, x: n.dense(x, 17), "log_cosh", False),
    "LossBinaryFocal": ((5,), lambda n, x: n.dense(x, 9, "sigmoid"), "binary_focal", False),
    "LossBinaryFocalBalanced": ((5,), lambda n, x: n.dense(x, 17, "sigmoid"), "binary_focal_balanced", False),
    "LossCategoricalFocal": ((5,), lambda n, x: n.dense(x, 17, "softmax"), "categorical_focal", False),
    "LossCategoricalFocalOdd": ((3, 5), lambda n, x: n.dense(x, 6, "sigmoid"), "categorical_focal_odd", False),
    "LossHinge": ((5,), lambda n, x: n.dense(x, 17), "hinge", False),
    "LossSquaredHinge": ((4, 5), lambda n, x: n.dense(x, 3), "hinge_squared", False),
    "LossCategoricalHinge": ((4, 5), lambda n, x: n.dense(x, 6), "categorical_hinge", False),
    "LossDivergence": ((5,), lambda n, x: n.dense(x, 17, "softmax"), "categorical_kl", False),
    "LossPoisson": ((4, 5), lambda n, x: n.dense(x, 5, "softplus"), "poisson", False),
    "LossCosine": ((4, 5), lambda n, x: n.dense(x, 19), "cosine", False),
    "LossSmoothed": ((5,), lambda n, x: n.dense(x, 17), "categorical_logits_smoothed", False),
    "LossSmoothedBinary": ((5,), lambda n, x: n.dense(x, 9, "sigmoid"), "binary_smoothed", False),
    "LossAbsolute": ((4, 5), lambda n, x: n.dense(x, 3), "mae", False),
    "AttendSelf": ((5, 6), attend_self, "mse", False),
    "AttendCausal": ((19, 5), attend_causal, "mse", False),
    "AttendCross": ((47,), attend_cross, "mse", False),
    "AttendBlock": ((16,), attend_block, "categorical_logits", True),
    "EmbedTokens": ((7,), embed_tokens, "categorical_logits", False),
    "EmbedTwice": ((7,), embed_twice, "mse", False),
    "MaskTokens": ((7,), mask_tokens, "mse", False),
    "MaskMean": ((4,), mask_mean, "mse", False),
    "NormLayer": ((5, 9), norm_layer, "mse", False),
    "NormAxes": ((3, 4, 12), norm_axes, "mse", False),
    "NormGroup": ((5, 7, 3), norm_group, "mse", False),
    "NormRms": ((6, 8), norm_rms, "mse", False),
    "NormUnit": ((4, 5), norm_unit, "mse", False),
    "RnnSequences": ((5, 3), rnn_sequences, "mse", False),
    "LstmSequences": ((5, 3), lstm_sequences, "categorical_logits", True),
    "GruSequences": ((5, 3), gru_sequences, "categorical_logits", True),
    "BidirectionalConcat": ((5, 3), bidirectional_concat, "mse", False),
    "PenaltyBoth": ((9,), penalty_both, "categorical_logits", True),
}


def targets_for(y, loss, sparse):
    rows, classes = y[..., 0].numel(), y.shape[-1]
    if sparse:
        one_hot = torch.nn.functional.one_hot(torch.tensor(hashed_values.labels(TARGET_SEED, rows, classes)), classes)
        return one_hot.to(torch.float64).reshape(y.shape)
    t = hashed_values.values(TARGET_SEED, rows * classes, 2)
    if loss.startswith("hinge"):
        t = np.where(t > np.float32(0.3), 1, np.where(t < np.float32(-0.3), -1, 0)).astype(np.float32)
    if loss == "poisson":
        t = t + np.float32(1)
    if loss.startswith("binary"):
        t = (t + np.float32(1)) / np.float32(2)
    if loss == "categorical_hinge":
        t = np.eye(classes, dtype=np.float32)[t.reshape(rows, classes).argmax(-1)]
    elif loss.startswith("categorical"):
        t = (t + np.float32(1.01)).reshape(rows, classes)
        t = t / np.array([[np.float32(sum(float(value) for value in row))] for row in t], dtype=np.float32)
    return torch.tensor(t.astype(np.float64)).reshape(y.shape)


def run(shape, net, loss, sparse):
    weights = Weights()
    size = int(np.prod(shape))
    x = torch.tensor(hashed_values.values(INPUT_SEED, COUNT * size, 2).astype(np.float64)).reshape(COUNT, *shape)
    y = net(weights, x)
    t = targets_for(y, loss, sparse)
    sample_weights = torch.tensor((hashed_values.values(SAMPLE_WEIGHT_SEED, COUNT, 1.5) + np.float32(1)).astype(np.float64))
    samples = LOSSES[loss](y, t).reshape(COUNT, -1).mean(1)
    data_loss = (samples * sample_weights).sum() / COUNT
    penalties = sum((penalty(w, l1, l2) for w, l1, l2 in weights.tensors), torch.zeros((), dtype=torch.float64))
    (data_loss + penalties).backward()
    outputs = {"categorical_logits": ACTIVATIONS["softmax"], "categorical_logits_smoothed": ACTIVATIONS["softmax"], "binary_logits": torch.sigmoid}.get(loss, lambda z: z)(y)
    return {
        "loss": data_loss.item(),
        "penalty": penalties.item(),
        "outputs": outputs.detach().flatten().tolist(),
        "gradients": [project(w.grad.flatten().numpy(), i) for i, (w, _, _) in enumerate(weights.tensors)],
    }


def project(gradient, tensor):
    """The product with a hashed vector: one number that moves with every element, and the largest magnitude for its scale."""
    direction = hashed_values.values(PROJECTION_SEED + tensor, len(gradient), 2).astype(np.float64)
    return [float(gradient @ direction), float(np.abs(gradient).max())]


def main():
    path = DATA / "net-reference.json"
    known = json.loads(path.read_text()) if len(sys.argv) > 1 else {}
    results = {name: known[name] if name in known and name not in sys.argv[1:] else run(*net) for name, net in NETS.items()}
    path.write_text(json.dumps(results, indent=1) + "\n")
    print(f"{len(results)} nets")


if __name__ == "__main__":
    main()
