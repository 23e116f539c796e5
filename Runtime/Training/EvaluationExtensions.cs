using System;
using System.Threading;
using StaticNets.Execution;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>Loss, metrics and outputs of a net over whole datasets.</summary>
public static class EvaluationExtensions
{
    /// <summary>The data loss and the metrics of the net on some data, dropout off, on the caller's thread.</summary>
    /// <param name="net">The net.</param>
    /// <param name="data">The samples, with what the loss needs of labels or targets.</param>
    /// <param name="batchSize">
    /// Samples a batch; it changes the memory needed, and the result by no more than the rounding of a sum. Default 32.
    /// </param>
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
    /// <param name="batchSize">
    /// Samples a batch; it changes the memory needed, and the result by no more than the rounding of a sum. Default 32.
    /// </param>
    /// <exception cref="ArgumentException">The data does not fit the net, or the batch size is less than 1.</exception>
    public static Evaluation Evaluate(this ITrainer trainer, IBatchSource data, int batchSize = 32)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        return Evaluate(trainer.Info, data, batchSize, trainer.ComputeLoss);
    }

    /// <summary>The data loss and what else is asked for of the net on some data, dropout off, on the caller's thread.</summary>
    /// <exception cref="ArgumentException">The data does not fit the net, or an option is wrong.</exception>
    public static Evaluation Evaluate<TNet>(this ITrainableNet<TNet> net, IBatchSource data, EvaluationOptions options)
        where TNet : class, ITrainableNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        return Evaluate(TNet.Info, data, options, net.ComputeLoss);
    }

    /// <summary>
    /// The data loss and what else is asked for of the trainer's net on some data, dropout off, on the trainer's threads.
    /// </summary>
    /// <exception cref="ArgumentException">The data does not fit the net, or an option is wrong.</exception>
    public static Evaluation Evaluate(this ITrainer trainer, IBatchSource data, EvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        return Evaluate(trainer.Info, data, options, trainer.ComputeLoss);
    }

    /// <summary>One metric of the net on some data, dropout off, on the caller's thread.</summary>
    /// <exception cref="ArgumentException">The data or the metric does not fit the net, or the net has several outputs.</exception>
    public static double Evaluate<TNet>(this ITrainableNet<TNet> net, IBatchSource data, Metric metric)
        where TNet : class, ITrainableNet<TNet>
    {
        string name = MetricFactory.NameOf(metric);
        return TNet.Info.Outputs.Count == 1
            ? net.Evaluate(data, new EvaluationOptions { Metrics = [metric], ClassIds = [] })[name]
            : throw new ArgumentException(
                $"{TNet.Info.Name} has several outputs. "
                    + $"Evaluate it with EvaluationOptions and read '{TNet.Info.Outputs[^1].Name}_{name}' or another one's.",
                nameof(metric));
    }

    /// <summary>The outputs of all samples, in the order in which they stand, on the caller's thread.</summary>
    /// <param name="net">The net.</param>
    /// <param name="data">The samples; labels and targets are not read.</param>
    /// <param name="batchSize">Samples a batch; it changes the memory needed, not the result. Default 32.</param>
    /// <returns><c>Count * OutputSize</c> floats.</returns>
    /// <exception cref="ArgumentException">
    /// The data does not fit the net, the batch size is less than 1, or the outputs don't fit an array.
    /// </exception>
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

    /// <summary>
    /// The class of each row of the net's outputs, in the order of the samples: the place of the largest output; for a single output 1
    /// where it is above
    /// 0.5, else 0.
    /// </summary>
    /// <param name="net">The net.</param>
    /// <param name="data">The samples; labels and targets are not read.</param>
    /// <param name="batchSize">Samples a batch; it changes the memory needed, not the result. Default 32.</param>
    /// <exception cref="ArgumentException">
    /// The data does not fit the net, the batch size is less than 1, or the outputs don't fit an array.
    /// </exception>
    /// <exception cref="NotSupportedException">The net has several outputs.</exception>
    public static int[] PredictClasses<TNet>(this IStaticNet<TNet> net, IBatchSource data, int batchSize = 32)
        where TNet : class, IStaticNet<TNet>
    {
        float[] outputs = net.Predict(data, batchSize);
        int[] classes = new int[outputs.Length / TNet.Info.Classes];
        net.GetClasses(outputs, classes);
        return classes;
    }

    /// <summary>
    /// The class of each row of outputs that the net gave: the place of the largest one; for a single output 1 where it is above 0.5, else
    /// 0. Nothing is allocated.
    /// </summary>
    /// <param name="net">The net.</param>
    /// <param name="outputs">What <c>Predict</c> wrote.</param>
    /// <param name="classes">Receives a class for each row; a net whose output is a vector has one row a sample.</param>
    /// <exception cref="ArgumentException">The lengths don't fit each other, or the spans overlap.</exception>
    /// <exception cref="NotSupportedException">The net has several outputs.</exception>
    public static void GetClasses<TNet>(this IStaticNet<TNet> net, ReadOnlySpan<float> outputs, Span<int> classes)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        if (TNet.Info.Outputs.Count > 1)
        {
            throw new NotSupportedException($"{TNet.Info.Name} has several outputs; each has classes of its own.");
        }

        int width = TNet.Info.Classes;
        Check.Length(outputs.Length, checked(classes.Length * width), nameof(outputs), "one for each class and row");
        Overlap.Refuse<float, int>(outputs, nameof(outputs), classes, nameof(classes));
        for (int row = 0; row < classes.Length; row++)
        {
            classes[row] = Decision.Of(outputs.Slice(row * width, width));
        }
    }

    private static Evaluation Evaluate(NetInfo info, IBatchSource data, int batchSize, LossFunction lossFunction) =>
        Evaluate(info, data, new EvaluationOptions { BatchSize = batchSize }, lossFunction);

    private static Evaluation Evaluate(NetInfo info, IBatchSource data, EvaluationOptions options, LossFunction lossFunction)
    {
        ArgumentNullException.ThrowIfNull(options);
        bool countsClasses = options.ConfusionMatrix || options.PrintTable;
        ClassCounter? classes = countsClasses ? new ClassCounter(info, options.ConfusionMatrixOutput) : null;
        MetricSet metrics = new(info, options.Metrics, options.ClassIds);
        using Evaluator evaluator = new(info, data, options.BatchSize, lossFunction, metrics, classes);
        DataCheck.Run(data, info, nameof(data));
        evaluator.Run(CancellationToken.None);
        if (options.PrintTable)
        {
            options.Output.Write(classes!.Matrix.ToTable());
        }

        return Evaluation.Of(evaluator) with { ConfusionMatrix = classes?.Matrix };
    }
}
