using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace StaticNets.Tools.GeneratorSpeed;

/// <summary>The nets of the generator's speed tests, each a little different with each number.</summary>
internal static class DeclaredNets
{
    public static IReadOnlyList<(string Name, Func<int, string> Source)> All { get; } =
    [
        ("README's CNN", i => Net(
            "Input(28, 28, 1)",
            "Conv2D(32, 3, Activation = Activation.Relu, L1 = 0.001)",
            "MaxPooling2D(2)",
            "Conv2D(64, 3, Activation = Activation.Relu, L2 = 0.001)",
            "MaxPooling2D(2)",
            "Flatten",
            $"Dense({Number(100 + i)}, Activation = Activation.Relu, L1 = 0.001, L2 = 0.001)",
            "Dropout(0.5)",
            "Dense(10, Activation = Activation.Softmax)")),
        ("50 different layers", i => Net(
        [
            "Input(16, 16, 3)",
            .. Enumerable.Range(8 + i, 25).Select(Convolution),
            "GlobalAveragePooling2D",
            .. Enumerable.Range(20 + i, 23).Select(units => $"Dense({Number(units)}, Activation = Activation.Tanh)"),
            "Dense(10, Activation = Activation.Softmax)",
        ])),
        ("40 equal blocks", i => Net(
        [
            "Input(12, 12, 16)",
            .. Enumerable.Repeat(Convolution(16), 40),
            "GlobalAveragePooling2D",
            $"Dense({Number(10 + i)}, Activation = Activation.Softmax)",
        ])),
    ];

    private static string Convolution(int filters) => $"Conv2D({Number(filters)}, 3, Padding = Padding.Same, Activation = Activation.Relu)";

    private static string Net(params string[] layers) =>
        $"using StaticNets; [StaticNet, {string.Join(", ", layers)}, "
        + "Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)] partial class SomeNet;";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
