using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Benchmarks.Cases;

/// <summary>The nets of Nets.cs.</summary>
internal static class DeclaredNets
{
    public static DeclaredNet Cnn { get; } = new("cnn", nameof(CnnNet),
    [
        new("Conv2d", 26 * 26 * 3 * 3 * 1 * 32),
        new("Conv2d1", 11 * 11 * 3 * 3 * 32 * 64),
        new("Dense", 1600 * 128),
        new("Dense1", 128 * 10),
    ]);

    public static DeclaredNet Mlp { get; } = new("mlp", nameof(MlpNet), [new("Dense", 784 * 128), new("Dense1", 128 * 10)]);

    public static DeclaredNet Lenet { get; } = new("lenet", nameof(LenetNet),
    [
        new("Conv2d", 28 * 28 * 5 * 5 * 1 * 6),
        new("Conv2d1", 10 * 10 * 5 * 5 * 6 * 16),
        new("Dense", 400 * 120),
        new("Dense1", 120 * 84),
        new("Dense2", 84 * 10),
    ]);

    public static DeclaredNet Conv { get; } = Convolution("conv", nameof(ConvNet));

    public static DeclaredNet ConvDirect { get; } = Convolution("conv-direct", nameof(ConvDirectNet));

    private static IReadOnlyList<DeclaredNet> All => [Cnn, Mlp, Lenet, Conv, ConvDirect];

    /// <exception cref="BadOptionException">There is no net of this name.</exception>
    public static DeclaredNet Find(string name) => All.FirstOrDefault(net => net.Name == name)
        ?? throw new BadOptionException($"'{name}' is none of the nets {string.Join(", ", All.Select(net => net.Name))}.");

    /// <summary>The layer that the convolution's nets are there for.</summary>
    public static DeclaredLayer Measured(DeclaredNet net) => net.Layers.First(layer => layer.Name == "Measured");

    private static DeclaredNet Convolution(string name, string className) => new(name, className,
    [
        new("Before", 13 * 13 * 32 * 32),
        new("Measured", 11 * 11 * 3 * 3 * 32 * 64),
        new("Dense", 64 * 10),
    ]);
}
