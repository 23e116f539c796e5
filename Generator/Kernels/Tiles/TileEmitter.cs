using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>
/// The one emitter of register tiles. A tile holds rows x vectors of results in registers; each step of the sum broadcasts one value a row,
/// loads the vectors once, and does rows x vectors multiply-adds. All dense and convolution passes are made of it.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="columns">The vectors of a row.</param>
/// <param name="rows">The rows.</param>
/// <param name="names">What results and operands are called.</param>
/// <param name="unrollBudget">Multiply-adds that are laid out as straight-line code; without any, sums are always loops.</param>
internal sealed class TileEmitter(SourceWriter writer, ColumnTile columns, int rows, TileNames names, int unrollBudget = 0)
{
    private Flavour Flavour => columns.Flavour;

    public int Rows => rows;

    public ColumnTile Columns => columns;

    /// <summary>The variables of all results.</summary>
    public IReadOnlyList<string> Results => [.. Each().Select(each => Result(each.Row, each.Vector))];

    /// <summary>Declares the results, all 0.</summary>
    public void DeclareZero() => Declare((_, _) => Flavour.Zero);

    /// <summary>Declares the results, each row beginning with the bias.</summary>
    public void DeclareBias(string bias)
    {
        if (rows == 1)
        {
            Declare((_, v) => Flavour.Load(bias, v * Flavour.Lanes));
            return;
        }

        // The first row loads, the others copy.
        Declare((r, v) => r == 0 ? Flavour.Load(bias, v * Flavour.Lanes) : Result(0, v));
    }

    /// <summary>Overwrites the results with what a reference holds.</summary>
    public void Load(string reference, Func<int, int> rowOffset)
    {
        foreach ((int r, int v) in Each())
        {
            writer.Line($"{Result(r, v)} = {Flavour.Load(reference, rowOffset(r) + (v * Flavour.Lanes))};");
        }
    }

    /// <summary>Adds one segment of the sum: straight-line code within the budget, else a loop around one step.</summary>
    public void Sum(Segment segment, Stride stride, string scalar, string vector)
    {
        if (IsLaidOut(segment))
        {
            LayOut(segment, 0, segment.Steps, stride, scalar, vector);
            return;
        }

        using (writer.Block())
        {
            string s = names.Scalar + "i";
            string v = names.Vector + "i";
            writer.Refer(s, scalar);
            writer.Refer(v, vector, segment.VectorOffset);
            using (writer.Block($"for (int i = 0; i < {Literal.Int(segment.Steps)}; i++)"))
            {
                Step(segment.Rows, s, 0, v, 0);
                writer.Line($"{s} = {At.Ref(s, stride.ScalarStep)};");
                writer.Line($"{v} = {At.Ref(v, stride.VectorStep)};");
            }
        }
    }

    /// <summary>
    /// Adds one segment of a long sum as <see cref="Sum"/> does, in blocks that begin at multiples of their length; the last is left in the
    /// registers.
    /// </summary>
    /// <param name="segment">The segment.</param>
    /// <param name="stride">How the operands move from step to step.</param>
    /// <param name="scalar">The scalar operand.</param>
    /// <param name="vector">The vector operand.</param>
    /// <param name="first">The number of the segment's first step.</param>
    public void SumBlocks(Segment segment, Stride stride, string scalar, string vector, int first = 0)
    {
        var sums = LongTile.Of(writer, this);
        if (first > 0 && first % SumBlock.Products == 0)
        {
            sums.AddBlock();
        }

        int inFirstBlock = SumBlock.Products - (first % SumBlock.Products);
        if (segment.Steps <= inFirstBlock)
        {
            Sum(segment, stride, scalar, vector);
            return;
        }

        if (IsLaidOut(segment))
        {
            LayOut(segment, 0, inFirstBlock, stride, scalar, vector);
            for (int i = inFirstBlock; i < segment.Steps; i += SumBlock.Products)
            {
                sums.AddBlock();
                LayOut(segment, i, Math.Min(SumBlock.Products, segment.Steps - i), stride, scalar, vector);
            }

            return;
        }

        using (writer.Block())
        {
            string s = names.Scalar + "i";
            string v = names.Vector + "i";
            writer.Refer(s, scalar);
            writer.Refer(v, vector, segment.VectorOffset);
            bool goesOn = first % SumBlock.Products > 0;
            SumWhileBlocks(Literal.Int(first), Literal.Int(first + segment.Steps), segment.Rows, stride, s, v, goesOn);
        }
    }

    /// <summary>Adds a sum over steps <c>i</c> as <see cref="SumWhile"/> does, in blocks of a fixed number of steps.</summary>
    /// <param name="start">The first step.</param>
    /// <param name="end">The one behind the last.</param>
    /// <param name="active">The rows, with where their broadcast values stand.</param>
    /// <param name="stride">How the operands move from step to step.</param>
    /// <param name="scalar">The scalar operand's reference, which moves.</param>
    /// <param name="vector">The vector operand's reference, which moves.</param>
    /// <param name="startsInside">Whether the sum starts inside of a block.</param>
    public void SumWhileBlocks(
        string start,
        string end,
        IReadOnlyList<ActiveRow> active,
        Stride stride,
        string scalar,
        string vector,
        bool startsInside = false)
    {
        string steps = Literal.Int(SumBlock.Products);
        string loop = startsInside
            ? $"for (int block = {start}, blockEnd; block < {end}; block = blockEnd)"
            : $"for (int block = {start}; block < {end}; block += {steps})";
        using (writer.Block(loop))
        {
            using (writer.Block($"if (block > {start})"))
            {
                LongTile.Of(writer, this).AddBlock();
            }

            writer.Line(startsInside
                ? $"blockEnd = Math.Min(((block / {steps}) + 1) * {steps}, {end});"
                : $"int blockEnd = Math.Min(block + {steps}, {end});");
            SumWhile("for (int i = block; i < blockEnd; i++)", active, stride, scalar, vector);
        }
    }

