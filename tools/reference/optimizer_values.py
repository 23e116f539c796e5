"""Prints what PyTorch's optimizers make of one weight, where their formulas are Keras': for Runtime.Tests/Reference/Tests/OptimizerTests.cs."""

import torch

torch.set_default_dtype(torch.float64)

OPTIMIZERS = {
    # Epsilon stands elsewhere in PyTorch, so that it is 0 where that would matter. Not NAdam: version 1.13 multiplies by one momentum too many.
    "Momentum": lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9),
    "Nesterov": lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.8, nesterov=True),
    "RMSprop": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.8, eps=0),
    "RMSprop, centered, with momentum": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.8, eps=0, centered=True, momentum=0.5),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.01, betas=(0.9, 0.95), eps=0),
    "AdamW": lambda p: torch.optim.AdamW(p, lr=0.01, betas=(0.9, 0.95), eps=0, weight_decay=0.1),
    "AmsGrad": lambda p: torch.optim.Adam(p, lr=0.01, betas=(0.9, 0.5), eps=0, amsgrad=True),
    "Adagrad": lambda p: torch.optim.Adagrad(p, lr=0.01, initial_accumulator_value=0.1, eps=0),
    "Adadelta": lambda p: torch.optim.Adadelta(p, lr=0.5, rho=0.95, eps=1e-3),
    "Adamax": lambda p: torch.optim.Adamax(p, lr=0.01, eps=0),
}

for name, create in OPTIMIZERS.items():
    w = torch.nn.Parameter(torch.ones(1))
    optimizer = create([w])
    for g in (0.1, -0.2, 0.3, -0.05, 0.02):
        w.grad = torch.tensor([g])
        optimizer.step()
    print(name, w.item())
