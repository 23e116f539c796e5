using System;
using System.Threading;

namespace StaticNets;

/// <summary>Loss, metrics and outputs of a net over whole datasets.</summary>
public static class EvaluationExtensions
{
    /// <summary>The data loss and the metrics of the net on some data, dropout off, on the caller's thread.</summary>
    /// <param name="net">The net.</param>
    /// <param name="data">The samples, with what the loss needs of labels or targets.</param>
    /// <param name="batchSize">Samples a batch; it changes the memory needed, and the result by no more than the rounding of a sum. Default 32.</param>
    /// <exception cref="ArgumentException">The data does not fit the net, or the batch size is less than 1.</exception>
    public static Evaluation Evaluate<TNet>(this ITrainableNet<TNet> net, IBatchSource data, int batchSize = 32)
        where TNet : class, ITrainableNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        return Evaluate(TNet.Info, data, batchSize, net.ComputeLoss);
    }

    /// <summary>The data loss and the metrics of the trainer's net on some data, dropout off, on the trainer's threads.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="data">The samples, with what the loss needs of labels or targets.</param>
    /// <param name="batchSize">Samples a batch; it changes the memory needed, and the result by no more than the rounding of a sum. Default 32.</param>
    /// <exception cref="ArgumentException">The data does not fit the net, or the batch size is less than 1.</exception>
    public static Evaluation Evaluate(this ITrainer trainer, IBatchSource data, int batchSize = 32)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        return Evaluate(trainer.Info, data, batchSize, trainer.ComputeLoss);
    }

    /// <summary>The outputs of all samples, in the order in which they stand, on the caller's thread.</summary>
    /// <param name="net">The net.</param>
    /// <param name="data">The samples; labels and targets are not read.</param>
    /// <param name="batchSize">Samples a batch; it changes the memory needed, not the result. Default 32.</param>
    /// <returns><c>Count * OutputSize</c> floats.</returns>
    /// <exception cref="ArgumentException">The data does not fit the net, the batch size is less than 1, or the outputs don't fit an array.</exception>
    public static float[] Predict<TNet>(this IStaticNet<TNet> net, IBatchSource data, int batchSize = 32)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        SourceCheck.Fits(data, TNet.Info, nameof(data));
        float[] outputs = SourceCheck.Buffer(data.Count, TNet.Info.OutputSize);
        Span<float> rest = outputs;
        using IBatchReader reader = data.CreateReader(batchSize);
        reader.Reset(default);
        while (reader.Read(out Batch batch))
        {
            SourceCheck.Batch(batch, Math.Min(batchSize, rest.Length / TNet.Info.OutputSize));
            int length = batch.Count * TNet.Info.OutputSize;
            net.Predict(batch.Inputs, rest[..length]);
            rest = rest[length..];
        }

        return rest.IsEmpty
            ? outputs
            : throw new InvalidOperationException("The source gave fewer samples than its Count.");
    }

    private static Evaluation Evaluate(NetInfo info, IBatchSource data, int batchSize, LossFunction lossFunction)
    {
        using Evaluator evaluator = new(info, data, batchSize, lossFunction);
        evaluator.Run(CancellationToken.None);
        return Evaluation.Of(evaluator.Loss, evaluator.Metrics, evaluator.Count);
    }
}
