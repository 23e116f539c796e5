"""Nets with penalties beside those of weights, as Runtime.Tests/Nets has them: what net_reference.py runs."""

import torch

from keras_in_torch import max_pool
from weighted_layers import batch_norm, flat


def activity_dense(n, x):
    x = n.activity(n.dense(x, 17, "relu"), l1=0.03)
    x = n.activity(n.dense(x, 16, "tanh", l2=0.01), 0.02, 0.04)
    return n.activity(n.dense(x, 1), l2=0.05)


def activity_pooled(n, x):
    x = max_pool(n.activity(n.conv(x, 17, 3, "relu"), l2=0.01), 2)
    return n.dense(flat(n.activity(max_pool(n.conv(x, 6, 2, "relu"), 2), l1=0.02)), 3)


def activity_wrapped(n, x):
    x = n.activity(n.dense(x, 9, "tanh"), l1=0.02)
    both = n.bidirectional("GRU", x, 4, sequences=True)
    x = n.activity(both[..., :4] + both[..., 4:], l2=0.03)
    return n.dense(n.activity(n.recurrent("RNN", x, 3), l2=0.2), 2)


def activity_logits(n, x):
    return n.activity(n.dense(n.dense(x, 18, "elu"), 5), l2=0.1)


def activity_probabilities(n, x):
    return n.activity(n.dense(x, 5, "softmax"), 0.3, 0.2)


def activity_layers(n, x):
    hidden = n.dense(n.activity(x, 0.5), 19)
    x = torch.tanh(n.activity(n.activity(hidden, 0.03, 0.02), l2=0.01)) + hidden
    return n.activity(n.dense(x, 3), l2=0.1)


def activity_frozen(n, x):
    x = n.activity(n.freeze(n.conv, x, 3, 2), l2=0.1)
    separable = n.activity(n.separable(x, 4, 2, "relu"), 0.05)
    x = n.activity(n.activity(batch_norm(n, separable), 0.02) + separable, l2=0.01)
    return n.dense(n.activity(n.freeze(n.dense, n.activity(flat(x), l2=0.03), 6), 0.04), 2)


def activity_blocks(n, x):
    x = n.activity(n.conv(x, 12, 2, "tanh"), 0.001, 0.002)
    pooled = n.activity(n.conv(x, 5, 3, "relu").mean((1, 2)), l2=0.3)
    return [pooled, n.dense(pooled, 3)]


def orthogonal_dense(n, x):
    x = n.dense(x, 33, "tanh", l2=0.01)
    n.orthogonal(2, 0.3)
    x = n.dense(x, 17, "tanh", l1=0.01)
    n.orthogonal(2, 0.2, columns=True)
    x = n.dense(x, 2)
    n.orthogonal(2, 0.1, columns=True)
    return x


# Name: (input shape, net up to what the loss reads, loss, whether targets are labels)
NETS = {
    "OrthogonalDense": ((19,), orthogonal_dense, "mse", False),
    "ActivityDense": ((9,), activity_dense, "mse", False),
    "ActivityPooled": ((9, 9, 3), activity_pooled, "categorical_logits", True),
    "ActivityWrapped": ((6, 5), activity_wrapped, "mse", False),
    "ActivityLogits": ((7,), activity_logits, "categorical_logits", False),
    "ActivityProbabilities": ((7,), activity_probabilities, "categorical", True),
    "ActivityLayers": ((6,), activity_layers, "mse", False),
    "ActivityFrozen": ((5, 4, 2), activity_frozen, "mse", False),
    "ActivityBlocks": ((15, 15, 2), activity_blocks, [("mae", False, 0.5), ("mse", False, 1)]),
}
