using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>Emits the gradient through an activation: dz from dy and the activation's output or input.</summary>
internal static class ActivationBackward
{
    /// <summary>The gradient of an activation that was fused into its operation, in the place of the result's.</summary>
    public static void EmitInPlace(KernelEmission emission, Activation function) =>
        Emit(emission, "BackwardActivation", function, emission.Y, emission.DY, emission.DY, accumulates: false);

    public static void Emit(
        KernelEmission emission, string pass, Activation function, string value, string dy, string dz, bool accumulates)
    {
        Shape shape = emission.Shape;
        string known = function.DerivativeReadsInput ? "z" : "y";
        bool inPlace = dy == dz;
        var inputs = new List<LoopOperand> { new(known, shape.Size), new("dy", shape.Size) };
        if (accumulates)
        {
            inputs.Add(new LoopOperand("dz", shape.Size));
        }

        string method = emission.Kernel(
            pass,
            $"dz {(accumulates ? "+" : "")}= dy {function.Name}'(z){(inPlace ? ", in place" : "")}: {shape.WithBatch}.",
            $"ref float {known}, ref float dy{(inPlace ? "" : ", ref float dz")}, int n0, int n1",
            writer => SampleLoop.Write(
                writer, emission.Flavour, shape.Size, inputs, new(inPlace ? "dy" : "dz", shape.Size),
                (flavour, v) => accumulates ? $"v2 + ({function.Backward(flavour, v[1], v[0])})" : function.Backward(flavour, v[1], v[0])));
        emission.Call(method, value, dy, inPlace ? "" : dz, emission.Range);
    }
}
