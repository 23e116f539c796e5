using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Recurrences;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>
/// A cell that goes through a sequence with a state. What all have in common: a step multiplies input and state by the kernels, then each
/// unit goes on by itself. Training keeps the gates of every step, and the backward pass overwrites them with their gradients; what follows
/// from these, the gradients of the weights and of the input, is then computed for all steps at once.
/// </summary>
internal abstract class RecurrenceKernel(RecurrencePlan plan) : Kernels.Kernel
{
    protected const int Kernel = 0;
    protected const int RecurrentKernel = 1;
    protected const int Bias = 2;

    protected RecurrencePlan Plan { get; } = plan;

    protected Recurrence Operation => Plan.Recurrence;

    protected RecurrentShape Shape => Plan.Shape;

    protected int Units => Operation.Units;

    /// <summary>Columns of the kernels.</summary>
    protected int Columns => Plan.Columns;

    protected bool HasBias => Operation.Bias is not null;

    protected bool HasMask => Operation.Mask is not null;

    /// <summary>Whether results are 0 where the state goes on.</summary>
    private bool HasZeroes => HasMask && Operation.ZeroesMasked;

    public override void EmitDerivedWeights(KernelEmission emission)
    {
        EmitPackedWeights(emission, emission.Derived(Plan.Packed));
        if (!emission.Training)
        {
            return;
        }

        Plan.Transposed.EmitFillTransposed(emission, emission.Derived(Plan.PackedTransposed), RecurrentKernel);
        if (emission.NeedsInputGradient())
        {
            emission.Call(
                "Transpose.Columns",
                emission.Weight(Kernel),
                emission.Derived(Plan.TransposedKernel),
                Shape.Inputs,
                Columns,
                emission.Share(Columns));
        }
    }

    public override void EmitForward(KernelEmission emission)
    {
        var pass = new RecurrentPass(emission, Shape, Plan.BlockRows, isBackward: false);
        var rows = new RecurrentRows
        {
            Input = pass.Sequence("x", emission.InputShape().Last, StepOrder.Time, emission.X()),
            Gates = emission.Training ? pass.Sequence("gates", Plan.GateValues * Units, StepOrder.Time, emission.Extra(Plan.Gates)) : null,
            States = Operation.ResultIsStates || emission.Training
                ? pass.Sequence("states", Units, StepOrder.State, StatesOf(emission))
                : null,
            State = pass.Strip("state", Units),
            Mask = MaskOf(emission, pass),
            Outputs = HasZeroes ? pass.Sequence("y", Units, StepOrder.State, emission.Y) : null,
        };
        if (HasMask || Plan.BlendsStates)
        {
            pass.Clear(rows.State);
        }

        if (emission.Training && Plan.DropsStates)
        {
            rows = rows with { Masks = pass.Strip("masks", Plan.StateDropout.Width), Dropped = DroppedSequence(emission, pass) };
            Plan.StateDropout.AddMasks(emission, pass, rows.Masks, emission.DropoutKey(Operation.DropoutStream + 1));
            Plan.StateDropout.AddForward(pass, rows, Plan.BlendsStates ? StepSet.All : StepSet.AllButFirst);
        }

        pass.Give(emission.Derived(Plan.Packed).As("w"));
        if (HasBias)
        {
            pass.Give(emission.Weight(Bias));
        }

        EmitStep(emission, pass, rows, Products(emission, pass, rows));
        if (!Operation.ReturnsSequences)
        {
            pass.Copy(rows.State, pass.Samples("y", Units, emission.Y), afterwards: true);
        }

        pass.Emit($"The steps of {emission.InputShape().WithBatch} -> {emission.Shape.WithBatch}, a block of samples after the other.");
    }

