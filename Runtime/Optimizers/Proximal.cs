using System.Runtime.CompilerServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// A formula, then the proximal step of <c>l1 sum |w|</c>: <c>w = sign(w) max(|w| - l1 step, 0)</c> with the weight's effective step.
/// It rests where the penalized loss has its minimum, at exact zeros, whatever the optimizer's scaling: a weight at 0 stays there while
/// its gradient is within l1.
/// </summary>
internal readonly struct Proximal<TFormula>(TFormula formula, float l1) : IUpdateFormula
    where TFormula : struct, IProximalFormula
{
    public int SlotCount => formula.SlotCount;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TVector>(ref TVector w, TVector g, ref TVector slot0, ref TVector slot1, ref TVector slot2)
        where TVector : struct, IFloatVector<TVector>
    {
        formula.Apply(ref w, g, ref slot0, ref slot1, ref slot2);
        TVector threshold = TVector.Create(l1) * formula.EffectiveStep(slot0, slot1, slot2);
        w -= TVector.Min(TVector.Max(w, default(TVector) - threshold), threshold);
    }
}
