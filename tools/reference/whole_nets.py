"""Runtime.Tests/Nets/WholeNets.cs in PyTorch: what train_whole_nets.py trains."""

import torch

from keras_in_torch import ACTIVATIONS
from weighted_layers import attention, batch_norm, embedding, flat, layer_norm


def relu(n, z):
    """Notes how far the closest value is from 0, where the gradient jumps, relative to the largest."""
    n.margins.append((z.abs().min() / z.abs().max()).item())
    return torch.relu(z)


def relu_and_pool(n, z, size):
    """Of a sequence. The largest of a window decides by its sign, and where that is positive by its lead over the second."""
    steps = z.shape[1] // size
    first, second = z[:, :steps * size].unflatten(1, (steps, size)).topk(2, 2).values.unbind(2)
    n.margins.append((torch.where(first > 0, torch.minimum(first, first - second), -first).min() / z.abs().max()).item())
    return torch.relu(first)


def normalized(n, x, filters, size, momentum, strides=1):
    return batch_norm(n, n.conv(x, filters, size, bias=False, strides=strides, same=True), momentum)


def residual(n, x):
    x = relu(n, normalized(n, x, 8, 3, 0.9))
    x = relu(n, normalized(n, relu(n, normalized(n, x, 8, 3, 0.9)), 8, 3, 0.9) + x)
    main = normalized(n, relu(n, normalized(n, x, 12, 3, 0.9, 2)), 12, 3, 0.9)
    x = relu(n, main + normalized(n, x, 12, 1, 0.9, 2))
    return n.dense(x.mean((1, 2)), 4, l2=0.01)


def separable(n, x):
    x = relu(n, normalized(n, x, 6, 3, 0.95, 2))
    for filters, strides in [(10, 1), (17, 2)]:
        x = relu(n, batch_norm(n, n.separable(x, filters, 3, bias=False, strides=strides, same=True), 0.95))
    return n.dense(x.mean((1, 2)), 5)


def text(n, x):
    return n.dense(n.bidirectional("LSTM", embedding(n, x.long(), 13, 6), 7, recurrent_l2=0.001), 3)


def transformer(n, x):
    x = embedding(n, x.long(), 9, 8) + n.next((7, 8))
    for _ in range(2):
        y = layer_norm(n, x)
        x = x + attention(n, y, y, y, 2, 4, causal=True)
        x = x + n.dense(n.dense(layer_norm(n, x), 16, "gelu"), 8)
    return n.dense(layer_norm(n, x), 9)


def autoencoder(n, x):
    x = relu(n, n.conv(x, 6, 3, strides=2, same=True))
    x = n.dense(flat(relu(n, n.conv(x, 8, 3, strides=2, same=True))), 5)
    x = relu(n, n.dense(x, 2 * 3 * 8, l1=0.0001)).reshape(-1, 2, 3, 8)
    x = relu(n, n.transposed(x, 6, 3, strides=2, same=True))
    return n.transposed(x, 1, 3, strides=2, same=True)


def two_outputs(n, x):
    signal, temperature = x[:, :16, None], x[:, 16:]
    x = relu_and_pool(n, n.conv1d(signal, 6, 5), 2)
    heard = relu(n, n.dense(flat(relu(n, n.conv1d(x, 9, 3))), 10))
    form = n.dense(heard, 3)
    return [form, n.dense(relu(n, n.dense(torch.cat([heard, temperature], 1), 8)), 1)]


def physics(n, x):
    for units in (17, 16, 16):
        x = n.dense(x, units, "tanh")
    return n.dense(x, 2)
