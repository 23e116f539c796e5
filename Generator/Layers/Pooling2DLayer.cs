using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Layers;

/// <summary>What the poolings have in common: the window, its shape inference and the loops around it.</summary>
internal abstract class Pooling2DLayer(PoolingOptions options) : Layer
{
    protected WindowAxis Vertical { get; private set; } = new(1, 1, 1, 1, false);

    protected WindowAxis Horizontal { get; private set; } = new(1, 1, 1, 1, false);

    public override string Description => options.Size.Vertical == options.Size.Horizontal
        ? $"{Kind}({Literal.Int(options.Size.Vertical)})"
        : $"{Kind}({Literal.Int(options.Size.Vertical)}x{Literal.Int(options.Size.Horizontal)})";

    public PoolingOptions Options => options;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        if (!problems.IsImage(this, input))
        {
            return null;
        }

        Vertical = new WindowAxis(input[0], options.Size.Vertical, options.Strides.Vertical, 1, options.IsSame);
        Horizontal = new WindowAxis(input[1], options.Size.Horizontal, options.Strides.Horizontal, 1, options.IsSame);
        if (Vertical.Output < 1 || Horizontal.Output < 1)
        {
            string window = $"{Literal.Int(options.Size.Vertical)}x{Literal.Int(options.Size.Horizontal)}";
            problems.Add("SN3002", "PoolSize", this, window, problems.InputKind(), $"{Literal.Int(input[0])}x{Literal.Int(input[1])}");
            return null;
        }

        return new Shape(Vertical.Output, Horizontal.Output, input.Last);
    }

    /// <summary>
    /// Writes the loops over samples, output positions and channels around one window. In the body, <c>h0</c> to <c>h1</c> and <c>w0</c> to <c>w1</c>
    /// is the window without its padding, and each operand's row or position has a reference.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="input">The input's shape.</param>
    /// <param name="inputs">Operands with the input's shape; in the body <c>…n</c> is the sample.</param>
    /// <param name="outputs">Operands with the output's shape; in the body <c>…p</c> is the position.</param>
    /// <param name="body">Writes what happens to a window.</param>
    protected void WriteWindows(SourceWriter writer, Shape input, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs, System.Action body)
    {
        int channels = input.Last;
        int outputSize = Vertical.Output * Horizontal.Output * channels;
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            foreach (string name in inputs)
            {
                writer.Line($"ref float {name}n = {At.Ref(name, At.Times("n", input.Size))};");
            }

            using (writer.Block($"for (int oh = 0; oh < {Literal.Int(Vertical.Output)}; oh++)"))
            {
                WriteRange(writer, "h", "oh", Vertical);
                using (writer.Block($"for (int ow = 0; ow < {Literal.Int(Horizontal.Output)}; ow++)"))
                {
                    WriteRange(writer, "w", "ow", Horizontal);
                    foreach (string name in outputs)
                    {
                        writer.Line($"ref float {name}p = ref Unsafe.Add(ref {name}, n * {Literal.Int(outputSize)} + (oh * {Literal.Int(Horizontal.Output)} + ow) * {Literal.Int(channels)});");
                    }

                    body();
                }
            }
        }
    }

    /// <summary>Writes the loops over the positions of a window; in the body <c>at</c> is the position's place in the sample.</summary>
    protected static void WritePositions(SourceWriter writer, Shape input, System.Action body)
    {
        using (writer.Block("for (int h = h0; h < h1; h++)"))
        {
            using (writer.Block("for (int w = w0; w < w1; w++)"))
            {
                writer.Line($"int at = (h * {Literal.Int(input[1])} + w) * {Literal.Int(input.Last)};");
                body();
            }
        }
    }

    /// <summary>Writes loops that set an input's gradient to 0 before windows add to it.</summary>
    protected static void WriteClear(SourceWriter writer, Flavour flavour, Shape input) =>
        SampleLoop.Write(writer, flavour, input.Size, [], new Operand("dx", input.Size), (fit, _) => fit.Zero);

    private static void WriteRange(SourceWriter writer, string name, string output, WindowAxis axis)
    {
        string start = At.Sum(At.Times(output, axis.Stride), -axis.Before);
        if (!axis.IsPadded)
        {
            writer.Line($"int {name}0 = {start};");
            writer.Line($"int {name}1 = {name}0 + {Literal.Int(axis.Window)};");
            return;
        }

        writer.Line($"int {name}0 = Math.Max({start}, 0);");
        writer.Line($"int {name}1 = Math.Min({At.Sum(start, axis.Window)}, {Literal.Int(axis.Input)});");
    }
}
