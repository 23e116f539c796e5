"""Nets of sequences and indexes, as Runtime.Tests/Nets has them: what net_reference.py runs."""

import torch

from keras_in_torch import average_pool, max_pool, steps
from weighted_layers import attention, embedding, flat, indexes, layer_norm, masked_mean


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


def embed_tokens(n, x):
    x = embedding(n, indexes((7,), 0, 7, 11), 11, 17, 0.001, 0.002) + n.next((7, 17), 0.0, 0.003)
    return n.dense(flat(n.dense(x, 4, "tanh") + n.next((7, 4))), 3)


def embed_twice(n, x):
    ids = indexes((7,), 3, 4, 5)
    parts = [x[:, :3], flat(embedding(n, ids, 5, 1)), flat(embedding(n, ids, 300, 150)), ids.double()]
    return n.dense(torch.cat(parts, 1), 2)


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
    "SequenceSame": ((19, 2), sequence_same, "mse", False),
    "SequenceCausal": ((21, 2), sequence_causal, "mse", False),
    "SequenceStrides": ((24, 4), sequence_strides, "mse", False),
    "SequencePoolWindows": ((29, 2), sequence_pool_windows, "mse", False),
    "SequencePoolGlobal": ((11, 3), sequence_pool_global, "mse", False),
    "SequencePoolImages": ((5, 7, 2), sequence_pool_images, "mse", False),
    "AttendSelf": ((5, 6), attend_self, "mse", False),
    "AttendCausal": ((19, 5), attend_causal, "mse", False),
    "AttendCross": ((47,), attend_cross, "mse", False),
    "AttendBlock": ((16,), attend_block, "categorical_logits", True),
    "EmbedTokens": ((7,), embed_tokens, "categorical_logits", False),
    "EmbedTwice": ((7,), embed_twice, "mse", False),
    "MaskTokens": ((7,), mask_tokens, "mse", False),
    "MaskMean": ((4,), mask_mean, "mse", False),
    "RnnSequences": ((5, 3), rnn_sequences, "mse", False),
    "LstmSequences": ((5, 3), lstm_sequences, "categorical_logits", True),
    "GruSequences": ((5, 3), gru_sequences, "categorical_logits", True),
    "BidirectionalConcat": ((5, 3), bidirectional_concat, "mse", False),
}
