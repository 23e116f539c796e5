using System;
using System.Linq;

namespace StaticNets.Tests.Reference;

/// <summary>
/// <c>factor / 2 * sum over i != j of |u_i u_j| / (n (n - 1) / 2)</c>, where u_i are the rows, or columns, of a matrix over their norms; and its gradient.
/// </summary>
internal static class ReferenceOrthogonality
{
    public static double Value(ReferenceTensor tensor, double[] parameters)
    {
        double[][] rows = Rows(tensor, parameters);
        double sum = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows.Length; j++)
            {
                sum += i == j ? 0 : Math.Abs(Cosine(rows[i], rows[j]));
            }
        }

        return 0.5 * Share(tensor, rows.Length) * sum;
    }

    /// <summary>The derivative of <c>cos = a b / (|a| |b|)</c> by a is <c>b / (|a| |b|) - cos a / |a|^2</c>.</summary>
    public static void AddGradient(ReferenceTensor tensor, double[] parameters, double scale, double[] dw)
    {
        double[][] rows = Rows(tensor, parameters);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows.Length; j++)
            {
                double cosine = i == j ? 0 : Cosine(rows[i], rows[j]);
                (double norm, double other) = (Norm(rows[i]), Norm(rows[j]));
                double factor = scale * Share(tensor, rows.Length) * Math.Sign(cosine);
                for (int k = 0; k < rows[i].Length; k++)
                {
                    double slope = (rows[j][k] / (norm * other)) - (cosine * rows[i][k] / (norm * norm));
                    dw[Place(tensor, i, k)] += factor * slope;
                }
            }
        }
    }

    private static double Share(ReferenceTensor tensor, int rows) => tensor.Orthogonal / (rows * (rows - 1) / 2.0);

    private static double[][] Rows(ReferenceTensor tensor, double[] parameters) =>
        [.. Enumerable.Range(0, tensor.Shape[tensor.ComparesColumns ? 1 : 0]).Select(i =>
            Enumerable.Range(0, tensor.Shape[tensor.ComparesColumns ? 0 : 1]).Select(k => parameters[Place(tensor, i, k)]).ToArray())];

    private static int Place(ReferenceTensor tensor, int i, int k) =>
        tensor.Offset + (tensor.ComparesColumns ? (k * tensor.Shape[1]) + i : (i * tensor.Shape[1]) + k);

    private static double Cosine(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum() / (Norm(a) * Norm(b));

    private static double Norm(double[] a) => Math.Sqrt(a.Sum(x => x * x));
}
