using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Recurrences;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>Adds the products of a step to a pass. Gates that have dropout masks of their own have a product of their own each.</summary>
internal sealed class StepProducts(KernelEmission emission, RecurrentPass pass, RecurrentShape shape, RecurrentRows rows, bool hasBias)
{
    /// <summary>The input as a gate multiplies it.</summary>
    public StepFactor Input(int gate) => new(rows.Input!, rows.Input!.Width > shape.Inputs ? gate * shape.Inputs : 0, shape.Inputs, 0);

    /// <summary>The state as a gate multiplies it; it meets the matrix from a row on.</summary>
    public StepFactor State(int gate, int matrixRow) => rows.Dropped is { } dropped
        ? new(dropped, gate * shape.Units, shape.Units, matrixRow)
        : new(rows.State, 0, shape.Units, matrixRow);

    /// <summary>Adds <c>z = x w + h u + b</c> of some gates; the first step has no state to multiply.</summary>
    public void AddGates(StepProduct product, int firstGate = 0)
    {
        if (rows.Masks is null)
        {
            AddGate(product, firstGate);
            return;
        }

        for (int gate = 0; gate < product.Matrix.Columns / shape.Units; gate++)
        {
            AddGate(product.OfGate(gate, shape.Units), firstGate + gate);
        }
    }

    /// <summary>Adds a product.</summary>
    public void Add(string summary, StepSet which, StepProduct product)
    {
        string[] names = product.Biases.Count == 0 || !hasBias ? [] : product.Biases.Count == 1 ? ["b"] : ["b", "b2"];
        var packed = new PackedProduct
        {
            Matrix = product.Matrix,
            Flavour = emission.Flavour,
            UnrollBudget = emission.UnrollBudget,
            Operands = product.Factors.Select(LoopOperand).ToArray(),
            Result = "z",
            ResultPitch = product.Result.Width,
            Biases = names,
            Accumulates = product.Accumulates,
        };
        KernelOperand[] weights =
        [
            KernelOperand.Reference("w").From(product.Matrix.Place),
            .. names.Select((name, i) => KernelOperand.Reference(name, "b").From(product.Biases[i])),
        ];
        StepRows[] operands = product.Factors.Select(factor => factor.Rows).Distinct().ToArray();
        pass.Product(product.Name, summary, which, packed, operands, weights, product.Result, product.Column);
    }

    /// <summary>Adds <c>dh = dz u^T</c>, the gradient of the state before the step.</summary>
    public void AddStateGradient(StepProduct product)
    {
        if (rows.DroppedGradient is null)
        {
            Add($"dh {(product.Accumulates ? "+" : "")}= dz u^T of one step.", StepSet.AllButFirst, product);
            return;
        }

        int[] gates = product.Factors
            .SelectMany(factor => Enumerable.Range(factor.MatrixRow / shape.Units, factor.Depth / shape.Units))
            .ToArray();
        foreach (StepFactor factor in product.Factors)
        {
            for (int gate = factor.MatrixRow; gate < factor.MatrixRow + factor.Depth; gate += shape.Units)
            {
                var ofGate = new StepProduct(product.Name + "OfGate", product.Matrix, rows.DroppedGradient)
                {
                    Column = gate,
                    Factors = [factor with { Offset = factor.Offset + gate - factor.MatrixRow, Depth = shape.Units, MatrixRow = gate }],
                };
                Add("A gate's dz u^T of one step.", StepSet.AllButFirst, ofGate);
            }
        }

        StateDropout.AddBackward(pass, rows, gates, product.Accumulates);
    }

    private ProductOperand LoopOperand(StepFactor factor) =>
        new(factor.Rows.Name, factor.Rows.Pitch(shape), factor.Offset, factor.Depth, factor.MatrixRow);

    private void AddGate(StepProduct product, int gate)
    {
        StepFactor input = Input(gate);
        StepFactor state = product.State is { } other ? new(other, 0, shape.Units, shape.Inputs) : State(gate, shape.Inputs);
        string bias = hasBias ? " + b" : "";
        Add($"z = x w{bias} of the first step.", StepSet.First, product with { Name = "First" + product.Name, Factors = [input] });
        Add($"z = x w + h u{bias} of one step.", StepSet.AllButFirst, product with { Factors = [input, state] });
    }
}
