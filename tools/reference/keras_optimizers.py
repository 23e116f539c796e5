"""Keras' optimizers: PyTorch's own where its formula is the same, else the formula."""

import torch


class Sgd:
    def __init__(self, weights, learning_rate=0.01, momentum=0.0, nesterov=False):
        self.optimizer = torch.optim.SGD(weights, learning_rate, momentum, nesterov=nesterov)

    def update(self, t):
        self.optimizer.step()


class Adam:
    """PyTorch corrects the bias of v before it adds epsilon, Keras does afterwards."""

    def __init__(self, weights, learning_rate=0.001, epsilon=1e-7, weight_decay=0.0):
        self.epsilon = epsilon
        self.optimizer = torch.optim.AdamW(weights, learning_rate, weight_decay=weight_decay)

    def update(self, t):
        for group in self.optimizer.param_groups:
            group["eps"] = self.epsilon / (1 - group["betas"][1] ** t) ** 0.5
        self.optimizer.step()


class Slots:
    """One step of a formula for each weight, which keeps two tensors of its size."""

    def __init__(self, weights, learning_rate=0.001):
        self.learning_rate = learning_rate
        self.slots = [(w, torch.zeros_like(w), torch.zeros_like(w)) for w in weights]

    @torch.no_grad()
    def update(self, t):
        for w, m, v in self.slots:
            w -= self.learning_rate * self.step(w.grad, m, v, t)


class RmsProp(Slots):
    """PyTorch adds epsilon outside of the root."""

    def step(self, g, m, v, t):
        v += 0.1 * (g * g - v)
        return g / (v + 1e-7).sqrt()


class Adamax(Slots):
    """PyTorch adds epsilon to the gradient's size."""

    def step(self, g, m, v, t):
        m += 0.1 * (g - m)
        v.copy_(torch.maximum(0.999 * v, g.abs()))
        return m / ((1 - 0.9 ** t) * (v + 1e-7))


class Nadam(Slots):
    """PyTorch 1.13 multiplies by one momentum too many."""

    def step(self, g, m, v, t):
        momenta = [0.9 * (1 - 0.5 * 0.96 ** s) for s in range(1, t + 2)]
        product = torch.tensor(momenta[:-1], dtype=torch.float64).prod()
        m += 0.1 * (g - m)
        v += 0.001 * (g * g - v)
        moment = momenta[-1] * m / (1 - product * momenta[-1]) + (1 - momenta[-2]) * g / (1 - product)
        return moment / ((v / (1 - 0.999 ** t)).sqrt() + 1e-7)