    public override void EmitBackward(KernelEmission emission)
    {
        var pass = new RecurrentPass(emission, Shape, Plan.BlockRows, isBackward: true);
        StepRows dy = Operation.ReturnsSequences
            ? pass.Sequence("dy", Units, StepOrder.State, emission.DY)
            : pass.Samples("dy", Units, emission.DY);
        var rows = new RecurrentRows
        {
            Gates = pass.Sequence("gates", Plan.GateValues * Units, StepOrder.Time, emission.Extra(Plan.Gates)),
            States = Plan.BlendsStates ? pass.Sequence("states", Units, StepOrder.State, StatesOf(emission)) : null,
            State = pass.Strip("dstate", Units),
            OutputGradient = Operation.ReturnsSequences ? dy : null,
            Mask = MaskOf(emission, pass),
            ZeroesMasked = HasZeroes,
        };
        pass.Give(emission.Derived(Plan.PackedTransposed).As("w"));
        if (Operation.ReturnsSequences)
        {
            pass.Clear(rows.State);
        }
        else
        {
            pass.Copy(dy, rows.State, afterwards: false);
        }

        if (Plan.DropsStates)
        {
            StepRows masks = pass.Strip("masks", Plan.StateDropout.Width);
            rows = rows with { Masks = masks, DroppedGradient = pass.Strip("ddropped", Plan.StateDropout.Width) };
            Plan.StateDropout.AddMasks(emission, pass, masks, emission.DropoutKey(Operation.DropoutStream + 1));
        }

        EmitBackwardStep(emission, pass, rows, Products(emission, pass, rows));
        pass.Emit($"The steps backward: {emission.Shape.WithBatch}. The gates become their gradients.");
        if (emission.NeedsInputGradient())
        {
            Gradients(emission).EmitInput(emission.Extra(Plan.Gates), emission.Derived(Plan.TransposedKernel));
        }
    }

    public override void EmitWeightGradients(KernelEmission emission)
    {
        KernelOperand gates = emission.Extra(Plan.Gates);
        Gradients(emission).EmitKernel(Kernel, gates);
        EmitRecurrentGradients(emission, gates);
    }

    /// <summary>Emits what packs the kernels.</summary>
    protected abstract void EmitPackedWeights(KernelEmission emission, KernelOperand packed);

    /// <summary>Emits a step of the forward pass.</summary>
    protected abstract void EmitStep(KernelEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products);

    /// <summary>Emits a step of the backward pass.</summary>
    protected abstract void EmitBackwardStep(KernelEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products);

    /// <summary>Emits the gradients of recurrent kernel and bias from those of the gates.</summary>
    protected virtual void EmitRecurrentGradients(KernelEmission emission, KernelOperand gates)
    {
        EmitRecurrentGradient(emission, gates, 0, Columns);
        if (HasBias)
        {
            BiasGradient.Emit(emission, Bias, gates, Shape.Steps);
        }
    }

    /// <summary>Emits the gradient of some columns of the recurrent kernel from those of their gates, at the first of them.</summary>
    protected void EmitRecurrentGradient(KernelEmission emission, KernelOperand gates, int firstColumn, int columns)
    {
        KernelOperand? dropped = Plan.DropsStates ? emission.Extra(Plan.Dropped) : null;
        Gradients(emission).EmitRecurrent(RecurrentKernel, StatesOf(emission), dropped, gates, firstColumn, columns);
    }

    /// <summary>Emits the copy of some columns of a weight to rows of a matrix; in parts where gates have products of their own.</summary>
    protected void Fill(KernelEmission emission, KernelOperand packed, PackedMatrix matrix, int weight, int firstColumn, int row)
    {
        PackedMatrix[] parts = emission.Training && Plan.DropsStates ? matrix.OfGates(Units) : [matrix];
        for (int part = 0; part < parts.Length; part++)
        {
            parts[part].EmitFill(emission, packed, weight, firstColumn + (part * Units), row);
        }
    }

    /// <summary>The product <c>dh = dz u^T</c> of all gates.</summary>
    protected StepProduct StateGradient(RecurrentRows rows) =>
        new("ProductBackward", Plan.Transposed, rows.State) { Factors = [new(rows.Gates!, 0, Columns, 0)], Accumulates = HasMask };

    /// <summary>The dropped states of all steps.</summary>
    protected StepRows DroppedSequence(KernelEmission emission, RecurrentPass pass) =>
        pass.Sequence("dropped", Plan.StateDropout.Width, StepOrder.Time, emission.Extra(Plan.Dropped));

    private StepProducts Products(KernelEmission emission, RecurrentPass pass, RecurrentRows rows) =>
        new(emission, pass, Shape, rows, HasBias);

    private RecurrentGradients Gradients(KernelEmission emission) =>
        new(emission, Shape) { Gates = Plan.GateCount, Pitch = Plan.GateValues * Units };

    private KernelOperand StatesOf(KernelEmission emission) => Operation.ResultIsStates ? emission.Y : emission.Extra(Plan.States);

    private StepRows? MaskOf(KernelEmission emission, RecurrentPass pass) =>
        HasMask ? pass.Sequence("mask", 1, StepOrder.Time, emission.X(1)) : null;
}
