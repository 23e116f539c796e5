"""Layers with weights, which are hashed numbers, and the seeds of all hashed data."""

import typing

import numpy as np
import torch

import hashed_values
from keras_in_torch import ACTIVATIONS, EPSILON, composed_recurrent, conv1d, conv2d, conv2d_transpose, depthwise_conv2d, penalty, recurrent

COUNT = 3
WEIGHT_SEED, INPUT_SEED, TARGET_SEED, SAMPLE_WEIGHT_SEED, PROJECTION_SEED, OUTPUT_SEED = 1000, 2000, 3000, 4000, 5000, 10_000


class Tensor(typing.NamedTuple):
    value: torch.Tensor
    l1: float
    l2: float
    is_trained: bool


class Weights:
    """Hands out hashed weights in the order in which the layers ask, and remembers them: each pass over the net gets the same ones."""

    def __init__(self, whole_numbers=False):
        self.whole_numbers = whole_numbers
        self.tensors = []
        self.is_frozen = False
        self.begin(training=False)

    def begin(self, training):
        """Before each pass over the net."""
        self.training = training
        self.position = 0
        self.batch_statistics = []
        self.margins = []
        self.penalties = []
        self.masks = []

    def next(self, shape, l1=0.0, l2=0.0, is_trained=True, is_positive=False):
        if self.position == len(self.tensors):
            scale = 1 if len(shape) == 1 else hashed_values.kernel_scale(np.prod(shape[:-1]))
            seed, length = WEIGHT_SEED + len(self.tensors), int(np.prod(shape))
            flat = hashed_values.whole_numbers(seed, length, 1) if self.whole_numbers else hashed_values.values(seed, length, scale)
            tensor = torch.tensor((flat + np.float32(is_positive)).astype(np.float64)).reshape(shape)
            is_trained = is_trained and not self.is_frozen
            self.tensors.append(Tensor(tensor.requires_grad_(is_trained), l1 * is_trained, l2 * is_trained, is_trained))
        self.position += 1
        return self.tensors[self.position - 1].value

    def activity(self, y, l1=0.0, l2=0.0):
        """Remembers the penalty of a layer's output, over the batch's size."""
        self.penalties.append(penalty(y, l1, l2) / len(y))
        return y

    def masked(self, y, mask):
        """Remembers the steps of an output that its loss counts."""
        self.masks.append((y, mask))
        return y

    def orthogonal(self, back, factor, columns=False):
        """Remembers the orthogonal penalty of a matrix, so many weights back from the next one."""
        w = self.tensors[self.position - back].value
        unit = torch.nn.functional.normalize(w.T if columns else w, dim=1, eps=1e-7)
        products = (unit @ unit.T).abs()
        count = len(unit)
        self.penalties.append(factor * 0.5 * (products.sum() - products.diagonal().sum()) / (count * (count - 1) / 2))

    def freeze(self, layer, *arguments, **options):
        """Calls a layer whose weights are not trained, nor penalized."""
        self.is_frozen = True
        y = layer(*arguments, **options)
        self.is_frozen = False
        return y

    def conv(self, x, filters, size, act=None, bias=True, l1=0.0, l2=0.0, bias_l1=0.0, groups=1, **options):
        size = (size, size) if isinstance(size, int) else size
        kernel = self.next((*size, x.shape[-1] // groups, filters), l1, l2)
        return ACTIVATIONS[act](conv2d(x, kernel, self.next((filters,), bias_l1) if bias else None, groups=groups, **options))

    def conv1d(self, x, filters, size, act=None, bias=True, l1=0.0, l2=0.0, bias_l1=0.0, bias_l2=0.0, groups=1, **options):
        kernel = self.next((size, x.shape[-1] // groups, filters), l1, l2)
        return ACTIVATIONS[act](conv1d(x, kernel, self.next((filters,), bias_l1, bias_l2) if bias else None, groups=groups, **options))

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

    def dense(self, x, units, act=None, l1=0.0, l2=0.0, bias_l1=0.0, bias_l2=0.0, bias=True):
        y = x @ self.next((x.shape[-1], units), l1, l2)
        return ACTIVATIONS[act](y + self.next((units,), bias_l1, bias_l2) if bias else y)

    def prelu(self, x, shape, l1=0.0, l2=0.0):
        alpha = self.next(shape, l1, l2)
        return torch.where(x < 0, alpha * x, x)

    def recurrent(self, kind, x, units, l1=0.0, l2=0.0, recurrent_l1=0.0, recurrent_l2=0.0, bias_l1=0.0, bias_l2=0.0, bias=True, **options):
        columns = {"RNN": 1, "GRU": 3, "LSTM": 4}[kind] * units
        weights = [self.next((x.shape[-1], columns), l1, l2), self.next((units, columns), recurrent_l1, recurrent_l2)]
        shape = (2, columns) if kind == "GRU" and options.get("reset_after", True) else (columns,)
        weights.append(self.next(shape, bias_l1, bias_l2) if bias else None)
        composed = {"act", "recurrent_act", "reset_after", "mask"} & options.keys()
        return (composed_recurrent if composed else recurrent)(kind, x, *weights, **options)

    def bidirectional(self, kind, x, units, backwards=False, sequences=False, merge=lambda a, b: torch.cat([a, b], -1), **options):
        if "mask" in options:
            options["zero_masked"] = sequences
        a = self.recurrent(kind, x, units, backwards=backwards, sequences=sequences, **options)
        b = self.recurrent(kind, x, units, backwards=not backwards, sequences=sequences, **options)
        return merge(a, b.flip(1) if sequences else b)


def flat(x):
    return x.flatten(1)


def affine(n, xh, shape, gamma=True, beta=True, gamma_l1=0.0, gamma_l2=0.0, beta_l1=0.0, beta_l2=0.0):
    y = xh * n.next(shape, gamma_l1, gamma_l2) if gamma else xh
    return y + n.next(shape, beta_l1, beta_l2) if beta else y


def layer_norm(n, x, axes=1, epsilon=1e-3, **weights):
    shape = x.shape[-axes:]
    return affine(n, torch.nn.functional.layer_norm(x, shape, eps=epsilon), shape, **weights)


def group_norm(n, x, groups, epsilon=1e-3, **weights):
    xh = torch.nn.functional.group_norm(x.movedim(-1, 1), x.shape[-1] if groups == -1 else groups, eps=epsilon).movedim(1, -1)
    return affine(n, xh, x.shape[-1:], **weights)


def batch_norm(n, x, momentum=0.99, epsilon=1e-3, gamma=True, beta=True, gamma_l1=0.0, gamma_l2=0.0, beta_l1=0.0, beta_l2=0.0, mask=None):
    """In training by the batch's statistics, which are noted for the moving averages: Keras' variance divides by the count, PyTorch's by one less.
    With a mask they are of the steps that count, whose number Keras adds its epsilon to."""
    channels = x.shape[-1:]
    scale = n.next(channels, gamma_l1, gamma_l2) if gamma else None
    center = n.next(channels, beta_l1, beta_l2) if beta else None
    mean, variance = n.next(channels, is_trained=False), n.next(channels, is_trained=False, is_positive=True)
    of_batch = n.training and not n.is_frozen
    if of_batch:
        rows = x.flatten(0, -2) if mask is None else x[mask]
        count = len(rows) if mask is None else len(rows) + EPSILON
        of_mean = rows.sum(0) / count
        of_variance = ((rows - of_mean) ** 2).sum(0) / count
        n.batch_statistics += [(mean, of_mean.detach(), momentum), (variance, of_variance.detach(), momentum)]
        if mask is not None:
            y = (x - of_mean) * torch.rsqrt(of_variance + epsilon) * (1 if scale is None else scale)
            return y if center is None else y + center
    moving = (None, None) if of_batch else (mean, variance)
    return torch.nn.functional.batch_norm(x.movedim(-1, 1), *moving, scale, center, of_batch, 0.0, epsilon).movedim(1, -1)


def each_step(layer, x):
    """What TimeDistributed does: a layer for each step of a sequence."""
    return layer(x.flatten(0, 1)).unflatten(0, x.shape[:2])


def embedding(n, ids, rows, columns, l1=0.0, l2=0.0):
    return n.next((rows, columns), l1, l2)[ids]


def indexes(shape, first, length, limit):
    """The indexes that stand in some places of each sample: the same hashes as the numbers that would stand there."""
    size = int(np.prod(shape))
    return torch.tensor(hashed_values.labels(INPUT_SEED, COUNT * size, limit)).reshape(COUNT, size)[:, first:first + length]


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


def attend(scores, value, causal=False, mask=None, query_mask=None):
    """What Keras' attentions without projections make of scores (N, T, S): masked keys have no share, and masked queries get nothing."""
    if causal:
        scores = scores.masked_fill(torch.ones_like(scores).triu(1).bool(), -torch.inf)
    shares = torch.softmax(scores, -1)
    if mask is not None:
        shares = shares * mask[:, None, :]
        shares = shares / shares.sum(-1, keepdim=True).clamp_min(1e-300)
    y = shares @ value
    return y if query_mask is None else y * query_mask[:, :, None]


def plain_attention(query, value, key, **masks):
    return attend(query @ key.transpose(1, 2), value, **masks)


def additive_attention(n, query, value, key, **masks):
    hidden = torch.tanh(query[:, :, None] + key[:, None])
    return attend((hidden * n.next(query.shape[-1:])).sum(-1), value, **masks)


def masked_mean(x, mask):
    return (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True).clamp_min(1)
