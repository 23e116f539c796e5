namespace StaticNets.Package.Tests;

/// <summary>Programs of users.</summary>
internal static class Programs
{
    /// <summary>Trains, saves, loads and predicts; prints "learned" and whether vectors are wider than 128 bits.</summary>
    public const string Train = """
        using System;
        using System.IO;
        using System.Runtime.Intrinsics;
        using StaticNets;

        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
        float[] targets = [0, 1, 1, 0];
        XorNet net = new(seed: 1);
        net.Fit(new Dataset(inputs, targets, inputSize: 2), new FitOptions { Epochs = 600, BatchSize = 4, Verbose = Verbose.Silent });
        string file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".safetensors");
        net.Save(file);
        XorNet other = new(seed: 2);
        other.Load(file);
        File.Delete(file);
        float[] outputs = new float[4];
        other.Predict(inputs, outputs);
        Console.WriteLine(XorNet.Summary);
        Console.WriteLine(outputs[0] < 0.5f && outputs[1] > 0.5f && outputs[2] > 0.5f && outputs[3] < 0.5f ? "learned" : "not learned");
        Console.WriteLine(Vector256.IsHardwareAccelerated ? "wide" : "narrow");

        [StaticNet]
        [Input(2)]
        [Dense(8, Activation = Activation.Tanh)]
        [Dense(1, Activation = Activation.Sigmoid)]
        [Compile(Loss.BinaryCrossentropy, Optimizer.Adam, LearningRate = 0.05)]
        public sealed partial class XorNet;
        """;
}
