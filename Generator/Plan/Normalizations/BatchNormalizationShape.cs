using StaticNets.Generator.Ir.Functions;

namespace StaticNets.Generator.Plan.Normalizations;

/// <summary>A batch normalization as its kernels see it.</summary>
internal sealed record BatchNormalizationShape
{
    /// <summary>Positions of a sample: height times width.</summary>
    public required int Rows { get; init; }

    public required int Channels { get; init; }

    public required double Epsilon { get; init; }

    public required bool HasGamma { get; init; }

    public required bool HasBeta { get; init; }

    /// <summary>The activation that is applied to the results in registers.</summary>
    public required Activation Activation { get; init; }

    public bool IsActivated => !Activation.IsLinear;

    /// <summary>Whether a sample has statistics of its own; one with a single row is its own mean.</summary>
    public bool HasSampleMoments => Rows > 1 || IsMasked;

    /// <summary>Whether only some steps of each sample count in the statistics.</summary>
    public bool IsMasked { get; init; }

    /// <summary>How many of the rows are one step for the mask.</summary>
    public int RowsOfStep { get; init; } = 1;

    /// <summary>The place of a row in the mask.</summary>
    public string InMask(string row) => RowsOfStep == 1 ? row : $"{row} / {Literal.Int(RowsOfStep)}";

    /// <summary>The number of the moving mean among the layer's weights; the moving variance follows.</summary>
    public int MovingMean => (HasGamma ? 1 : 0) + (HasBeta ? 1 : 0);

    public int Beta => HasGamma ? 1 : 0;
}
