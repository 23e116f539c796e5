using System;
using TorchSharp;
using static TorchSharp.torch;

namespace StaticNets.Benchmarks.Peers;

/// <summary>A net from inputs to logits, as a TorchSharp user writes it.</summary>
/// <param name="Module">The layers.</param>
/// <param name="InputShape">The shape of a sample.</param>
/// <param name="Penalty">What the loss has besides, or null.</param>
internal sealed record Net(nn.Module<Tensor, Tensor> Module, long[] InputShape, Func<Tensor>? Penalty = null)
{
    public const int Labels = 10;

    public static Net Named(string name) => name switch
    {
        "cnn" => Cnn(),
        "mlp" => new Net(nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, Labels)), [784]),
        "lenet" => Lenet(),
        _ => throw new ArgumentException($"There is no net '{name}'.", nameof(name)),
    };

    private static Net Cnn()
    {
        var first = nn.Conv2d(1, 32, 3);
        var second = nn.Conv2d(32, 64, 3);
        var dense = nn.Linear(1600, 128);
        var module = nn.Sequential(
            first, nn.ReLU(), nn.MaxPool2d(2), second, nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), dense, nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, Labels));
        return new Net(module, [1, 28, 28], () =>
            0.001 * (first.weight.abs().sum() + second.weight.square().sum() + dense.weight.abs().sum() + dense.weight.square().sum()));
    }

    private static Net Lenet() => new(
        nn.Sequential(
            nn.Conv2d(1, 6, 5, padding: 2), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, Labels)),
        [1, 28, 28]);
}
