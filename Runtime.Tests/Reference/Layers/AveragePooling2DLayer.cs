using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The mean of each window; padding does not count.</summary>
internal sealed class AveragePooling2DLayer(WindowAxis rows, WindowAxis columns, int[] outputShape) : Pooling2DLayer(rows, columns, outputShape)
{
    public static ReferenceLayer Read1D(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        WindowAxis steps = ReadSteps(attribute, inputShapes[0], defaultSize: 0);
        return new AveragePooling2DLayer(OneRow, steps, [steps.Output, inputShapes[0][1]]);
    }

    public static ReferenceLayer Read2D(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        (WindowAxis rows, WindowAxis columns) = ReadWindow(attribute, inputShapes[0], defaultSize: 0);
        return new AveragePooling2DLayer(rows, columns, [rows.Output, columns.Output, inputShapes[0][2]]);
    }

    protected override double Pool(double[] x, List<int> window) => window.Sum(i => x[i]) / window.Count;

    protected override void Spread(double[] x, List<int> window, double dy, double[] dx)
    {
        foreach (int i in window)
        {
            dx[i] += dy / window.Count;
        }
    }
}
