"""Small nets (convolutional, depthwise, dense), trained by PyTorch, as its users would save them: state_dict to .npz.

Run with Debian's python3-torch: /usr/bin/python3 tools/reference/torch_weights.py
Writes to Training.Tests/Data: torch-conv.npz, torch-dense.npz, torch-depthwise.npz (raw state_dict) and torch-samples.npz (inputs, channels last, and the outputs that
PyTorch computes for them after training).
"""

import pathlib

import numpy as np
import torch

DATA = pathlib.Path(__file__).resolve().parents[2] / "Training.Tests" / "Data"
CLASSES = 3


def train(model, x, labels, steps):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(x), labels)
        loss.backward()
        optimizer.step()
    return loss.item()


def save(name, model):
    # These two lines are the ones of docs/weights.md.
    weights = {name: value.detach().cpu().numpy() for name, value in model.state_dict().items()}
    np.savez(DATA / name, **weights)


def main():
    torch.manual_seed(1)
    conv = torch.nn.Sequential(
        torch.nn.Conv2d(2, 4, 3), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(4, 5, 2, padding=0), torch.nn.ReLU(), torch.nn.Flatten(),
        torch.nn.Linear(5 * 3 * 2, 8), torch.nn.ReLU(), torch.nn.Linear(8, CLASSES))
    dense = torch.nn.Sequential(torch.nn.Linear(6, 7), torch.nn.Tanh(), torch.nn.Linear(7, CLASSES))
    images = torch.rand(64, 2, 10, 8)
    labels = (images[:, 0, :5].mean((1, 2)) > images[:, 0, 5:].mean((1, 2))).long() + (images[:, 1].mean((1, 2)) > 0.5).long()
    rows = torch.randn(64, 6)
    row_labels = rows[:, :3].argmax(1)
    depthwise = torch.nn.Sequential(
        torch.nn.Conv2d(3, 6, 3, groups=3), torch.nn.ReLU(), torch.nn.Conv2d(6, 4, 1), torch.nn.ReLU(), torch.nn.AdaptiveAvgPool2d(1),
        torch.nn.Flatten(), torch.nn.Linear(4, CLASSES))
    pictures = torch.rand(64, 3, 7, 6, generator=torch.Generator().manual_seed(2))
    picture_labels = pictures.mean((2, 3)).argmax(1)
    print("conv", train(conv, images, labels, 300), "dense", train(dense, rows, row_labels, 300))
    print("depthwise", train(depthwise, pictures, picture_labels, 1000))
    save("torch-conv.npz", conv)
    save("torch-depthwise.npz", depthwise)
    save("torch-dense.npz", dense)
    with torch.no_grad():
        np.savez_compressed(
            DATA / "torch-samples.npz",
            images=images[:8].permute(0, 2, 3, 1).contiguous().numpy(), image_outputs=torch.softmax(conv(images[:8]), 1).numpy(),
            rows=rows[:8].numpy(), row_outputs=torch.softmax(dense(rows[:8]), 1).numpy(),
            pictures=pictures[:8].permute(0, 2, 3, 1).contiguous().numpy(), picture_outputs=torch.softmax(depthwise(pictures[:8]), 1).numpy())
    np.savez_compressed(
        DATA / "numpy.npz", **{"dense/kernel": np.arange(12, dtype=np.float64).reshape(4, 3) / 8, "dense/bias": np.array([1, 2, 3], np.float16)})


main()
