"""Keras' layers, losses and penalties in PyTorch (float64): NHWC images, HWIO kernels, Keras' padding. Only autograd differentiates."""

import math

import torch
import torch.nn.functional as F

EPSILON = 1e-7


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)


def same_padding(length, taps, stride, dilation):
    output = -(-length // stride)
    total = max((output - 1) * stride + (taps - 1) * dilation + 1 - length, 0)
    return total // 2, total - total // 2


def pad(x, taps, strides, dilation, value):
    """Pads NCHW the way Keras' 'same' does: an odd one goes to the end."""
    top, bottom = same_padding(x.shape[2], taps[0], strides[0], dilation[0])
    left, right = same_padding(x.shape[3], taps[1], strides[1], dilation[1])
    return F.pad(x, (left, right, top, bottom), value=value)


def conv2d(x, kernel, bias, strides=1, same=False, dilation=1, groups=1):
    strides, dilation = pair(strides), pair(dilation)
    x = x.permute(0, 3, 1, 2)
    if same:
        x = pad(x, kernel.shape[:2], strides, dilation, 0.0)
    y = F.conv2d(x, kernel.permute(3, 2, 0, 1), bias, strides, 0, dilation, groups)
    return y.permute(0, 2, 3, 1)


def conv1d(x, kernel, bias, strides=1, padding="valid", dilation=1, groups=1):
    x = x.permute(0, 2, 1)
    reach = (kernel.shape[0] - 1) * dilation
    if padding == "same":
        x = F.pad(x, same_padding(x.shape[2], kernel.shape[0], strides, dilation))
    elif padding == "causal":
        x = F.pad(x, (reach, 0))
    return F.conv1d(x, kernel.permute(2, 1, 0), bias, strides, 0, dilation, groups).permute(0, 2, 1)


def conv2d_transpose(x, kernel, bias, strides=1, same=False, dilation=1, output_padding=None):
    """Kernel (KH, KW, F, C). Computed in full, then cut or filled to Keras' size."""
    strides, dilation, more = pair(strides), pair(dilation), pair(output_padding) if output_padding is not None else (None, None)
    full = F.conv_transpose2d(x.permute(0, 3, 1, 2), kernel.permute(3, 2, 0, 1), None, strides, 0, 0, 1, dilation)
    edges = []
    for axis in (1, 0):
        reach, start = (kernel.shape[axis] - 1) * dilation[axis] + 1, (x.shape[1 + axis] - 1) * strides[axis]
        if same:
            length = x.shape[1 + axis] * strides[axis] if more[axis] is None else start + reach % 2 + more[axis]
        else:
            length = start + (max(reach, strides[axis]) if more[axis] is None else reach + more[axis])
        crop = max(start + reach - length, 0) // 2
        edges += [-crop, length + crop - (start + reach)]
    y = F.pad(full, edges).permute(0, 2, 3, 1)
    return y if bias is None else y + bias


def depthwise_conv2d(x, kernel, bias, **options):
    """Kernel (KH, KW, C, M): as many groups as channels, each with M filters of one channel."""
    height, width, channels, multiplier = kernel.shape
    return conv2d(x, kernel.reshape(height, width, 1, channels * multiplier), bias, groups=channels, **options)


def max_pool(x, size, strides=None, same=False):
    size = pair(size)
    strides = pair(strides or size)
    x = x.permute(0, 3, 1, 2)
    if same:
        x = pad(x, size, strides, (1, 1), -math.inf)
    return F.max_pool2d(x, size, strides).permute(0, 2, 3, 1)


def average_pool(x, size, strides=None, same=False):
    size = pair(size)
    strides = pair(strides or size)
    x = x.permute(0, 3, 1, 2)
    cells = torch.ones_like(x)
    if same:
        x, cells = (pad(values, size, strides, (1, 1), 0.0) for values in (x, cells))
    y = F.avg_pool2d(x, size, strides) / F.avg_pool2d(cells, size, strides)
    return y.permute(0, 2, 3, 1)


def zero_pad(x, top, bottom, left, right):
    return F.pad(x, (0, 0, left, right, top, bottom))


def resize(x, factors, mode):
    return F.interpolate(x.permute(0, 3, 1, 2), scale_factor=pair(factors), mode=mode).permute(0, 2, 3, 1)


def steps(pool, x, size, strides=None, same=False):
    """A pooling of images on a sequence (N, T, C), as an image of one row."""
    return pool(x[:, None], (1, size), (1, strides or size), same)[:, 0]


def recurrent(kind, x, kernel, recurrent_kernel, bias, sequences=False, backwards=False):
    """An RNN, LSTM or GRU (reset after) of PyTorch with Keras' weights: gates [i, f, g, o], and [z, r, g] where PyTorch has [r, z, g]."""
    units = recurrent_kernel.shape[0]
    columns = kernel.shape[1]
    if bias is None:
        bias = torch.zeros(columns, dtype=x.dtype)
    biases = bias if bias.dim() == 2 else torch.stack([bias, torch.zeros_like(bias)])
    weights = [kernel, recurrent_kernel, biases[0], biases[1]]
    if kind == "GRU":
        weights = [torch.cat([w[..., units : 2 * units], w[..., :units], w[..., 2 * units :]], -1) for w in weights]
    h = torch.zeros(1, x.shape[0], units, dtype=x.dtype)
    function, state = {"RNN": (torch.rnn_tanh, h), "GRU": (torch.gru, h), "LSTM": (torch.lstm, (h, h))}[kind]
    transposed = [w.T if w.dim() == 2 else w for w in weights]
    y = function(x.flip(1) if backwards else x, state, transposed, True, 1, 0.0, False, False, True)[0]
    return y if sequences else y[:, -1]


def composed_recurrent(kind, x, kernel, recurrent_kernel, bias, act="tanh", recurrent_act="sigmoid", reset_after=True, sequences=False, backwards=False,
                       mask=None, zero_masked=False):
    """The same step by step, with activations, a place of the reset gate and masks that PyTorch's layers don't have. The state stays over masked steps, of which
    the outputs repeat or are 0."""
    act, gate = ACTIVATIONS[act], ACTIVATIONS[recurrent_act]
    bias, recurrent_bias = (bias if bias is not None and bias.dim() == 2 else (0.0 if bias is None else bias, torch.zeros(kernel.shape[1], dtype=x.dtype)))
    h = c = torch.zeros(x.shape[0], recurrent_kernel.shape[0], dtype=x.dtype)
    counts = torch.ones(x.shape[:2], dtype=torch.bool) if mask is None else mask
    states = []
    for step, counted in zip(*((values.flip(1) if backwards else values).unbind(1) for values in (x, counts[:, :, None]))):
        before = h, c
        sums = step @ kernel + bias
        if kind == "RNN":
            h = act(sums + h @ recurrent_kernel)
        elif kind == "LSTM":
            i, f, g, o = (sums + h @ recurrent_kernel).chunk(4, -1)
            c = gate(f) * c + gate(i) * act(g)
            h = gate(o) * act(c)
        else:
            (xz, xr, xg), (uz, ur, ug), (bz, br, bg) = sums.chunk(3, -1), recurrent_kernel.chunk(3, -1), recurrent_bias.chunk(3, -1)
            z, r = gate(xz + h @ uz + bz), gate(xr + h @ ur + br)
            h = z * h + (1 - z) * act(xg + (r * (h @ ug + bg) if reset_after else (r * h) @ ug))
        h, c = (torch.where(counted, new, old) for new, old in zip((h, c), before))
        states.append(h * counted if zero_masked else h)
    return torch.stack(states, 1) if sequences else h


def sparsemax(x):
    """The nearest point of the simplex: max(x - tau, 0), where the k largest that stay above 0 give tau."""
    z = x.sort(-1, descending=True).values
    sums = z.cumsum(-1) - 1
    k = (z * torch.arange(1, x.shape[-1] + 1) > sums).sum(-1, keepdim=True)
    return F.relu(x - sums.gather(-1, k - 1) / k)


ACTIVATIONS = {
    None: lambda x: x,
    "relu": F.relu,
    "leaky_relu": lambda x: F.leaky_relu(x, 0.2),
    "elu": F.elu,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "gelu": F.gelu,
    "silu": F.silu,
    "softmax": lambda x: F.softmax(x, -1),
    "sparsemax": sparsemax,
    "relu6": F.relu6,
    "selu": F.selu,
    "celu": F.celu,
    "mish": F.mish,
    "softplus": F.softplus,
    "softsign": F.softsign,
    # PyTorch's own hardsigmoid and hardswish hold 1/6 as a float.
    "hard_sigmoid": lambda x: F.relu6(x + 3) / 6,
    "hard_silu": lambda x: x * F.relu6(x + 3) / 6,
    "exponential": torch.exp,
    "log_softmax": lambda x: F.log_softmax(x, -1),
    "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"),
    "log_sigmoid": F.logsigmoid,
    "hard_tanh": F.hardtanh,
    "tanh_shrink": F.tanhshrink,
    "soft_shrink": F.softshrink,
    "hard_shrink": F.hardshrink,
    "square_plus": lambda x: (x + torch.sqrt(x * x + 4)) / 2,
    "sparse_plus": lambda x: torch.where(x < 1, (x + 1).clamp(min=0) ** 2 / 4, x),
    "sparse_sigmoid": lambda x: ((x + 1) / 2).clamp(0, 1),
}


