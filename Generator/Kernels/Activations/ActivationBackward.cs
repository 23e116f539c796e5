using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>Emits the gradient through an activation: dz from dy and the activation's output or input.</summary>
internal static class ActivationBackward
{
    /// <summary>The gradient of an activation that was fused into its operation, in the place of the result's.</summary>
    public static void EmitInPlace(KernelEmission emission, Activation function) =>
        Emit(emission, "BackwardActivation", function, emission.Y, dz: null, accumulates: false);

    /// <param name="emission">Where to.</param>
    /// <param name="pass">The kernel's name.</param>
    /// <param name="function">The activation.</param>
    /// <param name="value">What it was applied to, or what it gave: what its derivative reads.</param>
    /// <param name="dz">The gradient, or null where it takes dy's place.</param>
    /// <param name="accumulates">Whether the gradient is added.</param>
    public static void Emit(
        KernelEmission emission, string pass, Activation function, KernelOperand value, KernelOperand? dz, bool accumulates)
    {
        Shape shape = emission.Shape;
        string known = function.DerivativeReadsInput ? "z" : "y";
        LoopOperand result = new(dz is null ? "dy" : "dz", shape.Size);
        List<LoopOperand> inputs = [new(known, shape.Size), new("dy", shape.Size)];
        if (accumulates)
        {
            inputs.Add(result);
        }

        emission.Emit(
            pass,
            $"dz {(accumulates ? "+" : "")}= dy {function.Name}'(z){(dz is null ? ", in place" : "")}: {shape.WithBatch}.",
            [value.As(known), emission.DY, dz?.As("dz"), emission.Range],
            writer => SampleLoop.Write(
                writer, emission.Flavour, shape.Size, inputs, result,
                (flavour, v) => accumulates ? $"v2 + ({function.Backward(flavour, v[1], v[0])})" : function.Backward(flavour, v[1], v[0])));
    }
}
