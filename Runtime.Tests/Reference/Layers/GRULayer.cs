using System.Collections.Generic;
using System.Linq;
using StaticNets.Tests.Reference.Activations;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>
/// <c>h = z h' + (1 - z) a(g)</c> with <c>[z, r] = s(x w + h' u + b)</c> and <c>g = x w + b + r (h' u + b')</c>, or <c>g = x w + (r h') u + b</c>
/// where it resets before the product.
/// </summary>
internal sealed class GRULayer(int[] inputShape, AttributeArguments attribute)
    : RecurrentLayer(inputShape, attribute, 3, attribute.Value("ResetAfter", true) ? 2 : 1)
{
    private readonly bool _resetAfter = attribute.Value("ResetAfter", true);

    protected override int StateCount => 1;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) => new GRULayer(inputShapes[0], attribute);

    protected override double[][] Step(double[] x, double[][] states, RecurrentWeights w)
    {
        double[] h = states[0];
        (double[] gates, double[] candidate, _) = Sums(x, h, w, out _);
        double[] after = new double[Units];
        for (int unit = 0; unit < Units; unit++)
        {
            double z = ElementwiseFunction.Value(RecurrentActivation, gates[unit]);
            after[unit] = (z * h[unit]) + ((1 - z) * ElementwiseFunction.Value(Activation, candidate[unit]));
        }

        return [after];
    }

    protected override double[][] StepBackward(
        double[] x, double[][] states, double[][] dAfter, RecurrentWeights w, double[] dx, RecurrentWeights dw)
    {
        double[] h = states[0];
        (double[] gates, double[] candidate, double[] side) = Sums(x, h, w, out double[] reset);
        double[] dh = new double[Units];
        double[] dGates = new double[2 * Units];
        double[] dCandidate = new double[Units];
        for (int unit = 0; unit < Units; unit++)
        {
            double z = ElementwiseFunction.Value(RecurrentActivation, gates[unit]);
            double g = ElementwiseFunction.Value(Activation, candidate[unit]);
            dh[unit] = dAfter[0][unit] * z;
            dGates[unit] = dAfter[0][unit] * (h[unit] - g) * ElementwiseFunction.Derivative(RecurrentActivation, gates[unit]);
            dCandidate[unit] = dAfter[0][unit] * (1 - z) * ElementwiseFunction.Derivative(Activation, candidate[unit]);
        }

        double[] r = [.. gates.Skip(Units).Select(value => ElementwiseFunction.Value(RecurrentActivation, value))];
        double[] dSide = [.. dCandidate.Select((d, unit) => _resetAfter ? d * r[unit] : d)];
        double[] dProduct = new double[Units];
        w.AddToState(_resetAfter ? dh : dProduct, dSide, 2 * Units);
        for (int unit = 0; unit < Units; unit++)
        {
            double dr = _resetAfter ? dCandidate[unit] * side[unit] : dProduct[unit] * h[unit];
            dGates[Units + unit] = dr * ElementwiseFunction.Derivative(RecurrentActivation, gates[Units + unit]);
            dh[unit] += dProduct[unit] * r[unit];
        }

        w.AddToState(dh, dGates, 0);
        dw.AddState(h, dGates, 0);
        dw.AddState(_resetAfter ? h : reset, dSide, 2 * Units);
        double[] dInput = [.. dGates, .. dCandidate];
        w.AddToInput(dx, dInput, 0);
        dw.AddInput(x, dInput, 0);
        dw.AddBias(dInput, 0);
        if (_resetAfter)
        {
            dw.AddBias([.. dGates, .. dSide], Columns);
        }

        return [dh];
    }

    /// <summary>What z and r, and what the candidate is applied to; the state's side of that, and the state as it was multiplied.</summary>
    private (double[] Gates, double[] Candidate, double[] Side) Sums(double[] x, double[] h, RecurrentWeights w, out double[] multiplied)
    {
        double[] gates = w.OfInput(x, 0, 2 * Units);
        double[] recurrent = w.OfState(h, 0, 2 * Units);
        for (int k = 0; k < gates.Length; k++)
        {
            gates[k] += recurrent[k] + w.BiasAt(k) + (_resetAfter ? w.BiasAt(Columns + k) : 0);
        }

        double[] r = [.. gates.Skip(Units).Select(value => ElementwiseFunction.Value(RecurrentActivation, value))];
        multiplied = _resetAfter ? h : [.. h.Select((value, unit) => value * r[unit])];
        double[] side = w.OfState(multiplied, 2 * Units, Units);
        double[] candidate = w.OfInput(x, 2 * Units, Units);
        for (int unit = 0; unit < Units; unit++)
        {
            side[unit] += _resetAfter ? w.BiasAt(Columns + (2 * Units) + unit) : 0;
            candidate[unit] += w.BiasAt((2 * Units) + unit) + (_resetAfter ? r[unit] * side[unit] : side[unit]);
        }

        return (gates, candidate, side);
    }
}
