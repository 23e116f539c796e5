using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>An optimizer's formula for one vector of weights, with the constants of one step.</summary>
internal interface IUpdateFormula
{
    /// <summary>How many of the slots it uses.</summary>
    int SlotCount { get; }

    /// <summary>Updates the weights and the slots from the gradients.</summary>
    void Apply<TVector>(ref TVector w, TVector g, ref TVector slot0, ref TVector slot1, ref TVector slot2)
        where TVector : struct, IFloatVector<TVector>;
}
