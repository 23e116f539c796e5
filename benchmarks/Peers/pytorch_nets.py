"""The nets of Nets.cs as a PyTorch user writes them. Each is a module from images to logits, and a penalty."""
from torch import nn

LABELS = 10


def cnn():
    net = nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(1600, 128), nn.ReLU(),
        nn.Dropout(0.5),
        nn.Linear(128, LABELS))
    first, second, dense = net[0].weight, net[3].weight, net[7].weight

    def penalty():
        return 0.001 * (first.abs().sum() + second.square().sum() + dense.abs().sum() + dense.square().sum())

    return net, penalty


def mlp():
    return nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, LABELS)), None


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(),
        nn.Linear(120, 84), nn.ReLU(),
        nn.Linear(84, LABELS)), None


NETS = {"cnn": cnn, "mlp": mlp, "lenet": lenet}
INPUT_SHAPES = {"cnn": (1, 28, 28), "mlp": (784,), "lenet": (1, 28, 28)}
