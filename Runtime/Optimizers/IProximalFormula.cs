using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>A formula whose step is proportional to the gradient, so that an L1 penalty can be applied as a proximal step.</summary>
internal interface IProximalFormula : IUpdateFormula
{
    /// <summary>
    /// What a gradient that has been the same all along is multiplied by, given the slots after the update: Adam's
    /// <c>lr sqrt(1 - beta2^t) / (sqrt(v) + epsilon)</c>, <c>lr / (1 - momentum)</c> of SGD with momentum.
    /// </summary>
    TVector EffectiveStep<TVector>(TVector slot0, TVector slot1, TVector slot2)
        where TVector : struct, IFloatVector<TVector>;
}
