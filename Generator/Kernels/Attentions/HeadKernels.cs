using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Attentions;

namespace StaticNets.Generator.Kernels.Attentions;

/// <summary>The kernels of one head that both passes are made of; each returns the call to it, with the references to x, w and y.</summary>
internal sealed class HeadKernels(KernelEmission emission, AttentionShape shape)
{
    private static readonly string[] s_names = ["x", "w", "y"];

    /// <summary>Scores or their gradients (T, S): rows of x times the transposed rows of keys or values.</summary>
    public string OfTransposed(string pass, string summary, string[] xwy, int depth, double scale) =>
        Product(pass, summary, xwy, new HeadProduct
        {
            Flavour = emission.Flavour,
            UnrollBudget = emission.UnrollBudget,
            Rows = shape.Queries,
            Columns = shape.PaddedKeys,
            Depth = depth,
            ScalarRow = shape.Heads * depth,
            ScalarStep = 1,
            VectorStep = shape.PaddedKeys,
            ResultRow = shape.PaddedKeys,
            Triangle = shape.IsCausal ? Triangle.LowerColumns : Triangle.None,
            Finish = (flavour, result) => scale == 1 ? result : $"{result} * {flavour.Broadcast(scale)}",
        });

    /// <summary>For each query the sum over the keys of scores times rows of length <paramref name="columns"/>.</summary>
    public string OverKeys(string pass, string summary, string[] xwy, int columns) =>
        Product(pass, summary, xwy, new HeadProduct
        {
            Flavour = emission.Flavour,
            UnrollBudget = emission.UnrollBudget,
            Rows = shape.Queries,
            Columns = columns,
            Depth = shape.Keys,
            ScalarRow = shape.PaddedKeys,
            ScalarStep = 1,
            VectorStep = shape.Heads * columns,
            ResultRow = shape.Heads * columns,
            Triangle = shape.IsCausal ? Triangle.LowerSums : Triangle.None,
        });

    /// <summary>For each key the sum over the queries of scores times rows of length <paramref name="columns"/>.</summary>
    public string OverQueries(string pass, string summary, string[] xwy, int columns) =>
        Product(pass, summary, xwy, new HeadProduct
        {
            Flavour = emission.Flavour,
            UnrollBudget = emission.UnrollBudget,
            Rows = shape.Keys,
            Columns = columns,
            Depth = shape.Queries,
            ScalarRow = 1,
            ScalarStep = shape.PaddedKeys,
            VectorStep = shape.Heads * columns,
            ResultRow = shape.Heads * columns,
            Triangle = shape.IsCausal ? Triangle.UpperSums : Triangle.None,
        });

    /// <summary>What the mask of dropout is drawn from.</summary>
    public KernelOperand[] Draws => [KernelOperand.Of("ulong", "key", "key"), KernelOperand.Of("uint", "first", "first")];

    public string Drop() => emission.Kernel(
        "Drop",
        $"dropped = p times the mask of dropout: {Scores}. first is the number of p's first value within the batch.",
        [KernelOperand.Reference("p", "ph"), KernelOperand.Reference("dropped"), .. Draws],
        writer => AttentionDropout.Write(writer, emission.Flavour, shape));

    /// <summary>The call that puts the steps of a head's keys or values side by side.</summary>
    public string Transpose(string from, int columns) =>
        $"Transpose.Strided(ref {from}, ref transposed, {Literal.Int(shape.Keys)}, {Literal.Int(columns)}, "
            + $"{Literal.Int(shape.Heads * columns)}, {Literal.Int(shape.PaddedKeys)});";

    /// <summary>The shape of a head's scores, for summaries.</summary>
    public string Scores => $"({Literal.Int(shape.Queries)}, {Literal.Int(shape.Keys)}), in rows of {Literal.Int(shape.PaddedKeys)}";

    /// <summary>The shape of a head's queries or results, for summaries.</summary>
    public string QueryRows(int columns) => $"({Literal.Int(shape.Queries)}, {Literal.Int(columns)})";

    /// <summary>The shape of a head's keys or values, for summaries.</summary>
    public string KeyRows(int columns) => $"({Literal.Int(shape.Keys)}, {Literal.Int(columns)})";

    private string Product(string pass, string summary, string[] xwy, HeadProduct product) =>
        emission.Kernel(pass, summary, [.. s_names.Zip(xwy, KernelOperand.Reference)], product.Write);
}
