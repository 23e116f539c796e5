using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>Drops whole channels of a sequence or an image while training: one draw for each sample and channel.</summary>
internal sealed class SpatialDropoutLayer(SpatialAxes axes, double rate, int stream = 0) : NoiseLayer
{
    private readonly DropoutScale _scale = new(rate);

    public override string Kind => "SpatialDropout" + axes.Suffix;

    public override string Description => $"{Kind}({Literal.Short(rate)})";

    public static Layer Read1D(ArgumentReader arguments) => new SpatialDropoutLayer(SpatialAxes.Sequence, arguments.Rate("Rate"));

    public static Layer Read2D(ArgumentReader arguments) => new SpatialDropoutLayer(SpatialAxes.Image, arguments.Rate("Rate"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) =>
        axes.ToImage(this, inputs[0], problems) is null ? null : inputs[0];

    protected override int Stream => stream;

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Noise { X = lowering.X, Noises = NoiseKind.ChannelDropout, Rate = rate, Stream = stream }, shape);

    protected override string Kernel(LayerEmission emission, bool isGradient, bool adds) =>
        DropKernel(emission, _scale, adds, writer =>
            WriteChannels(writer, emission.Flavour.Fit(emission.Shape.Last), emission.Shape, adds));

    /// <summary>Draws a vector of channels, then goes through their positions.</summary>
    private void WriteChannels(SourceWriter writer, Flavour flavour, Shape shape, bool adds)
    {
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Line($"ref float xn = {At.Ref("x", At.Times("n", shape.Size))};");
            writer.Line($"ref float yn = {At.Ref("y", At.Times("n", shape.Size))};");
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
