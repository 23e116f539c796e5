using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Noises;

/// <summary>Drops whole channels of a sequence or an image: one draw for each sample and channel.</summary>
internal sealed class ChannelDropoutKernel(Noise operation) : NoiseKernel(operation)
{
    private readonly DropoutScale _scale = new(operation.Rate);

    protected override void Emit(KernelEmission emission, bool isGradient, bool adds) =>
        EmitDrop(emission, _scale, isGradient, adds, writer =>
            WriteChannels(writer, emission.Flavour.Fit(emission.Shape.Last), emission.Shape, adds));

    /// <summary>Draws a vector of channels, then goes through their positions.</summary>
    private void WriteChannels(SourceWriter writer, Flavour flavour, Shape shape, bool adds)
    {
        using (writer.Each("n", ("x", shape.Size), ("y", shape.Size)))
        {
            RowLoop.Write(writer, flavour, shape.Last, (channel, lanes) =>
            {
                writer.Line($"uint index = unchecked((uint)({At.Sum(At.Times("n", shape.Last), channel)}));");
                writer.Line($"{flavour.Type} mask = {_scale.Mask(flavour)};");
                using (writer.Block($"for (int p = 0; p < {Literal.Int(shape.Rows)}; p++)"))
                {
                    string place = At.Sum(At.Times("p", shape.Last), channel);
                    string? summand = adds ? flavour.Load("yn", place) : null;
                    writer.Line($"{flavour.Type} result = {Product(flavour, flavour.Load("xn", place), "mask", summand)};");
                    VectorStore.WriteComputed(writer, flavour, "result", "yn", place, lanes);
                }
            });
        }
    }
}
