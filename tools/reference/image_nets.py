"""Nets of images, as Runtime.Tests/Nets has them: what net_reference.py runs."""

import torch

from keras_in_torch import average_pool, max_pool, resize, zero_pad
from weighted_layers import flat


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


def pool_ties(n, x):
    x = n.conv(max_pool(n.conv(x, 8, 3, "relu", same=True), 2), 5, 1)
    return n.dense(flat(max_pool(x, 2, 1)), 4)


def pool_ties_linear(n, x):
    x = n.conv(max_pool(n.conv(x, 3, 1), 3, 2, same=True), 16, 1)
    return n.dense(flat(max_pool(x, 2)), 4)


def pool_ends(n, x):
    return max_pool(n.conv(average_pool(max_pool(x, 2, 1), 2), 5, 2), 2, 1)


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
    "MarginFolded": ((8, 9, 2), margin_folded, "mse", False),
    "UpSampleNearest": ((3, 4, 2), up_sample_nearest, "mse", False),
    "UpSampleBilinear": ((4, 5, 2), up_sample_bilinear, "mse", False),
    "TransposedAutoencoder": ((8, 12, 1), transposed_autoencoder, "mse", False),
    "TransposedDense": ((5, 6, 3), transposed_dense, "mse", False),
    "TransposedGaps": ((3, 4, 2), transposed_gaps, "mse", False),
    "TransposedPadded": ((2, 3, 2), transposed_padded, "mse", False),
    "PoolOverlapping": ((11, 12, 2), pool_overlapping, "mse", False),
    "PoolSame": ((7, 9, 3), pool_same, "mse", False),
    "PoolUneven": ((13, 14, 2), pool_uneven, "mse", False),
    "PoolAverage": ((11, 13, 2), pool_average, "mse", False),
    "PoolGlobal": ((5, 7, 3), pool_global, "categorical_logits", False),
    "PoolTies": ((7, 7, 2), pool_ties, "mse", False, 2, True),
    "PoolTiesLinear": ((5, 6, 2), pool_ties_linear, "mse", False, 2, True),
    "PoolEnds": ((9, 8, 3), pool_ends, "mae", False),
}
