using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>What the recurrent layers have in common: one step after the other, and backward through all of them.</summary>
internal abstract class RecurrentLayer(int[] inputShape, AttributeArguments attribute, int gates, int biasRows)
    : ReferenceLayer(attribute.Value("ReturnSequences", false) ? [inputShape[0], attribute.Value("units", 0)] : [attribute.Value("units", 0)])
{
    private readonly bool _returnsSequences = attribute.Value("ReturnSequences", false);

    /// <summary>Whether the outputs of masked steps are 0; else they are the states, which such steps leave as they are.</summary>
    public bool ZeroesMasked { get; init; }

    /// <summary>Whether the first step is the sequence's last.</summary>
    public bool GoesBackwards { get; init; } = attribute.Value("GoBackwards", false);

    public override bool AppliesActivation => true;

    public override bool HasHiddenNoise { get; } = attribute.Value("Dropout", 0.0) > 0 || attribute.Value("RecurrentDropout", 0.0) > 0;

    public override IReadOnlyList<ReferenceTensor> Weights { get; } = Tensors(attribute, inputShape[1], attribute.Value("units", 0), gates, biasRows);

    protected int Steps { get; } = inputShape[0];

    protected int Inputs { get; } = inputShape[1];

    protected int Units { get; } = attribute.Value("units", 0);

    protected int Columns => gates * Units;

    protected bool HasBias { get; } = attribute.Value("UseBias", true);

    protected Activation Activation { get; } = attribute.Activation("Activation", StaticNets.Activation.Tanh);

    protected Activation RecurrentActivation { get; } = attribute.Activation("RecurrentActivation", StaticNets.Activation.Sigmoid);

    /// <summary>Vectors that go from step to step; the first is the output.</summary>
    protected abstract int StateCount { get; }

    /// <summary>The states after a step.</summary>
    protected abstract double[][] Step(double[] x, double[][] states, RecurrentWeights w);

    /// <summary>The gradients of the states before a step from those of the states after it; adds to those of x and of the weights.</summary>
    protected abstract double[][] StepBackward(
        double[] x, double[][] states, double[][] dAfter, RecurrentWeights w, double[] dx, RecurrentWeights dw);

    /// <summary>The sequence, and masks whose values are not 0 where a step counts.</summary>
    public override double[] Forward(double[][] x, ReadOnlySpan<double> w)
    {
        double[][][] states = Run(x, new RecurrentWeights(Weights, w));
        double[] y = new double[OutputSize];
        for (int step = 0; step < Steps; step++)
        {
            if ((_returnsSequences || step == Steps - 1) && !IsZero(x, step))
            {
                states[step + 1][0].CopyTo(y, _returnsSequences ? step * Units : 0);
            }
        }

        return y;
    }

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        RecurrentWeights weights = new(Weights, w);
        RecurrentWeights gradients = new(Weights, dw);
        double[][][] states = Run(x, weights);
        double[][] dx = [.. x.Select(values => new double[values.Length])];
        double[][] dStates = Zeros();
        for (int step = Steps - 1; step >= 0; step--)
        {
            for (int unit = 0; unit < Units && (_returnsSequences || step == Steps - 1) && !IsZero(x, step); unit++)
            {
                dStates[0][unit] += dy[(_returnsSequences ? step * Units : 0) + unit];
            }

            if (!Counts(x, step))
            {
                continue;
            }

            double[] dInput = new double[Inputs];
            dStates = StepBackward(InputOf(x[0], step), states[step], dStates, weights, dInput, gradients);
            dInput.CopyTo(dx[0], Time(step) * Inputs);
        }

        gradients.CopyTo(dw);
        return dx;
    }

    /// <summary><c>x w + h u + b</c>.</summary>
    protected double[] Sums(double[] x, double[] h, RecurrentWeights w)
    {
        double[] z = w.OfInput(x, 0, Columns);
        double[] recurrent = w.OfState(h, 0, Columns);
        for (int k = 0; k < Columns; k++)
        {
            z[k] += recurrent[k] + w.BiasAt(k);
        }

        return z;
    }

    /// <summary>The gradient of h from that of these sums; adds to the other gradients.</summary>
    protected double[] Backward(double[] x, double[] h, double[] dz, RecurrentWeights w, double[] dx, RecurrentWeights dw)
    {
        double[] dh = new double[Units];
        w.AddToInput(dx, dz, 0);
        w.AddToState(dh, dz, 0);
        dw.AddInput(x, dz, 0);
        dw.AddState(h, dz, 0);
        dw.AddBias(dz, 0);
        return dh;
    }

    /// <summary>The states before each step, and after the last.</summary>
    private double[][][] Run(double[][] x, RecurrentWeights w)
    {
        double[][][] states = new double[Steps + 1][][];
        states[0] = Zeros();
        for (int step = 0; step < Steps; step++)
        {
            states[step + 1] = Counts(x, step) ? Step(InputOf(x[0], step), states[step], w) : states[step];
        }

        return states;
    }

    private bool Counts(double[][] x, int step) => x.Skip(1).All(mask => mask[Time(step)] != 0);

    private bool IsZero(double[][] x, int step) => ZeroesMasked && !Counts(x, step);

    private double[][] Zeros()
    {
        double[][] states = new double[StateCount][];
        for (int i = 0; i < StateCount; i++)
        {
            states[i] = new double[Units];
        }

        return states;
    }

    private int Time(int step) => GoesBackwards ? Steps - 1 - step : step;

    private double[] InputOf(double[] x, int step) => x[(Time(step) * Inputs)..((Time(step) + 1) * Inputs)];

    private static IReadOnlyList<ReferenceTensor> Tensors(AttributeArguments attribute, int inputs, int units, int gates, int biasRows)
    {
        int columns = gates * units;
        ReferenceTensor recurrent = new("recurrent_kernel", [units, columns], attribute.Value("RecurrentL1", 0.0), attribute.Value("RecurrentL2", 0.0));
        IReadOnlyList<ReferenceTensor> weighted = KernelAndBias.Read(attribute, [inputs, columns]);
        return weighted.Count == 1
            ? [weighted[0], recurrent.Read(attribute, "Recurrent")]
            : [weighted[0], recurrent.Read(attribute, "Recurrent"), weighted[1] with { Shape = biasRows == 1 ? [columns] : [biasRows, columns] }];
    }
}
