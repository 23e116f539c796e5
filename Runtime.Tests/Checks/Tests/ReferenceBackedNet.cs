using System;
using System.Linq;
using StaticNets.Tests.Reference;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>
/// The reference in the place of an emitted net, optionally with a fault: so the checks themselves are tested without the generator.
/// </summary>
internal sealed class ReferenceBackedNet(Type type, Fault fault) : NetUnderTest
{
    private readonly ReferenceNet _reference = ReferenceNet.Of(type);
    private float[] _parameters = [];

    public override NetInfo Info => new()
    {
        Name = type.Name,
        InputSize = _reference.InputSize,
        OutputSize = _reference.OutputSize,
        ParameterCount = _reference.ParameterCount,
        Classes = _reference.Classes,
        Tensors = [.. _reference.Tensors.Select(Describe)],
        Loss = _reference.Loss,
    };

    public override Span<float> Parameters => _parameters;

    public Type Type => type;

    public Fault Fault => fault;

    public override void SetParameters(ReadOnlySpan<float> parameters) => _parameters = parameters.ToArray();

    public override void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        double[] y = _reference.Predict(ReferenceBatch.Widen(_parameters), ReferenceBatch.Widen(inputs));
        if (fault == Fault.WrongOutput)
        {
            y[^1] += 3e-5 * y.Max(Math.Abs);
        }

        Narrow(y).CopyTo(outputs);
        if (fault == Fault.OutputDependsOnBatch && outputs.Length == 7 * _reference.OutputSize)
        {
            outputs[^1] = MathF.BitIncrement(outputs[^1]);
        }
    }

    public override PredictCall CreatePredictor(int threads, out IDisposable owner)
    {
        owner = new Nothing();
        return (inputs, outputs) =>
        {
            Predict(inputs, outputs);
            outputs[0] = fault == Fault.PredictorDiffers && threads == 2 ? MathF.BitIncrement(outputs[0]) : outputs[0];
        };
    }

    public override ITrainer CreateTrainer(TrainerOptions options) => new ReferenceBackedTrainer(this, options);

    public override float ComputeLoss(Batch batch, Span<float> outputs)
    {
        Predict(batch.Inputs, outputs);
        double loss = _reference.MeanLoss(ReferenceBatch.Widen(_parameters), Widen(batch), training: false);
        return (float)(fault == Fault.WrongInferenceLoss ? loss * 1.0001 : loss);
    }

    public static ReferenceBatch Widen(Batch batch) => new(batch.Count, ReferenceBatch.Widen(batch.Inputs))
    {
        Labels = batch.Labels.ToArray(),
        Targets = ReferenceBatch.Widen(batch.Targets),
        SampleWeights = ReferenceBatch.Widen(batch.SampleWeights),
    };

    public static float[] Narrow(double[] values) => Array.ConvertAll(values, value => (float)value);

    private TensorInfo Describe(ReferenceTensor tensor)
    {
        string name = fault == Fault.WrongName ? "x" : tensor.Name;
        return new TensorInfo(name, tensor.Shape, tensor.Offset, tensor.Length, (float)tensor.L1, (float)tensor.L2) { IsTrainable = tensor.IsTrainable };
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
