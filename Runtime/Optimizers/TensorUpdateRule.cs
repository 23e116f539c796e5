using System;
using System.ComponentModel;

namespace StaticNets.Optimizers;

/// <summary>An optimizer whose step goes as far as the norms of the whole tensor say: what is measured first is updated then.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TensorUpdateRule : UpdateRule
{
    /// <summary>The most weights that are measured at once.</summary>
    internal const int BlockLength = 4096;

    private protected TensorUpdateRule(double learningRate) : base(learningRate)
    {
    }

    /// <summary>Updates the slots from the gradients, and measures some weights and the direction they are to go.</summary>
    /// <param name="w">The weights, at most <see cref="BlockLength"/>. Their decay comes first.</param>
    /// <param name="g">Their gradients.</param>
    /// <param name="offset">The place of the first one in each slot.</param>
    /// <returns>The sums of the squares of both.</returns>
    internal abstract (double Weights, double Direction) Measure(Span<float> w, ReadOnlySpan<float> g, int offset);

    /// <summary>Moves some weights in the direction that was measured.</summary>
    /// <param name="w">The weights.</param>
    /// <param name="offset">The place of the first one in each slot.</param>
    /// <param name="ratio">What the learning rate is multiplied by: <see cref="Ratio"/> of the tensor's sums.</param>
    internal abstract void Move(Span<float> w, int offset, float ratio);

    /// <summary>The step's length relative to the direction's.</summary>
    internal abstract float Ratio(double weights, double direction);

    /// <summary>Updates a tensor of at most <see cref="BlockLength"/> weights.</summary>
    internal sealed override void Update(Span<float> w, ReadOnlySpan<float> g, int offset, float l1)
    {
        (double weights, double direction) = Measure(w, g, offset);
        Move(w, offset, Ratio(weights, direction));
    }
}
