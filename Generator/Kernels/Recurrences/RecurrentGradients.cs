using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Recurrences;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>
/// Emits what follows from the gradients of the gates of all steps: the gradients of the kernels and of the input. Gates that multiply a
/// dropped input or state of their own come one after the other.
/// </summary>
internal sealed class RecurrentGradients(KernelEmission emission, RecurrentShape shape)
{
    private static readonly TileNames s_backwardData = new("dx", "dz", "wt");

    /// <summary>Gates, each with a column of the kernels for every unit.</summary>
    public required int Gates { get; init; }

    /// <summary>Floats of the gates' gradients in each step.</summary>
    public required int Pitch { get; init; }

    /// <summary>Whether each gate has its own input.</summary>
    private bool HasSeparateInputs => emission.InputShape().Last > shape.Inputs;

    /// <summary>Emits the gradient of the kernel.</summary>
    /// <param name="weight">Its number.</param>
    /// <param name="gates">The gradients of the gates, as an argument.</param>
    public void EmitKernel(int weight, string gates)
    {
        var all = new KernelGradient { Weight = weight, Inputs = shape.Inputs, GradientPitch = Pitch, Rows = RowPairs.All(shape.Steps) };
        if (!HasSeparateInputs)
        {
            all.Emit(emission, "BackwardKernel", emission.X(), gates);
            return;
        }

        for (int gate = 0; gate < Gates; gate++)
        {
            KernelGradient ofGate = all with { InputPitch = Gates * shape.Inputs, FirstColumn = gate * shape.Units, Columns = shape.Units };
            ofGate.Emit(emission, "BackwardKernel", At.Argument(emission.X(), gate * shape.Inputs), At.Argument(gates, gate * shape.Units));
        }
    }

    /// <summary>Emits the gradient of some columns of the recurrent kernel: each step's gates with the state before it.</summary>
    /// <param name="weight">Its number.</param>
    /// <param name="states">The states after all steps, as an argument.</param>
    /// <param name="dropped">The dropped states before each step for all gates, as an argument, or null.</param>
    /// <param name="gates">The gradients of the gates, at the first that counts, as an argument.</param>
    /// <param name="firstColumn">The first column.</param>
    /// <param name="columns">Columns.</param>
    public void EmitRecurrent(int weight, string states, string? dropped, string gates, int firstColumn, int columns)
    {
        int first = shape.FirstTime + shape.Direction;
        if (dropped is null)
        {
            new KernelGradient
            {
                Weight = weight,
                FirstColumn = firstColumn,
                Columns = columns,
                Inputs = shape.Units,
                GradientPitch = Pitch,
                Rows = new RowPairs(shape.Steps, shape.Steps - 1, shape.FirstState, shape.StateDirection, first, shape.Direction),
            }.Emit(emission, "BackwardRecurrent", states, gates);
            return;
        }

        for (int column = firstColumn; column < firstColumn + columns; column += shape.Units)
        {
            new KernelGradient
            {
                Weight = weight,
                FirstColumn = column,
                Columns = shape.Units,
                Inputs = shape.Units,
                InputPitch = Gates * shape.Units,
                GradientPitch = Pitch,
                Rows = new RowPairs(shape.Steps, shape.Steps - 1, first, shape.Direction, first, shape.Direction),
            }.Emit(emission, "BackwardRecurrent", At.Argument(dropped, column), At.Argument(gates, column - firstColumn));
        }
    }

    /// <summary>Emits the gradient of the input.</summary>
    /// <param name="gates">The gradients of the gates, as an argument.</param>
    /// <param name="transposed">The kernel, transposed, as an argument.</param>
    public void EmitInput(string gates, string transposed)
    {
        bool accumulates = emission.Accumulates();
        int pieces = HasSeparateInputs ? Gates : 1;
        int columns = Gates * shape.Units / pieces;
        var product = new ProductTiles
        {
            Flavour = emission.Flavour,
            UnrollBudget = emission.UnrollBudget,
            Depth = columns,
            RowPitch = Pitch,
            Columns = shape.Inputs,
            ResultPitch = emission.InputShape().Last,
            Names = s_backwardData,
            Accumulates = accumulates,
        };
        string steps = Literal.Int(shape.Steps);
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dz w^T for all steps: "
                + $"(N, {steps}, {Literal.Int(columns)}) -> (N, {steps}, {Literal.Int(shape.Inputs)}).",
            "ref float dz, ref float wt, ref float dx, int m0, int m1",
            product.Write);
        for (int piece = 0; piece < pieces; piece++)
        {
            emission.Call(
                method,
                At.Argument(gates, piece * columns),
                At.Argument(transposed, piece * columns * shape.Inputs),
                At.Argument(emission.DX(), piece * shape.Inputs),
                emission.Rows(shape.Steps));
        }
    }
}
