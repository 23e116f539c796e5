using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>Emits the loss of an output, and the call to it.</summary>
/// <param name="kernels">The target's methods.</param>
/// <param name="orchestrator">What calls it.</param>
/// <param name="places">Where values live there.</param>
/// <param name="all">A graph with all outputs of the net.</param>
/// <param name="output">The output.</param>
internal sealed class LossEmission(KernelMethods kernels, Orchestrator orchestrator, Places places, Graph all, GraphOutput output)
{
    private readonly Loss _loss = output.Loss!;
    private readonly LossPlace _place = LossPlace.Of(all, output);

    private KernelOperand Z => places.Value(output.Compared).As("z");

    private KernelOperand? Mask => output.Mask is null ? null : places.Value(output.Mask).As("mask");

    /// <summary>Emits the loss of the n samples of a prediction, and their outputs.</summary>
    public void Emit(Value outputs) => Emit(
        withGradient: false,
        [
            Z,
            Known("labels", "targets"),
            Mask,
            KernelOperand.Reference("losses"),
            places.Value(outputs).As("y"),
            KernelOperand.Range("n", "0", "n"),
        ]);

    /// <summary>Emits the loss and the gradient of a worker's samples in a training step.</summary>
    /// <param name="scales">What each sample's gradient is multiplied by.</param>
    public void EmitWithGradient(string scales) => Emit(
        withGradient: true,
        [
            Z,
            Known("memory.Labels", "memory.Targets"),
            Mask,
            output.LeavesRowsOut ? KernelOperand.Of("float", "valid", Valid()) : null,
            KernelOperand.Reference("scales", scales),
            KernelOperand.Reference("losses", "memory.Losses"),
            KernelOperand.Reference("y", "memory.Outputs"),
            places.Gradient(output.Compared).As("dz"),
            KernelOperand.Range("n", "n0", "n1"),
        ]);

    private void Emit(bool withGradient, IReadOnlyList<KernelOperand?> operands)
    {
        bool isFused = output.Logits is not null;
        Shape shape = output.Value.Shape;
        string outline = isFused ? $"{_loss.FusedActivation} and {_loss.Name}" : _loss.Name;
        orchestrator.Call(kernels.Add(
            training: true,
            _loss.Identifier + (withGradient ? "WithGradient" : ""),
            $"{outline} of each sample{(withGradient ? ", and dz" : "")}: {shape.WithBatch}.",
            operands,
            writer => LossKernel.Write(writer, _loss, kernels.Flavour, shape, isFused, withGradient, _place)));
    }

    private KernelOperand Known(string labels, string targets) =>
        output.TakesLabels ? KernelOperand.Of("ref int", "labels", labels) : KernelOperand.Reference("targets", targets);

    /// <summary>What each row that counts weighs.</summary>
    private string Valid()
    {
        string mask = Mask?.Argument ?? "";
        if (_loss.IgnoreClass is not int ignored)
        {
            return $"StepMask.Weight({mask}, {At.Times("memory.Count", output.Mask!.Shape.Size)})";
        }

        int[] numbers = [_place.KnownStride, _place.KnownOffset, output.KnownSize, ignored];
        string literals = string.Join(", ", numbers.Select(number => Literal.Int(number)));
        string steps = Mask is null ? "" : $", {mask}, {Literal.Int(_place.Steps)}";
        return $"IgnoredLabels.Weight(ref memory.Labels, {literals}, memory.Count{steps})";
    }
}
