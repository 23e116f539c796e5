"""Ten training steps of the net in design.md (penalties on, dropout off) in PyTorch float64 with Keras' update formulas.

Run with Debian's python3-torch: /usr/bin/python3 tools/reference/train_reference.py
Writes Runtime.Tests/Data/training-reference.json and the final weights, float32 in Keras' order and layout, one file an optimizer.
`--float32` writes nothing: it trains in float32 and prints how far plain rounding takes the weights from the float64 ones.

A ReLU or a maximum within rounding of a tie sends its gradient elsewhere in another implementation, and Adam, which divides by the gradient's
size, makes that visible in a percent of the weights. So each step takes only pictures that decide every ReLU and every maximum clearly.
"""

import json
import pathlib
import sys

import numpy as np
import torch

import hashed_values
from keras_in_torch import LOSSES, conv2d, max_pool, penalty

STEPS, BATCH, CLASSES = 10, 32, 10
WEIGHT_SEED, LABEL_SEED, INPUT_SEED = 100, 300, 10_000
BIAS_SCALE = 0.2
MARGIN = 5e-5
CANDIDATES = 512
# Shape, L1, L2 of each weight in Keras' order.
TENSORS = [
    ((3, 3, 1, 32), 0.001, 0.0), ((32,), 0.0, 0.0),
    ((3, 3, 32, 64), 0.0, 0.001), ((64,), 0.0, 0.0),
    ((1600, 128), 0.001, 0.001), ((128,), 0.0, 0.0),
    ((128, 10), 0.0, 0.0), ((10,), 0.0, 0.0),
]
DATA = pathlib.Path(__file__).resolve().parents[2] / "Runtime.Tests" / "Data"


def initial_weights():
    for i, (shape, _, _) in enumerate(TENSORS):
        scale = BIAS_SCALE if len(shape) == 1 else hashed_values.kernel_scale(np.prod(shape[:-1]))
        yield hashed_values.values(WEIGHT_SEED + i, int(np.prod(shape)), scale).reshape(shape)


def pictures(indices, dtype):
    """Pictures with values in [0, 1), one a seed, and their one-hot labels."""
    x = np.stack([hashed_values.values(INPUT_SEED + i, 28 * 28, 1) + np.float32(0.5) for i in indices])
    labels = hashed_values.labels(LABEL_SEED, max(indices) + 1, CLASSES)[indices]
    return torch.tensor(x).to(dtype).reshape(-1, 28, 28, 1), torch.nn.functional.one_hot(torch.tensor(labels), CLASSES).to(dtype)


def forward(x, w):
    """The logits, and for each picture how far its closest decision is from a tie."""
    z1 = conv2d(x, w[0], w[1])
    z2 = conv2d(max_pool(torch.relu(z1), 2), w[2], w[3])
    z3 = max_pool(torch.relu(z2), 2).flatten(1) @ w[4] + w[5]
    margins = torch.stack([pool_margin(z1), pool_margin(z2), z3.abs().amin(1)]).amin(0)
    return torch.relu(z3) @ w[6] + w[7], margins.detach()


def pool_margin(z):
    """ReLU and pooling by 2 decide by the sign of the largest value of a window, and where that is positive by its lead over the second."""
    h, w = z.shape[1] // 2, z.shape[2] // 2
    windows = z[:, :2 * h, :2 * w].reshape(-1, h, 2, w, 2, z.shape[3]).permute(0, 1, 3, 5, 2, 4).flatten(4)
    first, second = windows.topk(2, -1).values.unbind(-1)
    return torch.where(first > 0, torch.minimum(first, first - second), -first).flatten(1).amin(1)


def choose(w, start):
    """The next pictures from start on that are clear for these weights."""
    indices = np.arange(start, start + CANDIDATES)
    with torch.no_grad():
        margins = forward(pictures(indices, torch.float64)[0], w)[1]
    clear = indices[(margins >= MARGIN).numpy()]
    assert len(clear) >= BATCH, f"only {len(clear)} of {CANDIDATES} pictures are clear"
    return clear[:BATCH]


class Momentum:
    """v = momentum v - lr g; w += v."""

    def __init__(self, w, learning_rate=0.01, momentum=0.9):
        self.learning_rate, self.momentum = learning_rate, momentum
        self.v = [torch.zeros_like(t) for t in w]

    def update(self, w, t):
        for weight, v in zip(w, self.v):
            v.mul_(self.momentum).sub_(self.learning_rate * weight.grad)
            weight.add_(v)


class Adam:
    """w -= lr sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon): epsilon stays outside the bias correction."""

    def __init__(self, w, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-7):
        self.learning_rate, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.m = [torch.zeros_like(t) for t in w]
        self.v = [torch.zeros_like(t) for t in w]

    def update(self, w, t):
        alpha = self.learning_rate * (1 - self.beta2 ** t) ** 0.5 / (1 - self.beta1 ** t)
        for weight, m, v in zip(w, self.m, self.v):
            m.add_((weight.grad - m) * (1 - self.beta1))
            v.add_((weight.grad ** 2 - v) * (1 - self.beta2))
            weight.sub_(alpha * m / (v.sqrt() + self.epsilon))


def train(rule, dtype, batches=None):
    """Trains on the given batches of pictures, or on those that are clear at each step."""
    w = [torch.tensor(t).to(dtype).requires_grad_() for t in initial_weights()]
    optimizer = rule(w)
    losses, penalties, chosen = [], [], []
    for step in range(STEPS):
        chosen.append(choose(w, chosen[-1][-1] + 1 if chosen else 0) if batches is None else batches[step])
        x, t = pictures(chosen[-1], dtype)
        loss = LOSSES["categorical_logits"](forward(x, w)[0], t).mean()
        total = sum(penalty(weight, l1, l2) for weight, (_, l1, l2) in zip(w, TENSORS))
        for weight in w:
            weight.grad = None
        (loss + total).backward()
        losses.append(loss.item())
        penalties.append(total.item())
        with torch.no_grad():
            optimizer.update(w, step + 1)
    return losses, penalties, np.concatenate([weight.detach().numpy().flatten() for weight in w]), chosen


def compare(name, learning_rate, exact, rounded):
    losses = max(abs(a - b) / abs(a) for a, b in zip(exact[0], rounded[0]))
    errors = np.abs(exact[2] - rounded[2])
    print(f"{name}: losses within {losses:.1e} relative, {100 * np.mean(errors <= 1e-5):.3f} % of the weights within 1e-5, "
          f"largest {errors.max():.1e} of {2 * learning_rate * STEPS:.1e} allowed")


def main():
    results = {}
    for name, rule, learning_rate in [("momentum", Momentum, 0.01), ("adam", Adam, 0.001)]:
        exact = train(rule, torch.float64)
        if "--float32" in sys.argv:
            compare(name, learning_rate, exact, train(rule, torch.float32, exact[3]))
            continue
        results[name] = {"losses": exact[0], "penalties": exact[1], "pictures": np.concatenate(exact[3]).tolist()}
        exact[2].astype("<f4").tofile(DATA / f"training-reference-{name}.bin")
    if results:
        start = np.concatenate([t.flatten() for t in initial_weights()])
        results["initialWeightSum"] = float(start.astype(np.float64).sum())
        results["firstPictureSum"] = float(pictures(np.array([0]), torch.float64)[0].sum())
        (DATA / "training-reference.json").write_text(json.dumps(results) + "\n")
        print(*(f"{name}: losses {result['losses']}" for name, result in results.items() if isinstance(result, dict)), sep="\n")


if __name__ == "__main__":
    main()
