using System;
using System.ComponentModel;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>An optimizer: the update of the weights from their gradients, with the values it keeps for each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UpdateRule
{
    private AlignedBuffer[] _slots = [];

    /// <summary>Sets the learning rate.</summary>
    protected UpdateRule(double learningRate) => LearningRate = (float)learningRate;

    /// <summary>The learning rate.</summary>
    public float LearningRate { get; set; }

    /// <summary>How many values are kept for each trained parameter.</summary>
    public abstract int SlotCount { get; }

    internal void Allocate(int trainableCount)
    {
        _slots = new AlignedBuffer[SlotCount];
        for (int i = 0; i < _slots.Length; i++)
        {
            _slots[i] = new AlignedBuffer(trainableCount);
            _slots[i].Span.Fill(Start(i));
        }
    }

    internal Span<float> GetSlot(int slot) => _slots[slot].Span;

    /// <summary>Computes what all weights share in update number <paramref name="t"/>, counted from 1.</summary>
    internal abstract void Begin(long t);

    /// <summary>Updates some weights. Elements do not depend on each other, so any split gives the same bits.</summary>
    /// <param name="w">The weights.</param>
    /// <param name="g">Their gradients.</param>
    /// <param name="offset">The place of the first one in each slot.</param>
    /// <param name="l1">The L1 penalty that a <see cref="Proximal{TFormula}"/> step takes off after the update; 0 for none.</param>
    internal abstract void Update(Span<float> w, ReadOnlySpan<float> g, int offset, float l1);

    internal void Update(Span<float> w, ReadOnlySpan<float> g, int offset) => Update(w, g, offset, 0);

    /// <summary>What a slot's values are before the first update.</summary>
    private protected virtual float Start(int slot) => 0;

    /// <summary>Runs a formula over some weights, with the slots that belong to them.</summary>
    private protected void Apply<TFormula>(TFormula formula, Span<float> w, ReadOnlySpan<float> g, int offset)
        where TFormula : struct, IUpdateFormula =>
        UpdatePass.Run(formula, w, g, SlotOf(0, offset, w.Length), SlotOf(1, offset, w.Length), SlotOf(2, offset, w.Length));

    /// <summary>The same, and a proximal step where there is a penalty.</summary>
    private protected void Apply<TFormula>(TFormula formula, Span<float> w, ReadOnlySpan<float> g, int offset, float l1)
        where TFormula : struct, IProximalFormula
    {
        if (l1 == 0)
        {
            Apply(formula, w, g, offset);
        }
        else
        {
            Apply(new Proximal<TFormula>(formula, l1), w, g, offset);
        }
    }

    private protected Span<float> SlotOf(int slot, int offset, int length) =>
        slot < _slots.Length ? _slots[slot].Span.Slice(offset, length) : default;
}
