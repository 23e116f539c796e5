using System;
using System.Collections.Generic;
using System.Numerics.Tensors;

namespace StaticNets.Execution;

/// <summary>
/// Brings constrained weights back after an update, with Keras' formulas. A norm is summed by one worker in the tensor's order, in double,
/// so that the bits are the same with any number of threads.
/// </summary>
internal sealed class ConstraintPass
{
    /// <summary>What Keras adds to a norm before it divides by it.</summary>
    private const double Epsilon = 1e-7;

    // The units whose sums are held at once: where they are columns, a row's share of them is one cache line.
    private const int UnitsAtOnce = 16;

    private readonly Part[] _parts;

    public ConstraintPass(IReadOnlyList<TensorInfo> tensors)
    {
        List<Part> parts = [];
        foreach (TensorInfo tensor in tensors)
        {
            if (tensor is { IsTrainable: true, Constraint: { } constraint })
            {
                for (int unit = 0; unit < constraint.Units; unit += UnitsAtOnce)
                {
                    parts.Add(new Part(tensor, constraint, unit, Math.Min(UnitsAtOnce, constraint.Units - unit)));
                }
            }
        }

        _parts = [.. parts];
    }

    public bool IsEmpty => _parts.Length == 0;

    /// <summary>One worker's share.</summary>
    public void Apply(Span<float> parameters, int worker, int workers)
    {
        (int first, int last) = WorkShare.Of(_parts.Length, worker, workers);
        for (int i = first; i < last; i++)
        {
            Apply(_parts[i], parameters.Slice(_parts[i].Tensor.Offset, _parts[i].Tensor.Length));
        }
    }

    // w: (outer, units, inner).
    private static void Apply(Part part, Span<float> w)
    {
        WeightConstraint constraint = part.Constraint;
        int width = part.Count * constraint.Inner;
        int stride = constraint.Units * constraint.Inner;
        int first = part.Unit * constraint.Inner;
        if (constraint.Kind == Constraint.NonNeg)
        {
            for (int row = first; row < w.Length; row += stride)
            {
                Span<float> values = w.Slice(row, width);
                TensorPrimitives.Max(values, 0f, values);
            }

            return;
        }

        Span<double> squares = stackalloc double[UnitsAtOnce];
        squares.Clear();
        for (int row = first; row < w.Length; row += stride)
        {
            AddSquares(squares, w.Slice(row, width), constraint.Inner);
        }

        Span<float> scales = stackalloc float[UnitsAtOnce];
        for (int unit = 0; unit < part.Count; unit++)
        {
            scales[unit] = Scale(constraint, Math.Sqrt(squares[unit]));
        }

        for (int row = first; row < w.Length; row += stride)
        {
            Multiply(w.Slice(row, width), scales[..part.Count], constraint.Inner);
        }
    }

    private static void AddSquares(Span<double> squares, ReadOnlySpan<float> w, int inner)
    {
        if (inner > 1)
        {
            for (int unit = 0; unit * inner < w.Length; unit++)
            {
                squares[unit] += SpanSums.OfSquares(w.Slice(unit * inner, inner));
            }
        }
        else
        {
            // Squares of floats are exact in double.
            Span<double> row = stackalloc double[UnitsAtOnce];
            TensorPrimitives.ConvertTruncating(w, row);
            TensorPrimitives.MultiplyAdd(row[..w.Length], row[..w.Length], squares[..w.Length], squares);
        }
    }

    private static void Multiply(Span<float> w, ReadOnlySpan<float> scales, int inner)
    {
        if (inner == 1)
        {
            TensorPrimitives.Multiply(w, scales, w);
            return;
        }

        for (int unit = 0; unit < scales.Length; unit++)
        {
            Span<float> values = w.Slice(unit * inner, inner);
            TensorPrimitives.Multiply(values, scales[unit], values);
        }
    }

    private static float Scale(WeightConstraint constraint, double norm)
    {
        double wanted = constraint.Kind switch
        {
            Constraint.MaxNorm => Math.Min(norm, constraint.Max),
            Constraint.UnitNorm => 1,
            _ => (constraint.Rate * Math.Clamp(norm, constraint.Min, constraint.Max)) + ((1 - (double)constraint.Rate) * norm),
        };
        return (float)(wanted / (Epsilon + norm));
    }

    private sealed record Part(TensorInfo Tensor, WeightConstraint Constraint, int Unit, int Count);
}
