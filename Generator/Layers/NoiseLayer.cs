using System;
using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;

namespace StaticNets.Generator.Layers;

/// <summary>
/// Disturbs values while training. What is drawn is a function of seed, iteration, layer and place, so the backward pass computes it again
/// instead of reading it, and every split of the batch sees the same.
/// </summary>
internal abstract class NoiseLayer : Layer
{
    public override bool IsAbsentFromInference => true;

    public override MaskRole Masks => MaskRole.Pass;

    /// <summary>Tells the draws of layers that come from the same attribute apart.</summary>
    protected virtual int Stream => 0;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => inputs[0];

    public override void EmitForward(LayerEmission emission)
    {
        if (emission.Training)
        {
            string method = Kernel(emission, isGradient: false, adds: false);
            emission.Call(method, emission.X(), emission.Y, emission.DropoutKey(Stream), emission.Range);
        }
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (emission.NeedsInputGradient())
        {
            string method = Kernel(emission, isGradient: true, emission.Accumulates());
            emission.Call(method, emission.DY, emission.DX(), emission.DropoutKey(Stream), emission.Range);
        }
    }

    /// <summary>Adds the kernel from <c>x</c> to <c>y</c>, which are gradients in the backward pass, and returns its name.</summary>
    /// <param name="emission">Where to.</param>
    /// <param name="isGradient">Whether x is the output's gradient and y the input's.</param>
    /// <param name="adds">Whether to add to y.</param>
    protected abstract string Kernel(LayerEmission emission, bool isGradient, bool adds);

    /// <summary>What <see cref="Kernel"/> adds for a layer that multiplies values and gradients by the same factors.</summary>
    protected static string DropKernel(LayerEmission emission, DropoutScale scale, bool adds, Action<SourceWriter> body) => emission.Kernel(
        adds ? "DropAdd" : "Drop",
        $"y {(adds ? "+" : "")}= x times the mask, whose values are 0 or {scale.Kept}: {emission.Shape.WithBatch}. "
            + "The gradient goes through the same mask.",
        "ref float x, ref float y, ulong key, int n0, int n1",
        body);

    /// <summary>Writes a loop over all values; the expression gets a vector of x and, where the loop adds, one of y.</summary>
    protected static void WriteElements(
        SourceWriter writer, LayerEmission emission, bool adds, Func<Flavour, string, string?, string> expression)
    {
        int size = emission.Shape.Size;
        SampleLoop.Write(
            writer,
            emission.Flavour,
            size,
            adds ? [new("x", size), new("y", size)] : [new("x", size)],
            new("y", size),
            (flavour, values) => expression(flavour, values[0], adds ? values[1] : null),
            index: true);
    }

    /// <summary>A product, or a product and a sum.</summary>
    protected static string Product(Flavour flavour, string x, string factor, string? summand) =>
        summand is null ? $"{x} * {factor}" : flavour.MultiplyAdd(x, factor, summand);
}
