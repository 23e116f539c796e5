using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Normalizations;

/// <summary><c>y = x / sqrt(max(sum x^2, 1e-24))</c> over the last axes of each sample.</summary>
internal sealed class UnitNormalizationLayer(LastAxes axes, double epsilon = 1e-24)
    : RowNormalizationLayer(axes, RowStatistic.SquareSum, epsilon)
{
    public override string Kind => "UnitNormalization";

    protected override int Scale => -1;

    protected override int Center => -1;

    public static Layer Read(ArgumentReader arguments) => new UnitNormalizationLayer(LastAxes.Read(arguments));
}
