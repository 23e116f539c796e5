using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Plan.Recurrences;

/// <summary>What tells recurrent cells apart.</summary>
/// <param name="Gates">Columns of the kernels a unit.</param>
/// <param name="StripFloats">Floats in the worker's memory for each sample of a block, whatever the pass.</param>
/// <param name="Matrices">The matrices that the forward pass multiplies by, one behind the other.</param>
internal sealed record CellPlan(int Gates, long StripFloats, IReadOnlyList<PackedMatrix> Matrices)
{
    /// <summary>Values that a step's products leave for each unit.</summary>
    public int GateValues { get; init; } = Gates;

    /// <summary>Whether a step reads the state before it beside multiplying it.</summary>
    public bool BlendsStates { get; init; }

    public static CellPlan Of(Recurrence operation)
    {
        int units = operation.Units;
        int rows = operation.Inputs + units;
        switch (operation.Cell)
        {
            case CellKind.Lstm:
                return new CellPlan(4, MemorySize.Product(6, units), [new(0, rows, 4 * units)]);
            case CellKind.Gru:
                var gates = new PackedMatrix(0, rows, 2 * units);
                var ofInput = new PackedMatrix(gates.Size, operation.Inputs, units);
                var ofState = new PackedMatrix(gates.Size + ofInput.Size, units, units);

                // z, r, and the two sides of g: x w + b and h' u + b'.
                return new CellPlan(3, MemorySize.Product(5, units), [gates, ofInput, ofState]) { GateValues = 4, BlendsStates = true };
            case CellKind.GruResetBefore:
                var zr = new PackedMatrix(0, rows, 2 * units);
                return new CellPlan(3, MemorySize.Product(5, units), [zr, new PackedMatrix(zr.Size, rows, units)]) { BlendsStates = true };
            default:
                return new CellPlan(1, MemorySize.Product(2, units), [new(0, rows, units)]);
        }
    }
}
