"""Nets of layers whose defaults differ between PyTorch and Keras, trained a little by PyTorch with its own, and saved as docs/weights.md says.

Run with Debian's python3-torch: /usr/bin/python3 tools/reference/torch_defaults.py
Writes to Training.Tests/Data: torch-normalized.npz and torch-rows.npz (raw state_dict) and torch-defaults.npz (inputs, channels last, and the
outputs that PyTorch computes for them after training).
"""

import pathlib

import numpy as np
import torch
from torch import nn

DATA = pathlib.Path(__file__).resolve().parents[2] / "Training.Tests" / "Data"


def train(model, x, y):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(200):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
    model.eval()
    return loss.item()


def save(name, model):
    # These two lines are the ones of docs/weights.md.
    weights = {name: value.detach().cpu().numpy() for name, value in model.state_dict().items()}
    np.savez(DATA / name, **weights)


def main():
    torch.manual_seed(3)
    # Small values, so that the epsilons count.
    images = torch.rand(64, 3, 9, 8) * 0.05
    normalized = nn.Sequential(
        nn.Conv2d(3, 4, 3, stride=2, padding=1), nn.BatchNorm2d(4), nn.LeakyReLU(),
        nn.AvgPool2d(3, stride=2, padding=1), nn.GroupNorm(2, 4), nn.PReLU(4),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))
    image_targets = torch.stack([images.mean((1, 2, 3)) * 300, images.std((1, 2, 3)) * -900], 1)
    rows = torch.randn(64, 6) * 0.02
    of_rows = nn.Sequential(nn.Linear(6, 8), nn.LayerNorm(8), nn.GELU(), nn.Linear(8, 5), nn.PReLU(5), nn.Linear(5, 4), nn.ELU(), nn.Linear(4, 2))
    row_targets = torch.stack([rows.sum(1) * 50, rows[:, 0] * rows[:, 1] * 9000], 1)
    print("images", train(normalized, images, image_targets), "rows", train(of_rows, rows, row_targets))
    save("torch-normalized.npz", normalized)
    save("torch-rows.npz", of_rows)
    with torch.no_grad():
        np.savez_compressed(
            DATA / "torch-defaults.npz",
            images=images[:8].permute(0, 2, 3, 1).contiguous().numpy(), image_outputs=normalized(images[:8]).numpy(),
            rows=rows[:8].numpy(), row_outputs=of_rows(rows[:8]).numpy())


main()