    /// <summary>Adds a sum over a number of steps that only the running program knows.</summary>
    /// <param name="loop">The loop's head.</param>
    /// <param name="active">The rows, with where their broadcast values stand.</param>
    /// <param name="stride">How the operands move from step to step.</param>
    /// <param name="scalar">The scalar operand's reference, which moves.</param>
    /// <param name="vector">The vector operand's reference, which moves.</param>
    public void SumWhile(string loop, IReadOnlyList<ActiveRow> active, Stride stride, string scalar, string vector)
    {
        using (writer.Block(loop))
        {
            AddStep(active, stride, scalar, vector);
        }
    }

    /// <summary>Adds one step of a sum and moves the operands to the next.</summary>
    /// <param name="active">The rows, with where their broadcast values stand.</param>
    /// <param name="stride">How the operands move.</param>
    /// <param name="scalar">The scalar operand's reference.</param>
    /// <param name="vector">The vector operand's reference.</param>
    /// <param name="gate">Which lanes of the vector operand count; all, where it is null.</param>
    public void AddStep(IReadOnlyList<ActiveRow> active, Stride stride, string scalar, string vector, Gate? gate = null)
    {
        Step(active, scalar, 0, vector, 0, gate);
        writer.Line($"{scalar} = {At.Ref(scalar, stride.ScalarStep)};");
        writer.Line($"{vector} = {At.Ref(vector, stride.VectorStep)};");
        if (gate is not null)
        {
            writer.Line($"{gate.Reference} = {At.Ref(gate.Reference, stride.VectorStep)};");
        }
    }

    /// <summary>Replaces each result by an expression of it.</summary>
    public void Apply(Func<string, string> expression)
    {
        foreach ((int r, int v) in Each())
        {
            string result = Result(r, v);
            string value = expression(result);
            if (value != result)
            {
                writer.Line($"{result} = {value};");
            }
        }
    }

    /// <summary>Replaces each result by an expression of it and its place.</summary>
    public void ApplyAt(Func<int, int> rowOffset, Func<string, int, string> expression)
    {
        foreach ((int r, int v) in Each())
        {
            writer.Line($"{Result(r, v)} = {expression(Result(r, v), rowOffset(r) + (v * Flavour.Lanes))};");
        }
    }

    /// <summary>Stores the results exactly.</summary>
    public void Store(string reference, Func<int, int> rowOffset)
    {
        foreach ((int r, int v) in Each())
        {
            VectorStore.Write(writer, Flavour, Result(r, v), reference, rowOffset(r) + (v * Flavour.Lanes), columns.LanesOf(v));
        }
    }

    /// <summary>All rows, at equal distances.</summary>
    public IReadOnlyList<ActiveRow> AllRows(int rowStep) => Enumerable.Range(0, rows).Select(r => new ActiveRow(r, r * rowStep)).ToArray();

    /// <summary>The variable of one vector of results.</summary>
    public string Result(int row, int vector) => $"{names.Result}{Literal.Int(row)}_{Literal.Int(vector)}";

    private bool IsLaidOut(Segment segment) => (long)segment.Steps * segment.Rows.Count * columns.Vectors <= unrollBudget;

    private void LayOut(Segment segment, int first, int steps, Stride stride, string scalar, string vector)
    {
        for (int i = first; i < first + steps; i++)
        {
            using (writer.Block())
            {
                Step(segment.Rows, scalar, i * stride.ScalarStep, vector, segment.VectorOffset + (i * stride.VectorStep));
            }
        }
    }

    private void Declare(Func<int, int, string> value)
    {
        foreach ((int r, int v) in Each())
        {
            writer.Line($"{Flavour.Type} {Result(r, v)} = {value(r, v)};");
        }
    }

    private void Step(IReadOnlyList<ActiveRow> active, string scalar, int scalarOffset, string vector, int vectorOffset, Gate? gate = null)
    {
        for (int v = 0; v < columns.Vectors; v++)
        {
            int offset = vectorOffset + (v * Flavour.Lanes);
            string value = Flavour.Load(vector, offset);
            if (gate is not null)
            {
                value = Flavour.Select(Flavour.Equal(Flavour.Load(gate.Reference, offset), gate.Value), value, Flavour.Zero);
            }

            writer.Line($"{Flavour.Type} {names.Vector}{Literal.Int(v)} = {value};");
        }

        foreach (ActiveRow row in active)
        {
            string broadcast = Flavour.Broadcast(At.Value(scalar, scalarOffset + row.Offset));
            if (columns.Vectors > 1)
            {
                string value = names.Scalar + Literal.Int(row.Row);
                writer.Line($"{Flavour.Type} {value} = {broadcast};");
                broadcast = value;
            }

            for (int v = 0; v < columns.Vectors; v++)
            {
                writer.Line($"{Result(row.Row, v)} = {Flavour.MultiplyAdd(broadcast, names.Vector + Literal.Int(v), Result(row.Row, v))};");
            }
        }
    }

    private IEnumerable<(int Row, int Vector)> Each()
    {
        for (int r = 0; r < rows; r++)
        {
            for (int v = 0; v < columns.Vectors; v++)
            {
                yield return (r, v);
            }
        }
    }
}
