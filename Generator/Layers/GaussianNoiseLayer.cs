using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>Adds normal numbers around 0 while training. The gradient passes as it is.</summary>
internal sealed class GaussianNoiseLayer(double deviation) : NoiseLayer
{
    public override string Kind => "GaussianNoise";

    public override string Description => $"GaussianNoise({Literal.Short(deviation)})";

    public static Layer Read(ArgumentReader arguments) =>
        new GaussianNoiseLayer(arguments.InRange("Stddev", 0, deviation => deviation >= 0 && deviation <= 1, "between 0 and 1"));

    /// <summary>The vector of standard normal numbers at <c>index</c>.</summary>
    public static string Draw(Flavour flavour) => $"NormalNoise.Draw{Literal.Int(flavour.Bits)}(key, index)";

    public override void EmitBackward(LayerEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        int size = emission.Node.Shape.Size;
        bool adds = emission.Accumulates();
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(adds ? "+" : "")}= dy: {emission.Node.Shape.WithBatch}.",
            "ref float dy, ref float dx, int n0, int n1",
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                size,
                adds ? [new("dy", size), new("dx", size)] : [new("dy", size)],
                new("dx", size),
                (_, values) => string.Join(" + ", values)));
        emission.Call(method, emission.DY, emission.DX(), emission.Range);
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Noise { X = lowering.X, Noises = NoiseKind.Gaussian, Rate = deviation }, shape);

    protected override string Kernel(LayerEmission emission, bool isGradient, bool adds) => emission.Kernel(
        "Disturb",
        $"y = x + {Literal.Short(deviation)} times standard normal numbers: {emission.Node.Shape.WithBatch}.",
        "ref float x, ref float y, ulong key, int n0, int n1",
        writer => WriteElements(writer, emission, adds, (flavour, x, _) =>
            flavour.MultiplyAdd(Draw(flavour), flavour.Broadcast(deviation), x)));
}
