using System;

namespace StaticNets.Tests;

/// <summary>A linear softmax classifier in plain C#: 4 inputs, 3 classes, an L2 penalty on the kernel. It stands in for an emitted net.</summary>
internal sealed class LinearNet : ITrainableNet<LinearNet>
{
    public const int InputSize = 4;
    public const int OutputSize = 3;
    public const float L2 = 0.01f;

    private readonly float[] _parameters = new float[(InputSize * OutputSize) + OutputSize];

    public static NetInfo Info { get; } = new()
    {
        Name = "LinearNet",
        InputSize = InputSize,
        OutputSize = OutputSize,
        ParameterCount = (InputSize * OutputSize) + OutputSize,
        Tensors =
        [
            new TensorInfo("dense/kernel", [InputSize, OutputSize], 0, InputSize * OutputSize, L2: L2),
            new TensorInfo("dense/bias", [OutputSize], InputSize * OutputSize, OutputSize),
        ],
        Loss = Loss.SparseCategoricalCrossentropy,
        Classes = OutputSize,
        Metrics = [Metric.Accuracy],
    };

    public Span<float> Parameters => _parameters;

    public int SetCalls { get; private set; }

    public TrainerOptions? LastOptions { get; private set; }

    public LinearTrainer? LastTrainer { get; private set; }

    public void SetParameters(ReadOnlySpan<float> parameters)
    {
        SetCalls++;
        parameters.CopyTo(_parameters);
    }

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int n = 0; n < inputs.Length / InputSize; n++)
        {
            Span<float> y = outputs.Slice(n * OutputSize, OutputSize);
            float sum = 0;
            for (int o = 0; o < OutputSize; o++)
            {
                float logit = _parameters[(InputSize * OutputSize) + o];
                for (int i = 0; i < InputSize; i++)
                {
                    logit += inputs[(n * InputSize) + i] * _parameters[(i * OutputSize) + o];
                }

                y[o] = MathF.Exp(logit);
                sum += y[o];
            }

            for (int o = 0; o < OutputSize; o++)
            {
                y[o] /= sum;
            }
        }
    }

    public float ComputeLoss(Batch batch, Span<float> outputs)
    {
        Predict(batch.Inputs, outputs);
        double sum = 0;
        for (int n = 0; n < batch.Count; n++)
        {
            sum -= Math.Log(outputs[(n * OutputSize) + batch.Labels[n]]) * (batch.SampleWeights.IsEmpty ? 1 : batch.SampleWeights[n]);
        }

        return (float)(sum / batch.Count);
    }

    public Predictor CreatePredictor(PredictorOptions? options = null) => throw new NotSupportedException();

    public ITrainer CreateTrainer(TrainerOptions? options = null)
    {
        LastOptions = options;
        return LastTrainer = new LinearTrainer(this, options ?? new TrainerOptions());
    }
}
