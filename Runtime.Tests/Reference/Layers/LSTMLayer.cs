using System.Collections.Generic;
using StaticNets.Tests.Reference.Activations;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>With [i, f, g, o] = x w + h' u + b: <c>c = s(f) c' + s(i) a(g)</c>, <c>h = s(o) a(c)</c>.</summary>
internal sealed class LSTMLayer(int[] inputShape, AttributeArguments attribute) : RecurrentLayer(inputShape, attribute, 4, 1)
{
    protected override int StateCount => 2;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) => new LSTMLayer(inputShapes[0], attribute);

    protected override double[][] Step(double[] x, double[][] states, RecurrentWeights w)
    {
        double[] z = Sums(x, states[0], w);
        double[] h = new double[Units];
        double[] c = new double[Units];
        for (int unit = 0; unit < Units; unit++)
        {
            c[unit] = Cell(z, states[1], unit);
            h[unit] = Gate(z, 3, unit) * ElementwiseFunction.Value(Activation, c[unit]);
        }

        return [h, c];
    }

    protected override double[][] StepBackward(
        double[] x, double[][] states, double[][] dAfter, RecurrentWeights w, double[] dx, RecurrentWeights dw)
    {
        double[] z = Sums(x, states[0], w);
        double[] dz = new double[4 * Units];
        double[] dc = new double[Units];
        for (int unit = 0; unit < Units; unit++)
        {
            double c = Cell(z, states[1], unit);
            double dh = dAfter[0][unit];
            double d = dAfter[1][unit] + (dh * Gate(z, 3, unit) * ElementwiseFunction.Derivative(Activation, c));
            double g = z[(2 * Units) + unit];
            dz[unit] = d * ElementwiseFunction.Value(Activation, g) * GateDerivative(z, 0, unit);
            dz[Units + unit] = d * states[1][unit] * GateDerivative(z, 1, unit);
            dz[(2 * Units) + unit] = d * Gate(z, 0, unit) * ElementwiseFunction.Derivative(Activation, g);
            dz[(3 * Units) + unit] = dh * ElementwiseFunction.Value(Activation, c) * GateDerivative(z, 3, unit);
            dc[unit] = d * Gate(z, 1, unit);
        }

        return [Backward(x, states[0], dz, w, dx, dw), dc];
    }

    private double Cell(double[] z, double[] before, int unit) =>
        (Gate(z, 1, unit) * before[unit]) + (Gate(z, 0, unit) * ElementwiseFunction.Value(Activation, z[(2 * Units) + unit]));

    private double Gate(double[] z, int gate, int unit) => ElementwiseFunction.Value(RecurrentActivation, z[(gate * Units) + unit]);

    private double GateDerivative(double[] z, int gate, int unit) => ElementwiseFunction.Derivative(RecurrentActivation, z[(gate * Units) + unit]);
}
