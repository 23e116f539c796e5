"""The file that docs/weights.md's lines for Keras write, made without Keras, which can't be had here.

The lines are taken from the page and run as they stand there. Their `model` is a stand-in with the one method that they call, get_weights(): a list of
arrays, layer by layer, each in Keras' layout. The arrays are those of the net that PyTorch trained (torch_weights.py), brought to that layout by NumPy: kernels
of convolutions to height, width, in, out; kernels of dense layers to in, out; and the rows of the first one from channels first to channels last. So
what the net computes from them is known: PyTorch's outputs in torch-samples.npz.

Run with NumPy: /usr/bin/python3 tools/reference/keras_weights.py
Writes Training.Tests/Data/keras-conv.npz.
"""

import os
import pathlib
import re

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "Training.Tests" / "Data"
FLATTENED = (5, 3, 2)  # channels, height, width, as PyTorch flattens them


class Model:
    """What the lines see of a Keras model."""

    def __init__(self, weights):
        self._weights = weights

    def get_weights(self):
        return self._weights


def keras_weights(torch_weights):
    """PyTorch's weights in the order and the layout of Keras' get_weights()."""
    first, first_bias, second, second_bias, dense, dense_bias, last, last_bias = torch_weights.values()
    channels, height, width = FLATTENED
    rows = dense.reshape(-1, channels, height, width).transpose(2, 3, 1, 0).reshape(height * width * channels, -1)
    return [
        first.transpose(2, 3, 1, 0), first_bias, second.transpose(2, 3, 1, 0), second_bias,
        rows, dense_bias, last.transpose(1, 0), last_bias]


def lines():
    page = (ROOT / "docs" / "weights.md").read_text(encoding="utf-8")
    return re.search(r"^## From Keras\n.*?^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL).group(1)


def main():
    with np.load(DATA / "torch-conv.npz") as file:
        model = Model(keras_weights({name: file[name] for name in file.files}))
    os.chdir(DATA)
    exec(lines(), {"model": model})
    os.replace("weights.npz", "keras-conv.npz")
    for array in model.get_weights():
        print(array.shape)


main()
