using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Noises;

/// <summary>
/// Drops channels of a sequence (T, C) once for each gate of a recurrent layer, one draw for each sample, gate and channel: (T, gates C).
/// </summary>
internal sealed class GateDropoutKernel(Noise operation) : NoiseKernel(operation)
{
    private readonly DropoutScale _scale = new(operation.Rate);
    private readonly int _gates = operation.Gates;

    protected override void Emit(KernelEmission emission, bool isGradient, bool adds)
    {
        Shape x = emission.InputShape();
        string from = isGradient ? emission.Shape.WithBatch : x.WithBatch;
        emission.Emit(
            isGradient ? adds ? "GatherAdd" : "Gather" : "Drop",
            isGradient
                ? $"y {(adds ? "+" : "")}= the sum of the gates' gradients through their masks: {from} -> {x.WithBatch}."
                : $"y = x times each gate's mask, whose values are 0 or {_scale.Kept}: {from} -> {emission.Shape.WithBatch}.",
            Operands(emission, isGradient),
            writer => Write(writer, emission.Flavour.Fit(x.Last), x, isGradient, adds));
    }

    private void Write(SourceWriter writer, Flavour flavour, Shape shape, bool isGradient, bool adds)
    {
        int wide = _gates * shape.Last;
        using (writer.Each("n", ("x", isGradient ? shape[0] * wide : shape.Size), ("y", isGradient ? shape.Size : shape[0] * wide)))
        {
            RowLoop.Write(writer, flavour, shape.Last, (channel, lanes) =>
            {
                for (int gate = 0; gate < _gates; gate++)
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
                        for (int gate = 0; gate < _gates; gate++)
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
                    for (int gate = 0; gate < _gates; gate++)
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
