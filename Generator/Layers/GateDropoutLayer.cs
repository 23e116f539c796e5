using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>
/// Drops channels of a sequence (T, C) once for each gate of a recurrent layer while training, one draw for each sample, gate and channel:
/// (T, gates C). A part of that layer.
/// </summary>
internal sealed class GateDropoutLayer(double rate, int gates, int stream) : NoiseLayer
{
    private readonly DropoutScale _scale = new(rate);

    public override string Kind => "GateDropout";

    protected override int Stream => stream;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => new(inputs[0][0], gates * inputs[0].Last);

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Noise { X = lowering.X, Noises = NoiseKind.GateDropout, Rate = rate, Gates = gates, Stream = stream }, shape);

    protected override string Kernel(LayerEmission emission, bool isGradient, bool adds)
    {
        Shape x = emission.InputShape();
        string from = isGradient ? emission.Shape.WithBatch : x.WithBatch;
        return emission.Kernel(
            isGradient ? adds ? "GatherAdd" : "Gather" : "Drop",
            isGradient
                ? $"y {(adds ? "+" : "")}= the sum of the gates' gradients through their masks: {from} -> {x.WithBatch}."
                : $"y = x times each gate's mask, whose values are 0 or {_scale.Kept}: {from} -> {emission.Shape.WithBatch}.",
            "ref float x, ref float y, ulong key, int n0, int n1",
            writer => Write(writer, emission.Flavour.Fit(x.Last), x, isGradient, adds));
    }

    private void Write(SourceWriter writer, Flavour flavour, Shape shape, bool isGradient, bool adds)
    {
        int wide = gates * shape.Last;
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Line($"ref float xn = {At.Ref("x", At.Times("n", isGradient ? shape[0] * wide : shape.Size))};");
            writer.Line($"ref float yn = {At.Ref("y", At.Times("n", isGradient ? shape.Size : shape[0] * wide))};");
            RowLoop.Write(writer, flavour, shape.Last, (channel, lanes) =>
            {
                for (int gate = 0; gate < gates; gate++)
                {
                    string number = Literal.Int(gate);
                    string index = At.Sum(At.Sum(At.Times("n", wide), gate * shape.Last), channel);
                    writer.Line($"{(gate == 0 ? "uint " : "")}index = unchecked((uint)({index}));");
                    writer.Line($"{flavour.Type} mask{number} = {_scale.Mask(flavour)};");
                }

                using (writer.Block($"for (int t = 0; t < {Literal.Int(shape[0])}; t++)"))
                {
                    string narrow = At.Sum(At.Times("t", shape.Last), channel);
                    string Wide(int gate) => At.Sum(At.Sum(At.Times("t", wide), gate * shape.Last), channel);
                    if (isGradient)
                    {
                        string sum = adds ? flavour.Load("yn", narrow) : flavour.Zero;
                        for (int gate = 0; gate < gates; gate++)
                        {
                            string name = "sum" + Literal.Int(gate);
                            string next = flavour.MultiplyAdd(flavour.Load("xn", Wide(gate)), "mask" + Literal.Int(gate), sum);
                            writer.Line($"{flavour.Type} {name} = {next};");
                            sum = name;
                        }

                        VectorStore.WriteComputed(writer, flavour, sum, "yn", narrow, lanes);
                        return;
                    }

                    writer.Line($"{flavour.Type} value = {flavour.Load("xn", narrow)};");
                    for (int gate = 0; gate < gates; gate++)
                    {
                        using (writer.Block())
                        {
                            writer.Line($"{flavour.Type} result = value * mask{Literal.Int(gate)};");
                            VectorStore.WriteComputed(writer, flavour, "result", "yn", Wide(gate), lanes);
                        }
                    }
                }
            });
        }
    }
}
