using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>Its inputs side by side along one axis: for each index of the axes before it, the inputs' runs follow each other.</summary>
internal sealed class ConcatenateLayer(int[] outputShape, int axis) : ReferenceLayer(outputShape)
{
    private readonly int _runs = Shapes.Size(outputShape[..axis]);

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] shape = [.. inputShapes[0]];
        int written = attribute.Value("Axis", -1);
        int axis = written < 0 ? shape.Length + written : written - 1;
        shape[axis] = inputShapes.Sum(input => input[axis]);
        foreach (int[] input in inputShapes)
        {
            if (input.Length != shape.Length || input.Where((size, i) => i != axis && size != shape[i]).Any())
            {
                throw new ArgumentException("Concatenate needs shapes that differ in its axis only.", nameof(inputShapes));
            }
        }

        return new ConcatenateLayer(shape, axis);
    }

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w)
    {
        List<double> y = [];
        for (int run = 0; run < _runs; run++)
        {
            foreach (double[] input in x)
            {
                int length = input.Length / _runs;
                y.AddRange(input.AsSpan(run * length, length));
            }
        }

        return [.. y];
    }

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[][] dx = [.. x.Select(input => new double[input.Length])];
        int place = 0;
        for (int run = 0; run < _runs; run++)
        {
            foreach (double[] input in dx)
            {
                int length = input.Length / _runs;
                dy.AsSpan(place, length).CopyTo(input.AsSpan(run * length));
                place += length;
            }
        }

        return dx;
    }
}
