"""Nets with penalties beside those of weights, as Runtime.Tests/Nets has them: what net_reference.py runs."""

from keras_in_torch import max_pool
from weighted_layers import flat


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


# Name: (input shape, net up to what the loss reads, loss, whether targets are labels)
NETS = {
    "ActivityDense": ((9,), activity_dense, "mse", False),
    "ActivityPooled": ((9, 9, 3), activity_pooled, "categorical_logits", True),
    "ActivityWrapped": ((6, 5), activity_wrapped, "mse", False),
}
