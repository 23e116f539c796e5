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

    public static DeclaredNet Pump { get; } = new("pump", nameof(PumpNet), [new("Dense", 16 * 32), new("Dense1", 32 * 16), new("Dense2", 16)]);

    public static DeclaredNet Conv { get; } = Convolution("conv", nameof(ConvNet));

    public static DeclaredNet ConvDirect { get; } = Convolution("conv-direct", nameof(ConvDirectNet));

    // The first factor is the number of steps or of the output's pixels.
    public static DeclaredNet Lstm { get; } = new("lstm", nameof(LstmNet),
    [
        new("inputs", 80 * 64 * 4 * 128), // apart from the states: only these need no gradient of what they read
        new("states", 80 * 128 * 4 * 128),
        new("Dense", 128 * 10),
    ]);

    public static DeclaredNet Transformer { get; } = new("transformer", nameof(TransformerNet),
    [
        new("projections", 64 * 128 * 3 * 128),
        new("second projections", 64 * 128 * 3 * 128),
        new("scores and weighted values", 2 * 64 * 64 * 2 * 128),
        new("attention outputs", 2 * 64 * 128 * 128),
        new("dense layers", 2 * 64 * 2 * 128 * 512),
        new("Dense", 128 * 10),
    ]);

    public static DeclaredNet Resnet { get; } = new("resnet", nameof(ResnetNet),
    [
        new("Conv2d", 32 * 32 * 3 * 3 * 3 * 16),
        new("16 channels", 32 * 32 * 3 * 3 * 16 * 16 * 4),
        new("32 channels", 16 * 16 * ((3 * 3 * 16 * 32) + (16 * 32) + (3 * 3 * 32 * 32 * 3))),
        new("64 channels", 8 * 8 * ((3 * 3 * 32 * 64) + (32 * 64) + (3 * 3 * 64 * 64 * 3))),
        new("Dense", 64 * 10),
    ]);

    public static DeclaredNet Mobilenet { get; } = new("mobilenet", nameof(MobilenetNet),
    [
        new("Conv2d", 48 * 48 * 3 * 3 * 3 * 8),
        Separable(48, 8, 16),
        Separable(24, 16, 32),
        Separable(24, 32, 32),
        Separable(12, 32, 64),
        Separable(12, 64, 64),
        Separable(6, 64, 128),
        .. Enumerable.Repeat(Separable(6, 128, 128), 5),
        Separable(3, 128, 256),
        Separable(3, 256, 256),
        new("Dense", 256 * 10),
    ]);

    // A transposed convolution multiplies each pixel that it reads by its whole kernel.
    public static DeclaredNet Autoencoder { get; } = new("autoencoder", nameof(AutoencoderNet),
    [
        new("Conv2d", 14 * 14 * 3 * 3 * 1 * 32),
        new("Conv2d1", 7 * 7 * 3 * 3 * 32 * 64),
        new("Conv2dTranspose", 7 * 7 * 3 * 3 * 64 * 64),
        new("Conv2dTranspose1", 14 * 14 * 3 * 3 * 64 * 32),
        new("Conv2d2", 28 * 28 * 3 * 3 * 32 * 1),
    ]);

    private static IReadOnlyList<DeclaredNet> All =>
        [Cnn, Mlp, Lenet, Conv, ConvDirect, Lstm, Transformer, Resnet, Mobilenet, Autoencoder];

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

    private static DeclaredLayer Separable(int size, int channels, int filters) =>
        new("separable", size * size * ((3 * 3 * channels) + (channels * filters)));
}
