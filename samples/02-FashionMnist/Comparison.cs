using System;
using System.Diagnostics;
using System.Linq;
using StaticNets;

namespace FashionMnist;

/// <summary>How a net did.</summary>
/// <param name="Net">Which net.</param>
/// <param name="Epochs">How often it saw the training pictures.</param>
/// <param name="TrainAccuracy">The share of the training pictures that it tells right, dropout off.</param>
/// <param name="TestAccuracy">The same of pictures that it never saw.</param>
/// <param name="NearZero">The share of weights in the first dense kernel that are next to nothing.</param>
/// <param name="Seconds">How long it trained.</param>
internal sealed record Result(string Net, int Epochs, double TrainAccuracy, double TestAccuracy, double NearZero, double Seconds)
{
    /// <summary>How much better it does on what it has seen: what it learned by heart.</summary>
    public double Gap => TrainAccuracy - TestAccuracy;
}

/// <summary>Trains the three nets alike: from the same weights, on the same pictures in the same order.</summary>
internal sealed class Comparison(Pictures pictures, Options options)
{
    private const double NearZeroBound = 1e-3;

    public Result[] Run() =>
    [
        Train("plain", new PlainNet(options.Seed)),
        Train("dropout", new DropoutNet(options.Seed)),
        Train("l1l2", new PenaltyNet(options.Seed)),
    ];

    private Result Train<TNet>(string name, TNet net)
        where TNet : class, ITrainableNet<TNet>
    {
        Console.WriteLine($"-- {name} --");
        long start = Stopwatch.GetTimestamp();
        net.Fit(pictures.Train, new FitOptions { Epochs = options.Epochs, BatchSize = 128, Seed = options.Seed });
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine();

        return new Result(
            name,
            options.Epochs,
            net.Evaluate(pictures.Train)["accuracy"],
            net.Evaluate(pictures.Test)["accuracy"],
            NearZeroShare(net),
            seconds);
    }

    private static double NearZeroShare<TNet>(TNet net)
        where TNet : class, ITrainableNet<TNet>
    {
        TensorInfo kernel = TNet.Info.Tensors.First(tensor => tensor.Name == "dense/kernel");
        int nearZero = 0;
        foreach (float weight in net.Parameters.Slice(kernel.Offset, kernel.Length))
        {
            if (Math.Abs(weight) < NearZeroBound)
            {
                nearZero++;
            }
        }

        return (double)nearZero / kernel.Length;
    }
}
