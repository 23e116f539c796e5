"""The nets of Nets.cs as a PyTorch user writes them. Each is a module from inputs to logits, and a penalty."""
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


def pump():
    return nn.Sequential(nn.Linear(16, 32), nn.Tanh(), nn.Linear(32, 16), nn.Tanh(), nn.Linear(16, 1)), None


class Lstm(nn.Module):
    """PyTorch has a second bias for each gate, which cuDNN wants: 512 weights more than Keras."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(64, 128, batch_first=True)
        self.dense = nn.Linear(128, LABELS)

    def forward(self, x):
        _, (state, _) = self.lstm(x)
        return self.dense(state[-1])


def lstm():
    return Lstm(), None


class Encoder(nn.Module):
    def __init__(self, size, heads):
        super().__init__()
        self.attention = nn.MultiheadAttention(size, heads, batch_first=True)
        self.first_norm = nn.LayerNorm(size, eps=1e-3)
        self.dense = nn.Sequential(nn.Linear(size, 4 * size), nn.ReLU(), nn.Linear(4 * size, size))
        self.second_norm = nn.LayerNorm(size, eps=1e-3)

    def forward(self, x):
        attended = self.first_norm(x + self.attention(x, x, x, need_weights=False)[0])
        return self.second_norm(attended + self.dense(attended))


class MeanOverSteps(nn.Module):
    def forward(self, x):
        return x.mean(dim=1)


def transformer():
    return nn.Sequential(Encoder(128, 4), Encoder(128, 4), MeanOverSteps(), nn.Linear(128, LABELS)), None


def norm(channels):
    return nn.BatchNorm2d(channels, eps=1e-3, momentum=0.01)


def conv(channels, filters, kernel_size, stride=1):
    return nn.Conv2d(channels, filters, kernel_size, stride, padding=kernel_size // 2, bias=False)


class Residual(nn.Module):
    def __init__(self, channels, filters, stride=1):
        super().__init__()
        self.main = nn.Sequential(
            conv(channels, filters, 3, stride), norm(filters), nn.ReLU(inplace=True),
            conv(filters, filters, 3), norm(filters))
        self.projection = (
            nn.Identity() if channels == filters else nn.Sequential(conv(channels, filters, 1, stride), norm(filters)))
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        return self.relu(self.main(x) + self.projection(x))


def resnet():
    return nn.Sequential(
        conv(3, 16, 3), norm(16), nn.ReLU(inplace=True),
        Residual(16, 16), Residual(16, 16),
        Residual(16, 32, stride=2), Residual(32, 32),
        Residual(32, 64, stride=2), Residual(64, 64),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, LABELS)), None


def separable(channels, filters, stride=1):
    return nn.Sequential(
        nn.Conv2d(channels, channels, 3, stride, padding=1, groups=channels, bias=False), norm(channels), nn.ReLU6(inplace=True),
        conv(channels, filters, 1), norm(filters), nn.ReLU6(inplace=True))


def mobilenet():
    return nn.Sequential(
        conv(3, 8, 3, stride=2), norm(8), nn.ReLU6(inplace=True),
        separable(8, 16),
        separable(16, 32, stride=2), separable(32, 32),
        separable(32, 64, stride=2), separable(64, 64),
        separable(64, 128, stride=2), *[separable(128, 128) for _ in range(5)],
        separable(128, 256, stride=2), separable(256, 256),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(256, LABELS)), None


def autoencoder():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3, stride=2, padding=1), nn.ReLU(),
        nn.Conv2d(32, 64, 3, stride=2, padding=1), nn.ReLU(),
        nn.ConvTranspose2d(64, 64, 3, stride=2, padding=1, output_padding=1), nn.ReLU(),
        nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1), nn.ReLU(),
        nn.Conv2d(32, 1, 3, padding=1)), None


NETS = {
    "cnn": cnn, "mlp": mlp, "lenet": lenet, "pump": pump,
    "lstm": lstm, "transformer": transformer, "resnet": resnet, "mobilenet": mobilenet, "autoencoder": autoencoder,
}
INPUT_SHAPES = {
    "cnn": (1, 28, 28), "mlp": (784,), "lenet": (1, 28, 28), "pump": (16,),
    "lstm": (80, 64), "transformer": (64, 128), "resnet": (3, 32, 32), "mobilenet": (3, 96, 96), "autoencoder": (1, 28, 28),
}
REGRESSING = {"pump"}  # the nets that learn numbers
REBUILDING = {"autoencoder"}  # the nets that learn pictures and not labels
