using System;
using StaticNets;

Dataset train = Moons.Draw(2000, seed: 1);
Dataset test = Moons.Draw(500, seed: 2);

Console.WriteLine(MoonNet.Summary);
MoonNet net = new(seed: 42);
net.Fit(train, new FitOptions { Epochs = 10, BatchSize = 32, ValidationSplit = 0.2, Seed = 42 });

Evaluation result = net.Evaluate(test);
Console.WriteLine(FormattableString.Invariant($"test accuracy: {result["accuracy"]:0.000}"));

net.Save("moons.safetensors");

float[] point = [0.0f, 1.0f];
float[] probabilities = new float[MoonNet.OutputSize];
net.Predict(point, probabilities);
Console.WriteLine(FormattableString.Invariant($"the point (0, 1) lies in the upper moon with probability {probabilities[0]:0.000}"));
