"""Nets of masked steps, as Runtime.Tests/Nets has them: what net_reference.py runs."""

import torch

from weighted_layers import additive_attention, attention, batch_norm, embedding, flat, indexes, layer_norm, masked_mean, plain_attention


def mask_tokens(n, x):
    ids = indexes((7,), 0, 7, 3)
    mask = ids != 0
    x = embedding(n, ids, 3, 5) + n.next((7, 5))
    normalized = layer_norm(n, x)
    x = x + attention(n, normalized, normalized, normalized, 2, 3, mask=mask, bias_l2=0.001)
    return n.dense(masked_mean(n.dense(x, 6, "tanh"), mask), 2)


def mask_attention(n, x):
    ids = indexes((7,), 0, 7, 3)
    masks = {"mask": ids != 0, "query_mask": ids != 0}
    x = embedding(n, ids, 3, 5) + n.next((7, 5))
    attended = plain_attention(x, x, x, **masks)
    return n.dense(flat(additive_attention(n, attended, x, x, **masks)), 2)


def mask_mean(n, x):
    ids = indexes((4,), 0, 4, 4)
    tokens = embedding(n, ids, 4, 17)
    return n.dense(torch.cat([flat(tokens), masked_mean(tokens, ids != 0)], 1), 2)


def mask_steps(n, x):
    a, b = x[:, :19, None], x[:, 19:, None]
    left_mask, right_mask = (a != 1).any(2), (b != 0).any(2)
    left = n.dense(a * left_mask[:, :, None], 3)
    right = n.dense(b * right_mask[:, :, None], 3)
    attended = attention(n, right, right, right, 1, 2, bias=False, causal=True, mask=right_mask)
    mean = masked_mean(0.5 * (left + attended) * right, left_mask & right_mask)[:, None]
    return n.dense(masked_mean(left, left_mask)[:, None] + mean, 2)


def mask_rnn(n, x):
    ids = indexes((6,), 0, 6, 3)
    x = n.recurrent("RNN", embedding(n, ids, 3, 5), 17, mask=ids != 0, sequences=True)
    return n.dense(n.recurrent("RNN", x, 4, mask=ids != 0, backwards=True), 2)


def mask_lstm(n, x):
    mask = (x != 1).any(2)
    x = n.recurrent("LSTM", n.dense(x * mask[:, :, None], 3), 17, act="gelu", mask=mask, sequences=True, backwards=True)
    return n.dense(n.recurrent("LSTM", n.recurrent("LSTM", x, 1, mask=mask, sequences=True), 3, mask=mask), 2)


def mask_gru(n, x):
    ids = indexes((5,), 0, 5, 3)
    x = n.recurrent("GRU", embedding(n, ids, 3, 3), 17, mask=ids != 0, sequences=True)
    x = n.recurrent("GRU", x, 9, recurrent_act="silu", reset_after=False, mask=ids != 0, sequences=True)
    return n.recurrent("GRU", x, 2, mask=ids != 0, backwards=True)


def mask_bidirectional(n, x):
    ids = indexes((6,), 0, 6, 3)
    x = n.bidirectional("LSTM", embedding(n, ids, 3, 4), 5, mask=ids != 0, sequences=True)
    x = n.bidirectional("GRU", x, 17, merge=torch.mul, mask=ids != 0, sequences=True, backwards=True)
    x = n.bidirectional("RNN", x, 3, merge=torch.add, mask=ids != 0, sequences=True)
    return n.bidirectional("GRU", x, 4, merge=lambda a, b: (a + b) / 2, reset_after=False, mask=ids != 0)


def masked_normalization(n, x):
    ids = indexes((6,), 0, 6, 3)
    x = batch_norm(n, n.dense(embedding(n, ids, 3, 5), 17, "tanh"), mask=ids != 0)
    return n.dense(n.recurrent("GRU", torch.sigmoid(x), 3, mask=ids != 0), 2)


def masked_normalizations(n, x):
    ids = indexes((7,), 0, 7, 5)
    x = n.dense(embedding(n, ids, 5, 4), 4, bias=False)
    y = n.freeze(batch_norm, n, batch_norm(n, x, gamma=False, mask=ids != 0)) + x
    y = batch_norm(n, torch.cat([y, x], -1), 0.7, beta=False, mask=ids != 0)
    return n.dense(n.recurrent("RNN", y, 3, mask=ids != 0), 2)


def masked_labels(n, x):
    ids = indexes((6,), 0, 6, 3)
    x = n.recurrent("LSTM", embedding(n, ids, 3, 4), 5, mask=ids != 0, sequences=True)
    return n.masked(n.dense(x, 3), ids != 0)


def masked_outputs(n, x):
    ids = indexes((10,), 0, 5, 3)
    first = n.dense(embedding(n, ids, 3, 4), 17)
    steps = x[:, 5:, None]
    mask = (steps != 1).any(2)
    planes = n.dense(steps * mask[:, :, None], 6).unflatten(2, (3, 2))
    return [n.masked(first, ids != 0), n.masked(planes, mask), n.dense(masked_mean(first, ids != 0), 2)]


# Name: (input shape, net up to what the loss reads, loss, whether targets are labels)
NETS = {
    "MaskAttention": ((7,), mask_attention, "mse", False),
    "MaskTokens": ((7,), mask_tokens, "mse", False),
    "MaskMean": ((4,), mask_mean, "mse", False),
    "MaskSteps": ((38,), mask_steps, "mse", False, 2, True),
    "MaskRnn": ((6,), mask_rnn, "mse", False),
    "MaskLstm": ((5, 1), mask_lstm, "mse", False, 2, True),
    "MaskGru": ((5,), mask_gru, "mse", False),
    "MaskBidirectional": ((6,), mask_bidirectional, "mse", False),
    "MaskedNormalization": ((6,), masked_normalization, "mse", False),
    "MaskedNormalizations": ((7,), masked_normalizations, "mse", False),
    "MaskedLabels": ((6,), masked_labels, "categorical_logits", True),
    "MaskedOutputs": ((10,), masked_outputs, [("cosine", False, 0.5), ("mse", False, 2), ("mse", False, 1)], False, 2, True),
}
