using StaticNets.Generator.Ir.Functions;

namespace StaticNets.Generator.Ir.Ops;

/// <summary>A cell that goes through a sequence with a state: (T, D) -> (T, U), or (U) where only the last state is handed on.</summary>
internal sealed record Recurrence : MaskedOperation
{
    public required CellKind Cell { get; init; }

    public required int Units { get; init; }

    public required Activation Activation { get; init; }

    /// <summary>The activation of gates; a simple cell has none.</summary>
    public required Activation GateActivation { get; init; }

    public required Weight Kernel { get; init; }

    public required Weight RecurrentKernel { get; init; }

    public required Weight? Bias { get; init; }

    public required bool ReturnsSequences { get; init; }

    /// <summary>Whether the first step is the sequence's last.</summary>
    public required bool GoesBackwards { get; init; }

    /// <summary>Whether the states stand in the order opposite to the steps'.</summary>
    public required bool FlipsStates { get; init; }

    /// <summary>Whether results of masked steps are 0; else they repeat the one before.</summary>
    public required bool ZeroesMasked { get; init; }

    /// <summary>The share of the state that training drops where it is multiplied.</summary>
    public required double StateDropout { get; init; }

    /// <summary>The number of the state's dropout masks among those of the layer.</summary>
    public required int DropoutStream { get; init; }

    /// <summary>Steps of a sequence: T.</summary>
    public int Length => OfStep(X)[0];

    /// <summary>Values of a step of the operand for each mask of it: D.</summary>
    public required int Inputs { get; init; }

    public override string Kind => "recurrence";

    public override IReadOnlyList<Weight> Weights => Bias is { } bias ? [Kernel, RecurrentKernel, bias] : [Kernel, RecurrentKernel];

    public override Operation InInference => StateDropout > 0 ? this with { StateDropout = 0 } : this;

    public override bool BackwardReadsOperands => true;

    /// <summary>Whether the result holds the state after every step.</summary>
    public bool ResultIsStates => ReturnsSequences && !(Mask is not null && ZeroesMasked);

    public override bool BackwardReadsResult => ResultIsStates;

    public override long MultiplyAdds => (long)Length * (Kernel.Shape.Size + RecurrentKernel.Shape.Size) * Steps;

    public override IEnumerable<Setting> Settings
    {
        get
        {
            yield return new("cell", Cell.ToString());
            yield return new("activation", Activation.Name);
            if (Cell != CellKind.Simple)
            {
                yield return new("gates", GateActivation.Name);
            }

            yield return new("returns", ReturnsSequences ? "sequences" : "last");
            if (GoesBackwards)
            {
                yield return new("direction", FlipsStates ? "backward, flipped" : "backward");
            }

            if (StateDropout > 0)
            {
                yield return new("state_dropout", Literal.Short(StateDropout));
            }
        }
    }
}

/// <summary>The kinds of recurrent cells.</summary>
internal enum CellKind
{
    Simple,
    Lstm,

    /// <summary>A GRU that resets after the product of the state.</summary>
    Gru,

    /// <summary>A GRU that resets the state before its product.</summary>
    GruResetBefore,
}
