using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>A recurrent layer forward, and another backward whose states are brought back into the sequence's order; then both as one.</summary>
internal sealed class BidirectionalLayer(RecurrentLayer forward, RecurrentLayer backward, string name, MergeMode mode)
    : ReferenceLayer(mode == MergeMode.Concat ? [.. forward.OutputShape[..^1], 2 * forward.OutputShape[^1]] : forward.OutputShape)
{
    private readonly int _units = forward.OutputShape[^1];
    private readonly int _weights = forward.Weights.Sum(tensor => tensor.Length);

    public override bool AppliesActivation => true;

    public override bool HasHiddenNoise => forward.HasHiddenNoise;

    public override IReadOnlyList<ReferenceTensor> Weights { get; } =
    [
        .. forward.Weights.Select(tensor => tensor with { Name = $"forward_{name}/{tensor.Name}" }),
        .. backward.Weights.Select(tensor => tensor with { Name = $"backward_{name}/{tensor.Name}" }),
    ];

    public static ReferenceLayer Read(AttributeArguments wrapper, AttributeArguments inner, string name, int[] inputShape)
    {
        bool goesBackwards = inner.Value("GoBackwards", false);
        return new BidirectionalLayer(
            LayerCatalogue.ReadRecurrent(inner, inputShape, goesBackwards, inner.Value("ReturnSequences", false)),
            LayerCatalogue.ReadRecurrent(inner, inputShape, !goesBackwards, inner.Value("ReturnSequences", false)),
            name,
            wrapper.Value("MergeMode", MergeMode.Concat));
    }

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w)
    {
        (double[] a, double[] b) = Directions(x, w);
        if (mode == MergeMode.Concat)
        {
            return [.. Enumerable.Range(0, a.Length / _units).SelectMany(row => Row(a, row).Concat(Row(b, row)))];
        }

        return [.. a.Zip(b, (p, q) => mode switch { MergeMode.Sum => p + q, MergeMode.Mul => p * q, _ => (p + q) / 2 })];
    }

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        (double[] a, double[] b) = Directions(x, w);
        double[] da = new double[a.Length];
        double[] db = new double[b.Length];
        for (int i = 0; i < a.Length; i++)
        {
            int row = i / _units * 2 * _units;
            da[i] = mode switch { MergeMode.Concat => dy[row + (i % _units)], MergeMode.Sum => dy[i], MergeMode.Mul => dy[i] * b[i], _ => dy[i] / 2 };
            db[i] = mode switch { MergeMode.Concat => dy[row + _units + (i % _units)], MergeMode.Sum => dy[i], MergeMode.Mul => dy[i] * a[i], _ => dy[i] / 2 };
        }

        double[][] dx = forward.Backward(x, a, da, w[.._weights], dw[.._weights]);
        double[][] dxBackward = backward.Backward(x, Flip(b), Flip(db), w[_weights..], dw[_weights..]);
        return [.. dx.Zip(dxBackward, (p, q) => p.Zip(q, (left, right) => left + right).ToArray())];
    }

    private (double[] A, double[] B) Directions(double[][] x, ReadOnlySpan<double> w) =>
        (forward.Forward(x, w[.._weights]), Flip(backward.Forward(x, w[_weights..])));

    private double[] Flip(double[] y) => [.. Enumerable.Range(0, y.Length / _units).Reverse().SelectMany(row => Row(y, row))];

    private double[] Row(double[] y, int row) => y[(row * _units)..((row + 1) * _units)];
}
