using System.Collections.Generic;
using StaticNets.Tests.Reference.Activations;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>h = activation(x w + h' u + b)</c>.</summary>
internal sealed class SimpleRNNLayer(int[] inputShape, AttributeArguments attribute) : RecurrentLayer(inputShape, attribute, 1, 1)
{
    protected override int StateCount => 1;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) => new SimpleRNNLayer(inputShapes[0], attribute);

    protected override double[][] Step(double[] x, double[][] states, RecurrentWeights w)
    {
        double[] h = Sums(x, states[0], w);
        for (int unit = 0; unit < Units; unit++)
        {
            h[unit] = ElementwiseFunction.Value(Activation, h[unit]);
        }

        return [h];
    }

    protected override double[][] StepBackward(
        double[] x, double[][] states, double[][] dAfter, RecurrentWeights w, double[] dx, RecurrentWeights dw)
    {
        double[] z = Sums(x, states[0], w);
        double[] dz = new double[Units];
        for (int unit = 0; unit < Units; unit++)
        {
            dz[unit] = dAfter[0][unit] * ElementwiseFunction.Derivative(Activation, z[unit]);
        }

        return [Backward(x, states[0], dz, w, dx, dw)];
    }
}
