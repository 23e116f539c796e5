using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>Kernel, recurrent kernel and bias of a recurrent layer, or their gradients; products with some of their columns.</summary>
internal sealed class RecurrentWeights(IReadOnlyList<ReferenceTensor> tensors, ReadOnlySpan<double> w)
{
    private readonly double[] _all = w.ToArray();
    private readonly int _columns = tensors[0].Shape[1];
    private readonly int _recurrent = tensors[0].Length;
    private readonly int _bias = tensors[0].Length + tensors[1].Length;
    private readonly bool _hasBias = tensors.Count > 2;

    public void CopyTo(Span<double> w) => _all.CopyTo(w);

    /// <summary><c>x w</c> in the columns from first on.</summary>
    public double[] OfInput(double[] x, int first, int count) => Product(0, x, first, count);

    /// <summary><c>h u</c> in the columns from first on.</summary>
    public double[] OfState(double[] h, int first, int count) => Product(_recurrent, h, first, count);

    /// <summary>A value of the bias, 0 without one.</summary>
    public double BiasAt(int index) => _hasBias ? _all[_bias + index] : 0;

    /// <summary>Adds <c>dz w^T</c> to dx.</summary>
    public void AddToInput(double[] dx, double[] dz, int first) => AddTransposed(0, dx, dz, first);

    /// <summary>Adds <c>dz u^T</c> to dh.</summary>
    public void AddToState(double[] dh, double[] dz, int first) => AddTransposed(_recurrent, dh, dz, first);

    /// <summary>Adds <c>x^T dz</c> to the kernel's gradient.</summary>
    public void AddInput(double[] x, double[] dz, int first) => AddOuter(0, x, dz, first);

    /// <summary>Adds <c>h^T dz</c> to the recurrent kernel's gradient.</summary>
    public void AddState(double[] h, double[] dz, int first) => AddOuter(_recurrent, h, dz, first);

    /// <summary>Adds dz to the bias' gradient.</summary>
    public void AddBias(double[] dz, int first)
    {
        for (int k = 0; k < dz.Length && _hasBias; k++)
        {
            _all[_bias + first + k] += dz[k];
        }
    }

    private double[] Product(int matrix, double[] x, int first, int count)
    {
        double[] y = new double[count];
        for (int k = 0; k < count; k++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                y[k] += x[i] * _all[matrix + (i * _columns) + first + k];
            }
        }

        return y;
    }

    private void AddTransposed(int matrix, double[] dx, double[] dz, int first)
    {
        for (int i = 0; i < dx.Length; i++)
        {
            for (int k = 0; k < dz.Length; k++)
            {
                dx[i] += dz[k] * _all[matrix + (i * _columns) + first + k];
            }
        }
    }

    private void AddOuter(int matrix, double[] x, double[] dz, int first)
    {
        for (int i = 0; i < x.Length; i++)
        {
            for (int k = 0; k < dz.Length; k++)
            {
                _all[matrix + (i * _columns) + first + k] += x[i] * dz[k];
            }
        }
    }
}
