"""Nets of Runtime.Tests/Nets, written down once more in PyTorch: outputs, losses and gradients for hashed weights and data.

Run with Debian's python3-torch: /usr/bin/python3 tools/reference/net_reference.py [names of the nets to compute again; all without one]
"""

import json
import pathlib
import sys

import numpy as np
import torch

import hashed_values
import image_nets
import layer_nets
import loss_nets
import mask_nets
import normalization_nets
import penalty_nets
import sequence_nets
from keras_in_torch import EPSILON, LOSSES, penalty
from weighted_layers import COUNT, INPUT_SEED, OUTPUT_SEED, PROJECTION_SEED, SAMPLE_WEIGHT_SEED, TARGET_SEED, Weights

DATA = pathlib.Path(__file__).resolve().parents[2] / "Runtime.Tests" / "Data"
NETS = {**image_nets.NETS, **sequence_nets.NETS, **mask_nets.NETS, **layer_nets.NETS, **normalization_nets.NETS, **loss_nets.NETS, **penalty_nets.NETS}


def targets_for(y, loss, sparse, seed, whole_numbers):
    rows, classes = y[..., 0].numel(), y.shape[-1]
    if sparse:
        one_hot = torch.nn.functional.one_hot(torch.tensor(hashed_values.labels(seed, rows, classes)), classes)
        return one_hot.to(torch.float64).reshape(y.shape)
    t = hashed_values.whole_numbers(seed, rows * classes, 4) if whole_numbers else hashed_values.values(seed, rows * classes, 2)
    if loss.startswith("hinge"):
        t = np.where(t > np.float32(0.3), 1, np.where(t < np.float32(-0.3), -1, 0)).astype(np.float32)
    if loss == "poisson":
        t = t + np.float32(1)
    if loss.startswith("binary"):
        t = (t + np.float32(1)) / np.float32(2)
    if loss == "categorical_hinge":
        t = np.eye(classes, dtype=np.float32)[t.reshape(rows, classes).argmax(-1)]
    elif loss.startswith("categorical"):
        t = (t + np.float32(1.01)).reshape(rows, classes)
        t = t / np.array([[np.float32(sum(float(value) for value in row))] for row in t], dtype=np.float32)
    return torch.tensor(t.astype(np.float64)).reshape(y.shape)


def outputs_of(losses, ys):
    """What a prediction shows: logits whose activation the loss has taken in are shown as probabilities."""
    def shown(loss, y):
        return torch.softmax(y, -1) if loss.startswith("categorical_logits") else torch.sigmoid(y) if loss == "binary_logits" else y
    return torch.cat([shown(loss, y).flatten(1) for (loss, _, _), y in zip(losses, ys)], 1)


def row_weights(rows, mask):
    """Rows of steps that count weigh so much more that their mean is 1; Keras adds its epsilon to their number."""
    counts = mask.repeat_interleave(rows.shape[1] // mask.shape[1], 1).double()
    return counts * counts.numel() / (counts.sum() + EPSILON)


def data_loss(losses, ys, variant=0, whole_numbers=False, masks=()):
    """The mean over the samples of all outputs' losses, which have targets of their own each, counted apart from those with labels."""
    count = len(ys[0])
    total = torch.zeros((), dtype=torch.float64)
    sample_weights = torch.tensor((hashed_values.values(SAMPLE_WEIGHT_SEED + variant, count, 1.5) + np.float32(1)).astype(np.float64))
    for i, ((loss, sparse, weight), y) in enumerate(zip(losses, ys)):
        alike = sum(other == sparse for _, other, _ in losses[:i])
        t = targets_for(y, loss, sparse, TARGET_SEED + OUTPUT_SEED * alike + variant, whole_numbers)
        rows = LOSSES[loss](y, t).reshape(count, -1)
        for _, mask in filter(lambda masked: masked[0] is y, masks):
            rows = rows * row_weights(rows, mask)
        total = total + weight * (rows.mean(1) * sample_weights).sum() / count
    return total


def run(shape, net, loss, sparse=False, input_scale=2, whole_numbers=False):
    """A net with several outputs has a list of losses: (name, whether targets are labels, weight)."""
    losses = [(loss, sparse, 1.0)] if isinstance(loss, str) else loss
    weights = Weights(whole_numbers)
    length = COUNT * int(np.prod(shape))
    x = hashed_values.whole_numbers(INPUT_SEED, length, 2) if whole_numbers else hashed_values.values(INPUT_SEED, length, input_scale)
    x = torch.tensor(x.astype(np.float64)).reshape(COUNT, *shape)

    def outputs(training):
        weights.begin(training)
        y = net(weights, x)
        return [y] if isinstance(y, torch.Tensor) else y

    def loss_of(ys):
        return data_loss(losses, ys, whole_numbers=whole_numbers, masks=weights.masks)

    predicted = outputs(training=False)
    loss = loss_of(predicted).item()
    trained = outputs(training=True)
    penalties = sum((penalty(w.value, w.l1, w.l2) for w in weights.tensors), sum(weights.penalties, torch.zeros((), dtype=torch.float64)))
    (loss_of(trained) + penalties).backward()
    return {
        "loss": loss,
        "penalty": penalties.item(),
        "outputs": outputs_of(losses, predicted).detach().flatten().tolist(),
        "gradients": [project(w.value.grad.flatten().numpy(), i) if w.is_trained else [0.0, 0.0] for i, w in enumerate(weights.tensors)],
    }


def project(gradient, tensor):
    """The product with a hashed vector: one number that moves with every element, and the largest magnitude for its scale."""
    direction = hashed_values.values(PROJECTION_SEED + tensor, len(gradient), 2).astype(np.float64)
    return [float(gradient @ direction), float(np.abs(gradient).max())]


def main():
    path = DATA / "net-reference.json"
    known = json.loads(path.read_text()) if len(sys.argv) > 1 else {}
    results = {name: known[name] if name in known and name not in sys.argv[1:] else run(*net) for name, net in sorted(NETS.items())}
    path.write_text(json.dumps(results, indent=1) + "\n")
    print(f"{len(results)} nets")


if __name__ == "__main__":
    main()
