using System;
using System.Collections.Generic;

namespace StaticNets.Execution;

/// <summary>
/// Keras' OrthogonalRegularizer: <c>factor * mean |u_i u_j|</c> over all pairs i &lt; j of a matrix' rows or columns, scaled to norm 1.
/// Each row has one owner, who compares it with all others in their order: the same bits with any number of threads.
/// </summary>
internal sealed class OrthogonalPenalty
{
    private readonly UnitRows[] _matrices;
    private readonly Part[] _parts;
    private readonly AlignedBuffer[] _signs;

    public OrthogonalPenalty(IReadOnlyList<TensorInfo> tensors, int workers)
    {
        List<UnitRows> matrices = [];
        List<Part> parts = [];
        int largest = 0;
        foreach (TensorInfo tensor in tensors)
        {
            if (tensor is { IsTrainable: true, Orthogonality: { } orthogonality })
            {
                UnitRows matrix = new(tensor, orthogonality);
                for (int row = 0; row < matrix.Count; row += UnitRows.Together)
                {
                    parts.Add(new Part(matrix, row));
                }

                matrices.Add(matrix);
                largest = Math.Max(largest, matrix.PaddedCount);
            }
        }

        _matrices = [.. matrices];
        _parts = [.. parts];
        _signs = new AlignedBuffer[IsEmpty ? 0 : workers];
        for (int worker = 0; worker < _signs.Length; worker++)
        {
            _signs[worker] = new AlignedBuffer((long)largest * RowProducts.Rows);
        }
    }

    public bool IsEmpty => _parts.Length == 0;

    /// <summary>The sum over all matrices, once <see cref="Compute"/> is through.</summary>
    public double Total
    {
        get
        {
            double total = 0;
            foreach (UnitRows matrix in _matrices)
            {
                total += matrix.Penalty;
            }

            return total;
        }
    }

    /// <summary>Scales rows to norm 1: one worker's share.</summary>
    public void Normalize(ReadOnlySpan<float> parameters, int worker, int workers)
    {
        foreach (Part part in Share(worker, workers))
        {
            part.Matrix.Normalize(parameters, part.Row);
        }
    }

    /// <summary>The gradients of rows: one worker's share.</summary>
    public void Compute(int worker, int workers)
    {
        foreach (Part part in Share(worker, workers))
        {
            part.Matrix.Compute(part.Row, ref _signs[worker].Reference);
        }
    }

    /// <summary>Adds them to those of the weights, times the scale: one worker's share.</summary>
    public void AddGradients(Span<float> gradients, float scale, int worker, int workers)
    {
        foreach (Part part in Share(worker, workers))
        {
            part.Matrix.AddGradients(gradients, part.Row, scale);
        }
    }

    private ReadOnlySpan<Part> Share(int worker, int workers)
    {
        (int first, int last) = WorkShare.Of(_parts.Length, worker, workers);
        return _parts.AsSpan(first, last - first);
    }

    private readonly record struct Part(UnitRows Matrix, int Row);
}
