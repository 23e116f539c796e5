using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Losses;

/// <summary>A loss that is the mean over the last axis of something computed from each value alone.</summary>
internal abstract class ElementwiseLoss : LossFunction
{
    public sealed override void WriteRow(SourceWriter writer, LossRow row)
    {
        Flavour flavour = row.Flavour;
        string mean = Literal.Float(1.0 / row.Classes);
        writer.Line($"{flavour.Type} sums = {flavour.Zero};");
        if (row.WithGradient)
        {
            writer.Line($"{flavour.Type} scales = {flavour.Broadcast($"scale * {mean}")};");
        }

        RowLoop.Write(writer, flavour, row.Classes, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} z = {flavour.Load("zr", offset)};");
            writer.Line($"{flavour.Type} t = {flavour.Load("tr", offset)};");
            writer.Line($"{flavour.Type} y = {Output(flavour, row.IsFused)};");
            writer.Line($"{flavour.Type} value = {Value(flavour, row.IsFused)};");
            writer.Line($"sums += {RowLoop.Masked(flavour, "value", lanes, flavour.Zero)};");
            VectorStore.WriteAt(writer, flavour, "y", "yr", offset, lanes);
            if (row.WithGradient)
            {
                writer.Line($"{flavour.Type} dz = ({Gradient(flavour, row.IsFused)}) * scales;");
                VectorStore.WriteAt(writer, flavour, "dz", "dzr", offset, lanes);
            }
        });
        writer.Line($"loss += {flavour.Class}.Sum(sums) * {mean};");
    }

    /// <summary>The output from <c>z</c>.</summary>
    protected virtual string Output(Flavour flavour, bool isFused) => "z";

    /// <summary>The loss from <c>z</c>, <c>y</c> and <c>t</c>.</summary>
    protected abstract string Value(Flavour flavour, bool isFused);

    /// <summary>Its derivative by z from <c>z</c>, <c>y</c> and <c>t</c>.</summary>
    protected abstract string Gradient(Flavour flavour, bool isFused);
}
