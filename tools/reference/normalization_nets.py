"""Nets of normalizations, as Runtime.Tests/Nets has them: what net_reference.py runs."""

import torch

from keras_in_torch import ACTIVATIONS, max_pool
from weighted_layers import batch_norm, flat, group_norm, layer_norm


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


def norm_group_flat(n, x):
    wide = n.dense(x, 160)
    return n.dense(group_norm(n, wide, 20, beta=False) + group_norm(n, wide, 32), 2)


def norm_conv(n, x):
    x = ACTIVATIONS["relu"](batch_norm(n, n.conv(x, 17, 3, bias=False)))
    x = batch_norm(n, n.conv(x, 6, 2, "tanh"), 0.7, 0.01, gamma_l2=0.01, beta_l1=0.02)
    return n.dense(flat(x), 3)


def norm_dense(n, x):
    x = n.dense(torch.tanh(batch_norm(n, x, gamma=False)), 33, bias=False)
    x = n.dense(ACTIVATIONS["elu"](batch_norm(n, x, 0.9, beta=False)), 4, bias=False)
    return n.dense(batch_norm(n, x, gamma=False, beta=False), 2)


def norm_branch(n, x):
    wide = n.conv(x, 70, 1, bias=False)
    normal = batch_norm(n, wide)
    x = normal + n.conv(ACTIVATIONS["relu"](normal), 70, 1, bias=False) + wide
    return n.dense(flat(batch_norm(n, x)), 2)


def norm_pooled(n, x):
    for filters, l2 in [(8, 0.0), (16, 0.01)]:
        x = max_pool(ACTIVATIONS["relu"](batch_norm(n, n.conv(x, filters, 3, bias=False, l2=l2, same=True))), 2)
    return n.dense(flat(x), 3)


def norm_frozen(n, x):
    x = ACTIVATIONS["relu"](n.freeze(batch_norm, n, n.conv(x, 9, 2), gamma_l2=0.1))
    return n.dense(flat(n.freeze(batch_norm, n, n.conv(x, 3, 2), gamma=False, beta=False)), 2)


def residual(n, x, filters):
    y = ACTIVATIONS["relu"](batch_norm(n, n.conv(x, filters, 3, bias=False, same=True)))
    return ACTIVATIONS["relu"](batch_norm(n, n.conv(y, filters, 3, bias=False, same=True)) + x)


def block_stages(n, x):
    x = residual(n, n.conv(x, 4, 3, bias=False, same=True), 4)
    main = ACTIVATIONS["relu"](batch_norm(n, n.conv(x, 5, 3, bias=False, strides=2, same=True)))
    x = n.conv(x, 5, 1, bias=False, strides=2) + main
    return n.dense(residual(n, residual(n, x, 5), 5).mean((1, 2)), 3)


def norm_narrow(n, x):
    wide = n.dense(x, 4)
    narrow = layer_norm(n, n.dense(wide, 1, l2=0.1, bias_l2=0.1), gamma_l2=0.1)
    return n.dense(torch.cat([wide, narrow], -1), 2)


def norm_zeros(n, x):
    return n.dense(torch.nn.functional.normalize(n.dense(x, 5, "relu"), dim=-1), 2)


# Name: (input shape, net up to what the loss reads, loss, whether targets are labels)
NETS = {
    "NormLayer": ((5, 9), norm_layer, "mse", False),
    "NormAxes": ((3, 4, 12), norm_axes, "mse", False),
    "NormGroup": ((5, 7, 3), norm_group, "mse", False),
    "NormRms": ((6, 8), norm_rms, "mse", False),
    "NormUnit": ((4, 5), norm_unit, "mse", False),
    "NormGroupFlat": ((6,), norm_group_flat, "mse", False),
    "NormConv": ((7, 5, 3), norm_conv, "categorical_logits", False),
    "NormDense": ((5,), norm_dense, "mse", False),
    "NormBranch": ((3, 3, 2), norm_branch, "mse", False),
    "NormPooled": ((18, 18, 3), norm_pooled, "categorical_logits", True),
    "NormFrozen": ((4, 4, 2), norm_frozen, "mse", False),
    "BlockStages": ((6, 6, 2), block_stages, "categorical_logits", False),
    "NormNarrow": ((5, 9), norm_narrow, "mse", False),
    "NormZeros": ((6,), norm_zeros, "mse", False, 2, True),
}
