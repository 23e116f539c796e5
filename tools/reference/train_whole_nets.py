"""Eight training steps of the nets of Runtime.Tests/Nets/WholeNets.cs in PyTorch float64, with sample weights and Keras' update formulas.

Run with Debian's python3-torch: /usr/bin/python3 tools/reference/train_whole_nets.py
Writes Runtime.Tests/Data/whole-nets.json: losses and penalties of the steps, and the final weights as float32 in Keras' order and layout.

As in train_reference.py, each step takes data that decide every ReLU and every maximum clearly, or another implementation would send gradients elsewhere.
"""

import base64
import json

import numpy as np
import torch

import hashed_values
import keras_optimizers
import whole_nets
from keras_in_torch import penalty
from net_reference import DATA, data_loss
from weighted_layers import INPUT_SEED, Weights

STEPS, BATCH, MARGIN = 8, 16, 1e-5
LABELS, LOGITS = [("categorical_logits", True, 1)], [("binary_logits", False, 1)]
# Name: (input shape, indexes below it or 0, net, losses, optimizer)
NETS = {
    "WholeResidual": ((8, 7, 2), 0, whole_nets.residual, LABELS, keras_optimizers.Adam),
    "WholeSeparable": ((11, 10, 1), 0, whole_nets.separable, LABELS, lambda w: keras_optimizers.Sgd(w, momentum=0.9, nesterov=True)),
    "WholeText": ((9,), 13, whole_nets.text, LABELS, keras_optimizers.RmsProp),
    "WholeTransformer": ((7,), 9, whole_nets.transformer, LABELS, lambda w: keras_optimizers.Adam(w, epsilon=1e-3, weight_decay=0.004)),
    "WholeAutoencoder": ((8, 12, 1), 0, whole_nets.autoencoder, LOGITS, keras_optimizers.Adam),
    "WholeTwoOutputs": ((17,), 0, whole_nets.two_outputs, [("categorical_logits", True, 0.2), ("mse", False, 1)], keras_optimizers.Adamax),
    "WholePhysics": ((4,), 0, whole_nets.physics, [("mse", False, 1)], keras_optimizers.Nadam),
}


def inputs(shape, limit, variant):
    size = BATCH * int(np.prod(shape))
    x = hashed_values.labels(INPUT_SEED + variant, size, limit) if limit else hashed_values.values(INPUT_SEED + variant, size, 2)
    return torch.tensor(x.astype(np.float64)).reshape(BATCH, *shape)


def outputs(weights, net, x):
    weights.begin(training=True)
    y = net(weights, x)
    return [y] if isinstance(y, torch.Tensor) else y


def choose(weights, net, shape, limit, variant):
    """The first variant of the data from this one on that is clear, and the outputs for it."""
    while True:
        ys = outputs(weights, net, inputs(shape, limit, variant))
        if min(weights.margins, default=1) >= MARGIN:
            return variant, ys
        variant += 1


def train(shape, limit, net, losses, optimizer):
    weights = Weights()
    outputs(weights, net, inputs(shape, limit, 0))  # makes the weights
    rule = optimizer([w.value for w in weights.tensors if w.is_trained])
    result = {"variants": [], "losses": [], "penalties": []}
    variant = 0
    for step in range(1, STEPS + 1):
        variant, ys = choose(weights, net, shape, limit, variant + 1)
        loss = data_loss(losses, ys, variant)
        penalties = sum((penalty(w.value, w.l1, w.l2) for w in weights.tensors), torch.zeros((), dtype=torch.float64))
        for w in weights.tensors:
            w.value.grad = None
        (loss + penalties).backward()
        rule.update(step)
        for average, of_batch, momentum in weights.batch_statistics:
            average.mul_(momentum).add_(of_batch * (1 - momentum))
        for name, value in [("variants", variant), ("losses", loss.item()), ("penalties", penalties.item())]:
            result[name].append(value)
    final = np.concatenate([w.value.detach().numpy().flatten() for w in weights.tensors]).astype("<f4")
    print(f"{len(final)} weights, variants to {variant}, losses {result['losses'][0]:.4f} ... {result['losses'][-1]:.4f}")
    return result | {"weights": base64.b64encode(final.tobytes()).decode()}


def main():
    results = {}
    for name, net in NETS.items():
        print(name, end=": ")
        results[name] = train(*net)
    (DATA / "whole-nets.json").write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