def categorical_crossentropy(p, t):
    q = (p / p.sum(-1, keepdim=True)).clamp(EPSILON, 1 - EPSILON)
    return -(t * torch.log(q)).sum(-1)


def binary_crossentropy(p, t):
    p = p.clamp(EPSILON, 1 - EPSILON)
    return -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).mean(-1)


def smoothed(t, amount, classes):
    return t * (1 - amount) + amount / classes


def binary_focal(p, t, gamma=2.0, alpha=None, smoothing=0.0):
    t = smoothed(t, smoothing, 2)
    p = p.clamp(EPSILON, 1 - EPSILON)
    loss = F.binary_cross_entropy(p, t, reduction="none") * (1 - (t * p + (1 - t) * (1 - p))) ** gamma
    return (loss if alpha is None else loss * (t * alpha + (1 - t) * (1 - alpha))).mean(-1)


def categorical_focal(p, t, gamma=2.0, alpha=0.25, smoothing=0.0):
    q = (p / p.sum(-1, keepdim=True)).clamp(EPSILON, 1 - EPSILON)
    return -(alpha * (1 - q) ** gamma * smoothed(t, smoothing, t.shape[-1]) * torch.log(q)).sum(-1)


def side(t):
    return torch.where(t == 0, -torch.ones_like(t), t)


