using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>A layer that takes each step of its input for a sample: (T, …) for T samples. Its kernels are those of the layer.</summary>
internal class StepLayer(Layer inner) : Layer
{
    private Steps _steps = new(1, new Shape(1), new Shape(1));

    /// <summary>The layer that each step goes through.</summary>
    public Layer Inner => inner;

    public override string Kind => inner.Kind;

    public override string Description => inner.Description;

    public override IReadOnlyList<WeightTensor> Weights => inner.Weights;

    public override long MultiplyAdds => _steps.Count * inner.MultiplyAdds;

    public override BackwardNeeds BackwardNeeds => inner.BackwardNeeds;

    public override bool IsAbsentFromInference => inner.IsAbsentFromInference;

    public override bool DiffersInTraining => inner.DiffersInTraining;

    public override IReadOnlyList<ExtraBuffer> PreparedWeights => inner.PreparedWeights;

    public override bool IsView => inner.IsView;

    public override bool MayOverwriteInput => inner.MayOverwriteInput;

    public override MaskRole Masks => MaskRole.Pass;

    public override bool HasGradient => inner.HasGradient;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        if (input.Rank < 2)
        {
            const string WayOut = "give [Input] an axis for the steps before the others";
            problems.Add("SN3001", null, this, "(T, …)", problems.InputKind(), input.ToString(), WayOut);
            return null;
        }

        var step = new Shape([.. input.Dimensions.Skip(1)]);
        if (inner.InferShape([step], problems) is not Shape output)
        {
            return null;
        }

        _steps = new Steps(input[0], step, output);
        return new Shape([input[0], .. output.Dimensions]);
    }

    public override IReadOnlyList<ExtraBuffer> ExtraBuffers(bool inputNeedsGradient) =>
        inner.ExtraBuffers(inputNeedsGradient).Select(buffer => buffer with { Size = _steps.Count * buffer.Size }).ToArray();

    public override IReadOnlyList<ExtraBuffer> DerivedWeights(bool inputNeedsGradient) => inner.DerivedWeights(inputNeedsGradient);

    public override IReadOnlyList<ExtraBuffer> WorkerBuffers(bool inputNeedsGradient) => inner.WorkerBuffers(inputNeedsGradient);

    public override int ScratchSize(bool training) => inner.ScratchSize(training);

    public override Value Lower(Lowering lowering, Shape shape) => inner.Lower(lowering.ForEachStep(), _steps.Output);

    public override void EmitForward(LayerEmission emission) => inner.EmitForward(emission.ForSteps(_steps));

    public override void EmitBackward(LayerEmission emission) => inner.EmitBackward(emission.ForSteps(_steps));

    public override void EmitWeightGradients(LayerEmission emission) => inner.EmitWeightGradients(emission.ForSteps(_steps));

    public override void EmitPreparedWeights(LayerEmission emission) => inner.EmitPreparedWeights(emission.ForSteps(_steps));

    public override void EmitDerivedWeights(LayerEmission emission) => inner.EmitDerivedWeights(emission.ForSteps(_steps));
}

/// <summary>The same for a layer that applies an activation in registers.</summary>
internal sealed class ActivatedStepLayer(Layer inner, IAppliesActivation activated) : StepLayer(inner), IAppliesActivation
{
    /// <inheritdoc/>
    public IActivation Applied
    {
        get => activated.Applied;
        set => activated.Applied = value;
    }
}
