"""Nets of sequences and indexes, as Runtime.Tests/Nets has them: what net_reference.py runs."""

import torch
import torch.nn.functional as F

from keras_in_torch import average_pool, max_pool, steps
from weighted_layers import additive_attention, attention, batch_norm, each_step, embedding, flat, indexes, layer_norm, plain_attention


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


def attend_plain(n, x):
    a, b = x[:, :20].reshape(-1, 4, 5), x[:, 20:].reshape(-1, 9, 3)
    query, value, key = n.dense(a, 17, "tanh"), n.dense(b, 4), n.dense(b, 17)
    three = plain_attention(query, value, key)
    two = plain_attention(n.dense(key, 4, "tanh"), three, three, causal=True)
    return n.dense(plain_attention(two, two, two, causal=True), 2)


def attend_additive(n, x):
    a, b = x[:, :20].reshape(-1, 4, 5), x[:, 20:].reshape(-1, 19, 3)
    query, value, key = n.dense(a, 17), n.dense(b, 5), n.dense(b, 17)
    three = additive_attention(n, query, value, key)
    two = additive_attention(n, three, value, value)
    return n.dense(additive_attention(n, two, two, two) + two + three, 2)


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


def sequence_valid(n, x):
    return n.dense(flat(n.conv1d(n.conv1d(n.conv1d(x, 17, 3, "relu"), 1, 4), 5, 1, "tanh")), 2)


def sequence_pool_fused(n, x):
    x = steps(max_pool, n.conv1d(x, 17, 3, "relu"), 3)
    return n.dense(flat(steps(max_pool, n.conv1d(x, 5, 3, "leaky_relu", padding="causal", dilation=2), 2)), 2)


def group_sequence(n, x):
    both = n.conv1d(x, 12, 3, "tanh", padding="causal", groups=2)
    a = batch_norm(n, n.conv1d(both, 6, 2, bias=False, padding="same", strides=2, groups=3))
    return n.dense(flat(torch.cat([n.conv1d(both, 6, 3, padding="same", strides=2, groups=6), a], -1)), 2)


def margin_sequences(n, x):
    x = n.conv1d(F.pad(x, (0, 0, 1, 1)), 5, 2, "tanh")[:, 1:-1]
    return n.dense(flat(steps(average_pool, F.pad(x, (0, 0, 3, 0)), 2, 1)[:, :-4]), 2)


def up_sample_steps(n, x):
    x = n.conv1d(n.conv1d(x, 9, 2, "tanh").repeat_interleave(2, 1), 4, 8)
    return n.dense(flat(x.repeat_interleave(3, 1)), 2)


def rnn_activations(n, x):
    x = n.recurrent("RNN", x, 9, act="gelu", sequences=True)
    return n.recurrent("RNN", n.recurrent("RNN", x, 6, act=None, sequences=True), 4, act="silu")


def lstm_activations(n, x):
    x = n.recurrent("LSTM", x, 9, act="gelu", recurrent_act="silu", sequences=True)
    return n.recurrent("LSTM", x, 5, act=None, recurrent_act="tanh", backwards=True)


def gru_activations(n, x):
    x = n.recurrent("GRU", x, 9, act="gelu", recurrent_act="silu", sequences=True)
    return n.recurrent("GRU", x, 5, act="silu", recurrent_act="gelu", reset_after=False, backwards=True)


def gru_reset_before(n, x):
    x = n.recurrent("GRU", x, 17, l1=0.001, recurrent_l2=0.002, bias_l1=0.003, reset_after=False, sequences=True)
    x = n.recurrent("GRU", x, 18, recurrent_l1=0.001, bias=False, reset_after=False, sequences=True, backwards=True)
    return n.recurrent("GRU", x, 4, reset_after=False)


def bidirectional_merges(n, x):
    x = n.dense(x, 6)
    total = n.bidirectional("LSTM", x, 6, merge=torch.add, sequences=True)
    x = n.bidirectional("GRU", x, 6, merge=torch.mul, reset_after=False, sequences=True) + total + x
    return n.bidirectional("GRU", x, 4, merge=lambda a, b: (a + b) / 2)


def step_images(n, x):
    x = each_step(lambda step: max_pool(n.conv(step, 5, 3, "relu", l2=0.01), 2), x)
    return n.dense(n.recurrent("LSTM", each_step(lambda step: n.dense(flat(step), 7, "softmax"), x), 4), 2)


def step_layers(n, x):
    x = layer_norm(n, n.freeze(n.dense, x, 6, "tanh"))
    return n.dense(flat(each_step(lambda step: n.recurrent("GRU", step, 5, sequences=True).mean(1), x)), 3)


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
    "AttendPlain": ((47,), attend_plain, "mse", False),
    "AttendAdditive": ((77,), attend_additive, "mse", False),
    "AttendBlock": ((16,), attend_block, "categorical_logits", True),
    "EmbedTokens": ((7,), embed_tokens, "categorical_logits", False),
    "EmbedTwice": ((7,), embed_twice, "mse", False),
    "RnnSequences": ((5, 3), rnn_sequences, "mse", False),
    "LstmSequences": ((5, 3), lstm_sequences, "categorical_logits", True),
    "GruSequences": ((5, 3), gru_sequences, "categorical_logits", True),
    "BidirectionalConcat": ((5, 3), bidirectional_concat, "mse", False),
    "SequenceValid": ((31, 3), sequence_valid, "mse", False),
    "SequencePoolFused": ((31, 3), sequence_pool_fused, "mse", False),
    "GroupSequence": ((13, 4), group_sequence, "mse", False),
    "MarginSequences": ((9, 3), margin_sequences, "mse", False),
    "UpSampleSteps": ((5, 3), up_sample_steps, "mse", False),
    "RnnActivations": ((4, 2), rnn_activations, "mse", False),
    "LstmActivations": ((4, 2), lstm_activations, "mse", False),
    "GruActivations": ((4, 2), gru_activations, "mse", False),
    "GruResetBefore": ((5, 3), gru_reset_before, "mse", False),
    "BidirectionalMerges": ((4, 3), bidirectional_merges, "mse", False),
    "StepImages": ((3, 6, 5, 2), step_images, "mse", False),
    "StepLayers": ((4, 3, 2), step_layers, "categorical_logits", True),
}
