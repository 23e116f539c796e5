using System;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace StaticNets.Execution;

/// <summary>
/// The rows, or columns, of a matrix w scaled to norm 1, and the gradient of the mean <c>|u_i u_j|</c> over their pairs. With
/// <c>v_i = sum over j of sign(u_i u_j) u_j</c> it is <c>(v_i - (u_i v_i) u_i) / |w_i|</c> times the factor over the number of pairs, and
/// <c>u_i v_i = sum over j of |u_i u_j|</c>.
/// </summary>
internal sealed class UnitRows
{
    /// <summary>Rows that one worker takes at once: as columns they fill cache lines.</summary>
    public const int Together = 16;

    // Two of the widest vectors: rows are filled up with zeros, so that nothing has a remainder.
    private const int PitchMultiple = 32;

    /// <summary>What Keras takes for the inverse of smaller norms.</summary>
    private const float LargestInverse = 1e7f;

    private readonly int _offset;
    private readonly int _length;
    private readonly int _pitch;
    private readonly bool _isColumns;
    private readonly double _share;
    private readonly AlignedBuffer _units;
    private readonly AlignedBuffer _gradients;
    private readonly float[] _inverses;
    private readonly double[] _magnitudes;

    public UnitRows(TensorInfo tensor, WeightOrthogonality orthogonality)
    {
        _offset = tensor.Offset;
        _isColumns = orthogonality.Mode == OrthogonalMode.Columns;
        Count = tensor.Shape[_isColumns ? 1 : 0];
        _length = tensor.Length / Count;
        _pitch = (_length + PitchMultiple - 1) / PitchMultiple * PitchMultiple;
        PaddedCount = (Count + RowProducts.Rows - 1) / RowProducts.Rows * RowProducts.Rows;
        _share = orthogonality.Factor / (0.5 * Count * (Count - 1));
        _units = new AlignedBuffer((long)PaddedCount * _pitch);
        _gradients = new AlignedBuffer((long)PaddedCount * _pitch);
        _inverses = new float[PaddedCount];
        _magnitudes = new double[PaddedCount];
    }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The same with rows of zeros, up to a multiple of those that are compared at once.</summary>
    public int PaddedCount { get; }

    /// <summary>The factor times the mean: each pair stands in the sums of both its rows.</summary>
    public double Penalty
    {
        get
        {
            double sum = 0;
            foreach (double magnitude in _magnitudes)
            {
                sum += magnitude;
            }

            return 0.5 * _share * sum;
        }
    }

    /// <summary>Reads and scales some rows from <paramref name="first"/> on.</summary>
    public void Normalize(ReadOnlySpan<float> parameters, int first)
    {
        ReadOnlySpan<float> w = parameters.Slice(_offset, Count * _length);
        for (int row = first; row < Math.Min(first + Together, Count); row++)
        {
            Span<float> unit = Row(_units, row);
            if (_isColumns)
            {
                for (int k = 0; k < unit.Length; k++)
                {
                    unit[k] = w[(k * Count) + row];
                }
            }
            else
            {
                w.Slice(row * _length, _length).CopyTo(unit);
            }

            _inverses[row] = (float)Math.Min(1 / Math.Sqrt(SpanSums.OfSquares(unit)), LargestInverse);
            TensorPrimitives.Multiply(unit, _inverses[row], unit);
        }
    }

    /// <summary>Compares some rows with all and computes their gradients.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="signs">Memory for as many values as <see cref="RowProducts"/> compares rows with.</param>
    public void Compute(int first, ref float signs)
    {
        Span<float> factors = stackalloc float[RowProducts.Rows];
        Span<float> projections = stackalloc float[RowProducts.Rows];
        for (int row = first; row < Math.Min(first + Together, PaddedCount); row += RowProducts.Rows)
        {
            RowProducts.Compute(ref _units.Reference, _pitch, PaddedCount, row, ref signs);
            Span<double> magnitudes = _magnitudes.AsSpan(row, RowProducts.Rows);
            TakeSigns(ref signs, row, magnitudes);
            for (int r = 0; r < RowProducts.Rows; r++)
            {
                // Where the norm counts as a constant, the gradient is that of u w.
                factors[r] = (float)(_share * _inverses[row + r]);
                projections[r] = _inverses[row + r] < LargestInverse ? (float)magnitudes[r] : 0;
            }

            RowProducts.Combine(ref _units.Reference, _pitch, PaddedCount, row, ref signs, factors, projections, ref _gradients.Reference);
        }
    }

    /// <summary>Adds the gradients of some rows.</summary>
    public void AddGradients(Span<float> gradients, int first, float scale)
    {
        Span<float> dw = gradients.Slice(_offset, Count * _length);
        for (int row = first; row < Math.Min(first + Together, Count); row++)
        {
            ReadOnlySpan<float> gradient = Row(_gradients, row);
            if (_isColumns)
            {
                for (int k = 0; k < gradient.Length; k++)
                {
                    dw[(k * Count) + row] += scale * gradient[k];
                }
            }
            else
            {
                Span<float> sum = dw.Slice(row * _length, _length);
                TensorPrimitives.MultiplyAdd(gradient, scale, sum, sum);
            }
        }
    }

    /// <summary>Turns products into their signs and adds up their magnitudes. A row is not compared with itself.</summary>
    private void TakeSigns(ref float products, int row, Span<double> magnitudes)
    {
        magnitudes.Clear();
        for (int j = 0; j < PaddedCount; j++)
        {
            for (int r = 0; r < RowProducts.Rows; r++)
            {
                ref float product = ref Unsafe.Add(ref products, (nint)(j * RowProducts.Rows) + r);
                float value = j == row + r ? 0 : product;
                magnitudes[r] += Math.Abs(value);
                product = value > 0 ? 1 : value < 0 ? -1 : value;
            }
        }
    }

    private Span<float> Row(AlignedBuffer rows, int row) => rows.Span.Slice(row * _pitch, _length);
}