LOSSES = {
    "categorical": categorical_crossentropy,
    "categorical_logits": lambda z, t: -(t * F.log_softmax(z, -1)).sum(-1),
    "binary": binary_crossentropy,
    "binary_logits": lambda z, t: F.binary_cross_entropy_with_logits(z, t, reduction="none").mean(-1),
    "mse": lambda y, t: ((y - t) ** 2).mean(-1),
    "mae": lambda y, t: (y - t).abs().mean(-1),
    "mape": lambda y, t: (100 * (y - t).abs() / t.abs().clamp(min=EPSILON)).mean(-1),
    "msle": lambda y, t: ((torch.log(y.clamp(min=EPSILON) + 1) - torch.log(t.clamp(min=EPSILON) + 1)) ** 2).mean(-1),
    "huber": lambda y, t: F.huber_loss(y, t, reduction="none").mean(-1),
    "huber_narrow": lambda y, t: F.huber_loss(y, t, reduction="none", delta=0.25).mean(-1),
    "huber_half": lambda y, t: F.huber_loss(y, t, reduction="none", delta=0.5).mean(-1),
    "log_cosh": lambda y, t: torch.log(torch.cosh(y - t)).mean(-1),
    "binary_focal": binary_focal,
    "binary_focal_balanced": lambda p, t: binary_focal(p, t, 1.5, 0.4, 0.1),
    "binary_focal_linear": lambda p, t: binary_focal(p, t, 1.0, 0.25),
    "binary_focal_plain": lambda p, t: binary_focal(p, t, 0.0),
    "binary_focal_cubed": lambda p, t: binary_focal(p, t, 3.0, 0.6),
    "binary_smoothed": lambda p, t: binary_crossentropy(p, smoothed(t, 0.1, 2)),
    "categorical_focal": categorical_focal,
    "categorical_focal_odd": lambda p, t: categorical_focal(p, t, 1.5, 0.75, 0.2),
    "categorical_smoothed": lambda p, t: categorical_crossentropy(p, smoothed(t, 0.3, t.shape[-1])),
    "categorical_logits_smoothed": lambda z, t: F.cross_entropy(z, t, reduction="none", label_smoothing=0.1),
    "categorical_logits_smoothed_more": lambda z, t: F.cross_entropy(z, t, reduction="none", label_smoothing=0.2),
    "categorical_hinge": lambda y, t: ((1 - t) * y).amax(-1).sub((t * y).sum(-1)).add(1).clamp(min=0),
    "categorical_kl": lambda p, t: F.kl_div(torch.log(p), t, reduction="none").sum(-1),
    "hinge": lambda y, t: (1 - side(t) * y).clamp(min=0).mean(-1),
    "hinge_squared": lambda y, t: ((1 - side(t) * y).clamp(min=0) ** 2).mean(-1),
    "poisson": lambda y, t: F.poisson_nll_loss(y, t, log_input=False, eps=EPSILON, reduction="none").mean(-1),
    "cosine": lambda y, t: -F.cosine_similarity(y, t, -1),
}


def penalty(w, l1, l2):
    """Keras' L1L2: sums over elements, no half, no division by the batch."""
    return l1 * w.abs().sum() + l2 * (w * w).sum()
