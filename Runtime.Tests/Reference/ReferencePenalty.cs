using System;

namespace StaticNets.Tests.Reference;

/// <summary><c>l1 sum |w| + l2 sum w^2</c> and its gradient <c>l1 sign(w) + 2 l2 w</c>, where the sign of 0 is 0. A proximal L1 is not in it, an orthogonal penalty is.</summary>
internal static class ReferencePenalty
{
    public static double Value(ReferenceTensor tensor, double[] parameters)
    {
        double sum = 0;
        foreach (double w in parameters.AsSpan(tensor.Offset, tensor.Length))
        {
            sum += (tensor.L1 * Math.Abs(w)) + (tensor.L2 * w * w);
        }

        return sum + (tensor.Orthogonal == 0 ? 0 : ReferenceOrthogonality.Value(tensor, parameters));
    }

    public static void AddGradient(ReferenceTensor tensor, double[] parameters, double scale, double[] dw)
    {
        for (int i = tensor.Offset; i < tensor.Offset + tensor.Length; i++)
        {
            dw[i] += scale * (((tensor.IsProximal ? 0 : tensor.L1) * Math.Sign(parameters[i])) + (2 * tensor.L2 * parameters[i]));
        }

        if (tensor.Orthogonal != 0)
        {
            ReferenceOrthogonality.AddGradient(tensor, parameters, scale, dw);
        }
    }
}
