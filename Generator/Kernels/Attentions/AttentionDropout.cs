using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Noises;
using StaticNets.Generator.Plan.Attentions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Attentions;

/// <summary>
/// Emits the dropout of attention weights. Its mask is a function of the weight's number, so the backward pass computes it again.
/// </summary>
internal static class AttentionDropout
{
    /// <summary>Writes <c>dropped = p mask</c> for a head's scores.</summary>
    public static void Write(SourceWriter writer, Flavour widest, AttentionShape shape)
    {
        Flavour flavour = widest.Fit(shape.Keys);
        using (writer.Block($"for (int i = 0; i < {Literal.Int(shape.ScoresSize)}; i += {Literal.Int(flavour.Lanes)})"))
        {
            writer.Line("uint index = unchecked(first + (uint)i);");
            writer.Line($"{flavour.Type} result = {flavour.Load("p", "i")} * {Mask(flavour, shape)};");
            VectorStore.WriteAt(writer, flavour, "result", "dropped", "i", flavour.Lanes);
        }
    }

    /// <summary>The mask of the vector at <c>index</c>.</summary>
    public static string Mask(Flavour flavour, AttentionShape shape) => new DropoutScale(shape.DropoutRate).Mask(flavour);
}
