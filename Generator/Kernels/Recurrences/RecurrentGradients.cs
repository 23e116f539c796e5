using StaticNets.Generator.Emit.Orchestration;
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
    /// <param name="gates">The gradients of the gates.</param>
    public void EmitKernel(int weight, KernelOperand gates)
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
            ofGate.Emit(emission, "BackwardKernel", emission.X().From(gate * shape.Inputs), gates.From(gate * shape.Units));
        }
    }

    /// <summary>Emits the gradient of some columns of the recurrent kernel: each step's gates with the state before it.</summary>
    /// <param name="weight">Its number.</param>
    /// <param name="states">The states after all steps.</param>
    /// <param name="dropped">The dropped states before each step for all gates, or null.</param>
    /// <param name="gates">The gradients of the gates, at the first that counts.</param>
    /// <param name="firstColumn">The first column.</param>
    /// <param name="columns">Columns.</param>
    public void EmitRecurrent(int weight, KernelOperand states, KernelOperand? dropped, KernelOperand gates, int firstColumn, int columns)
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
            }.Emit(emission, "BackwardRecurrent", dropped.From(column), gates.From(column - firstColumn));
        }
    }

    /// <summary>Emits the gradient of the input.</summary>
    /// <param name="gates">The gradients of the gates.</param>
    /// <param name="transposed">The kernel, transposed.</param>
    public void EmitInput(KernelOperand gates, KernelOperand transposed)
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
        for (int piece = 0; piece < pieces; piece++)
        {
            emission.Emit(
                "BackwardData",
                $"dx {(accumulates ? "+" : "")}= dz w^T for all steps: "
                    + $"(N, {steps}, {Literal.Int(columns)}) -> (N, {steps}, {Literal.Int(shape.Inputs)}).",
                [
                    gates.As("dz").From(piece * columns),
                    transposed.As("wt").From(piece * columns * shape.Inputs),
                    emission.DX().From(piece * shape.Inputs),
                    emission.Rows(shape.Steps),
                ],
                product.Write);
        }
    }
}
