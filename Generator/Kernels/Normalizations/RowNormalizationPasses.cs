using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// Emits the normalization of rows by their own statistics: two passes over a row in the cache, the mean and then the squared deviations,
/// and a third that stores. The backward pass reads each row's mean and inverse deviation.
/// </summary>
internal sealed class RowNormalizationPasses(Flavour widest, int size, RowStatistic statistic, double epsilon, bool scales, bool centers)
{
    private readonly Flavour _flavour = widest.Fit(size);

    private bool HasMean => statistic == RowStatistic.Variance;

    private double Share => statistic == RowStatistic.SquareSum ? 1 : 1.0 / size;

    /// <summary>The largest inverse: that of a row whose squares add up to epsilon or less.</summary>
    private string LargestInverse => Literal.Float(1 / System.Math.Sqrt(epsilon));

    public string ForwardFormula => "y = " + (scales ? "gamma " : "") + statistic switch
    {
        RowStatistic.Variance => $"(x - mean) / sqrt(variance + {Literal.Float(epsilon)})",
        RowStatistic.MeanSquare => $"x / sqrt(mean of x^2 + {Literal.Float(epsilon)})",
        _ => $"x / sqrt(max(sum of x^2, {Literal.Float(epsilon)}))",
    } + (centers ? " + beta" : "") + $" over rows of {Literal.Int(size)}";

    public string BackwardFormula(bool accumulates)
    {
        string mean = statistic == RowStatistic.SquareSum ? "sum" : "mean";
        return $"dx {(accumulates ? "+" : "")}= inverse (g{(HasMean ? " - mean of g" : "")} - xh {mean} of g xh) "
            + $"over rows of {Literal.Int(size)}, "
            + $"where {(HasMean ? "xh = (x - mean) inverse" : "xh = x inverse")} and {(scales ? "g = dy gamma" : "g = dy")}";
    }

    public void WriteForward(SourceWriter writer, bool keepsStatistics)
    {
        using (writer.Each("m", ("x", size), ("y", size)))
        {
            if (HasMean)
            {
                WriteSum(writer, "sums", (offset, lanes) => $"sums + {Whole(_flavour.Load("xm", offset), lanes)}");
                writer.Line($"float mean = {Sum("sums")} * {Literal.Float(1.0 / size)};");
            }

            WriteSum(writer, "squares", (offset, lanes) =>
            {
                writer.Line($"{_flavour.Type} d = {Whole(Deviation(offset), lanes)};");
                return _flavour.MultiplyAdd("d", "d", "squares");
            });
            writer.Line($"float inverse = 1f / MathF.Sqrt({UnderRoot(Sum("squares"))});");
            if (keepsStatistics)
            {
                if (HasMean)
                {
                    writer.Line("Unsafe.Add(ref means, m) = mean;");
                }

                writer.Line("Unsafe.Add(ref inverses, m) = inverse;");
            }

            RowLoop.Write(writer, _flavour, size, (offset, lanes) =>
            {
                string factor = _flavour.Broadcast("inverse") + (scales ? " * " + _flavour.Load("gamma", offset) : "");
                writer.Line($"{_flavour.Type} r = {factor};");
                writer.Line($"{_flavour.Type} d = {Deviation(offset)};");
                string result = centers ? _flavour.MultiplyAdd("d", "r", _flavour.Load("beta", offset)) : "d * r";
                writer.Line($"{_flavour.Type} result = {result};");
                VectorStore.WriteAt(writer, _flavour, "result", "ym", offset, lanes);
            });
        }
    }

    public void WriteBackward(SourceWriter writer, bool accumulates)
    {
        using (writer.Each("m", ("x", size), ("dy", size), ("dx", size)))
        {
            if (HasMean)
            {
                writer.Line("float mean = Unsafe.Add(ref means, m);");
            }

            writer.Line("float inverse = Unsafe.Add(ref inverses, m);");
            if (HasMean)
            {
                writer.Line($"{_flavour.Type} sums = {_flavour.Zero};");
            }

            writer.Line($"{_flavour.Type} products = {_flavour.Zero};");
            RowLoop.WriteSums(writer, _flavour, size, HasMean ? ["sums", "products"] : ["products"], (offset, lanes) =>
            {
                DeclareTerms(writer, offset, lanes);
                if (HasMean)
                {
                    writer.Line("sums += g;");
                }

                writer.Line($"products = {_flavour.MultiplyAdd("g", "xh", "products")};");
            });
            if (HasMean)
            {
                writer.Line($"float meanOfG = {Sum("sums")} * {Literal.Float(Share)};");
            }

            writer.Line($"float share = {Sum("products")}{(Share == 1 ? "" : " * " + Literal.Float(Share))};");
            if (statistic == RowStatistic.SquareSum)
            {
                writer.Line($"share = inverse < {LargestInverse} ? share : 0f; // below it the divisor is constant");
            }

            RowLoop.Write(writer, _flavour, size, (offset, lanes) =>
            {
                DeclareTerms(writer, offset, _flavour.Lanes);
                string difference = $"g{(HasMean ? " - " + _flavour.Broadcast("meanOfG") : "")} - (xh * {_flavour.Broadcast("share")})";
                string inverse = _flavour.Broadcast("inverse");
                string result = accumulates
                    ? _flavour.MultiplyAdd($"({difference})", inverse, _flavour.Load("dxm", offset))
                    : $"({difference}) * {inverse}";
                writer.Line($"{_flavour.Type} result = {result};");
                VectorStore.WriteAt(writer, _flavour, "result", "dxm", offset, lanes);
            });
        }
    }

    private void WriteSum(SourceWriter writer, string name, System.Func<string, int, string> next)
    {
        writer.Line($"{_flavour.Type} {name} = {_flavour.Zero};");
        RowLoop.WriteSums(writer, _flavour, size, [name], (offset, lanes) => writer.Line($"{name} = {next(offset, lanes)};"));
    }

    private void DeclareTerms(SourceWriter writer, string offset, int lanes)
    {
        string g = _flavour.Load("dym", offset) + (scales ? " * " + _flavour.Load("gamma", offset) : "");
        string deviation = HasMean ? $"({Deviation(offset)})" : Deviation(offset);
        writer.Line($"{_flavour.Type} g = {Whole(g, lanes)};");
        writer.Line($"{_flavour.Type} xh = {Whole($"{deviation} * {_flavour.Broadcast("inverse")}", lanes)};");
    }

    private string Deviation(string offset) => _flavour.Load("xm", offset) + (HasMean ? " - " + _flavour.Broadcast("mean") : "");

    /// <summary>A vector whose dead lanes are 0.</summary>
    private string Whole(string vector, int lanes) => RowLoop.Masked(_flavour, vector, lanes, _flavour.Zero);

    private string Sum(string vector) => $"{_flavour.Class}.Sum({vector})";

    private string UnderRoot(string sum) => statistic == RowStatistic.SquareSum
        ? $"Math.Max({sum}, {Literal.Float(epsilon)})"
        : $"({sum} * {Literal.Float(Share)}) + {Literal.Float(epsilon)}";
}
