"""Trains a net in PyTorch when told to. Reads a command a line on stdin and answers each with a line on stdout:

    versions             -> versions PyTorch 1.13.1, ...
    train NET BATCH      -> ready 6900 channels_last, foreach Adam   (the fastest way to run it, and its time in a trial)
    weights NET          -> weights 225034   (how many the net trains)
    run WARM COUNT       -> us 6900.1        (the mean of COUNT steps, after WARM untimed ones)
    export NET BATCH FILE -> exported        (the net in evaluation mode, with its softmax, as ONNX)

OMP_NUM_THREADS says with how many threads.
"""
import itertools
import os
import statistics
import subprocess
import sys
import time
import warnings

import torch
from torch import nn

from pytorch_nets import INPUT_SHAPES, LABELS, NETS, REBUILDING, REGRESSING

THREADS = int(os.environ.get("OMP_NUM_THREADS", "1"))
TRIAL_SECONDS = 0.4
TRIAL_TURNS = 8


def training_step(net_name, batch, memory_format, foreach):
    torch.manual_seed(1)
    net, penalty = NETS[net_name]()
    x = torch.rand(batch, *INPUT_SHAPES[net_name])
    if x.dim() == 4:
        net = net.to(memory_format=memory_format)
        x = x.to(memory_format=memory_format)
    net.train()
    if net_name in REBUILDING:
        targets, data_loss = torch.rand_like(x), nn.BCEWithLogitsLoss()
    elif net_name in REGRESSING:
        targets, data_loss = torch.rand(batch, 1), nn.MSELoss()
    else:
        targets, data_loss = torch.randint(LABELS, (batch,)), nn.CrossEntropyLoss()
    adam = torch.optim.Adam(net.parameters(), lr=1e-3, eps=1e-7, foreach=foreach)

    def step():
        adam.zero_grad(set_to_none=True)
        loss = data_loss(net(x), targets)
        if penalty:
            loss = loss + penalty()
        loss.backward()
        adam.step()

    return step


def mean_microseconds(step, count):
    start = time.perf_counter()
    for _ in range(count):
        step()
    return (time.perf_counter() - start) / count * 1e6


def trial_microseconds(step):
    """The median of some turns, after one to warm up."""
    count = max(1, int(TRIAL_SECONDS / TRIAL_TURNS / (mean_microseconds(step, 3) * 1e-6)))
    mean_microseconds(step, count)
    return statistics.median(mean_microseconds(step, count) for _ in range(TRIAL_TURNS))


def fastest_step(net_name, batch):
    """The better memory format and the better Adam, by trial."""
    formats = {"contiguous": torch.contiguous_format}
    if len(INPUT_SHAPES[net_name]) == 3:
        formats["channels_last"] = torch.channels_last
    trials = []
    for (name, memory_format), foreach in itertools.product(formats.items(), (False, True)):
        step = training_step(net_name, batch, memory_format, foreach)
        trials.append((trial_microseconds(step), name + (", foreach Adam" if foreach else ""), step))
    trials.sort(key=lambda trial: trial[0])
    return trials[0][2], f"{trials[0][0]:.0f} {trials[0][1]}"


def export(net_name, batch, path):
    net, x = nn.Sequential(NETS[net_name]()[0], nn.Softmax(dim=1)).eval(), torch.rand(batch, *INPUT_SHAPES[net_name])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(net, x, path, input_names=["x"], output_names=["y"])


def debian_version():
    query = ["dpkg-query", "--show", "--showformat", " (Debian ${Version})", "python3-torch"]
    try:
        return subprocess.run(query, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def blas():
    """What multiplies matrices: Debian's PyTorch takes whatever the system's alternative for BLAS is."""
    with open("/proc/self/maps", encoding="utf-8") as maps:
        return "OpenBLAS" if "openblas" in maps.read() else "not OpenBLAS, so the comparison is unfair: run setup-peers.sh"


def answer(command, arguments, state):
    if command == "versions":
        return f"versions PyTorch {torch.__version__}{debian_version()}, BLAS: {blas()}"
    if command == "train":
        state["step"], choice = fastest_step(arguments[0], int(arguments[1]))
        return "ready " + choice
    if command == "weights":
        return f"weights {sum(weight.numel() for weight in NETS[arguments[0]]()[0].parameters())}"
    if command == "run":
        mean_microseconds(state["step"], max(1, int(arguments[0])))
        return f"us {mean_microseconds(state['step'], int(arguments[1])):.3f}"
    if command == "export":
        export(arguments[0], int(arguments[1]), arguments[2])
        return "exported"
    return f"error unknown command {command}"


def main():
    torch.set_num_threads(THREADS)
    state = {}
    for line in sys.stdin:
        command, *arguments = line.split()
        print(answer(command, arguments, state), flush=True)


if __name__ == "__main__":
    main()
