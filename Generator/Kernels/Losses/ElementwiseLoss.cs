using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>A loss that is the mean, or the sum, over the last axis of something computed from each value alone.</summary>
internal abstract class ElementwiseLoss : LossFormula
{
    /// <summary>Whether values are averaged over the last axis; else they are added up.</summary>
    protected virtual bool IsMean => true;

    public sealed override void WriteRow(SourceWriter writer, LossRow row)
    {
        Flavour flavour = row.Flavour;
        string mean = IsMean ? Literal.Factor(1.0 / row.Classes) : "";
        writer.Line($"{flavour.Type} sums = {flavour.Zero};");
        if (row.WithGradient)
        {
            writer.Line($"{flavour.Type} factors = {flavour.Broadcast("scale" + mean)};");
        }

        RowLoop.WriteSums(writer, flavour, row.Classes, ["sums"], (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} zv = {flavour.Load("zr", offset)};");
            writer.Line($"{flavour.Type} tv = {Target(flavour, flavour.Load("tr", offset))};");
            writer.Line($"{flavour.Type} yv = {Output(flavour, row.IsFused)};");
            WriteTerms(writer, flavour, row.IsFused);
            writer.Line($"{flavour.Type} value = {Value(flavour, row.IsFused)};");
            writer.Line($"sums += {RowLoop.Masked(flavour, "value", lanes, flavour.Zero)};");
            VectorStore.WriteAt(writer, flavour, "yv", "yr", offset, lanes);
            if (row.WithGradient)
            {
                writer.Line($"{flavour.Type} dzv = ({Gradient(flavour, row.IsFused)}) * factors;");
                VectorStore.WriteAt(writer, flavour, "dzv", "dzr", offset, lanes);
            }
        });
        writer.Line($"loss += {flavour.Class}.Sum(sums){mean};");
    }

    /// <summary>What the loss makes of a vector of targets.</summary>
    protected virtual string Target(Flavour flavour, string t) => t;

    /// <summary>The output from <c>zv</c>.</summary>
    protected virtual string Output(Flavour flavour, bool isFused) => "zv";

    /// <summary>Declares what both value and gradient read, from <c>zv</c>, <c>yv</c> and <c>tv</c>.</summary>
    protected virtual void WriteTerms(SourceWriter writer, Flavour flavour, bool isFused)
    {
    }

    /// <summary>The loss from <c>zv</c>, <c>yv</c>, <c>tv</c> and the terms.</summary>
    protected abstract string Value(Flavour flavour, bool isFused);

    /// <summary>Its derivative by z from <c>zv</c>, <c>yv</c>, <c>tv</c> and the terms.</summary>
    protected abstract string Gradient(Flavour flavour, bool isFused);
}
