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
import sequence_nets
from keras_in_torch import ACTIVATIONS, LOSSES, penalty
from weighted_layers import COUNT, INPUT_SEED, PROJECTION_SEED, SAMPLE_WEIGHT_SEED, TARGET_SEED, Weights

DATA = pathlib.Path(__file__).resolve().parents[2] / "Runtime.Tests" / "Data"
NETS = {**image_nets.NETS, **sequence_nets.NETS, **layer_nets.NETS, **loss_nets.NETS}


def targets_for(y, loss, sparse):
    rows, classes = y[..., 0].numel(), y.shape[-1]
    if sparse:
        one_hot = torch.nn.functional.one_hot(torch.tensor(hashed_values.labels(TARGET_SEED, rows, classes)), classes)
        return one_hot.to(torch.float64).reshape(y.shape)
    t = hashed_values.values(TARGET_SEED, rows * classes, 2)
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


def run(shape, net, loss, sparse):
    weights = Weights()
    size = int(np.prod(shape))
    x = torch.tensor(hashed_values.values(INPUT_SEED, COUNT * size, 2).astype(np.float64)).reshape(COUNT, *shape)
    y = net(weights, x)
    t = targets_for(y, loss, sparse)
    sample_weights = torch.tensor((hashed_values.values(SAMPLE_WEIGHT_SEED, COUNT, 1.5) + np.float32(1)).astype(np.float64))
    samples = LOSSES[loss](y, t).reshape(COUNT, -1).mean(1)
    data_loss = (samples * sample_weights).sum() / COUNT
    penalties = sum((penalty(w, l1, l2) for w, l1, l2 in weights.tensors), torch.zeros((), dtype=torch.float64))
    (data_loss + penalties).backward()
    outputs = {"categorical_logits": ACTIVATIONS["softmax"], "categorical_logits_smoothed": ACTIVATIONS["softmax"], "binary_logits": torch.sigmoid}.get(loss, lambda z: z)(y)
    return {
        "loss": data_loss.item(),
        "penalty": penalties.item(),
        "outputs": outputs.detach().flatten().tolist(),
        "gradients": [project(w.grad.flatten().numpy(), i) for i, (w, _, _) in enumerate(weights.tensors)],
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
