using StaticNets.Generator.Plan.Recurrences;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>A product of a step.</summary>
/// <param name="Name">The kernel's name.</param>
/// <param name="Matrix">What is multiplied by.</param>
/// <param name="Result">The rows that receive it.</param>
internal sealed record StepProduct(string Name, PackedMatrix Matrix, StepRows Result)
{
    /// <summary>Where in the rows the results begin.</summary>
    public int Column { get; init; }

    /// <summary>Where in the layer's bias the product's biases begin: one, two, or none.</summary>
    public IReadOnlyList<int> Biases { get; init; } = [];

    /// <summary>What is multiplied, in the order of summation.</summary>
    public IReadOnlyList<StepFactor> Factors { get; init; } = [];

    /// <summary>What is multiplied in the state's place, or null for the state itself.</summary>
    public StepRows? State { get; init; }

    /// <summary>Whether the results are added to what the rows hold.</summary>
    public bool Accumulates { get; init; }

    /// <summary>The product of one gate alone.</summary>
    public StepProduct OfGate(int gate, int units) => this with
    {
        Name = Name + "OfGate",
        Matrix = Matrix.OfGate(gate, units),
        Column = Column + (gate * units),
        Biases = Biases.Select(bias => bias + (gate * units)).ToArray(),
    };
}

/// <summary>Values of each row that meet rows of the matrix.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Offset">The first value.</param>
/// <param name="Depth">How many.</param>
/// <param name="MatrixRow">The row of the matrix that the first meets.</param>
internal sealed record StepFactor(StepRows Rows, int Offset, int Depth, int MatrixRow);
