namespace StaticNets.Generator.Ir.Ops;

/// <summary><c>y = activation(x w + b)</c> over the last axis: (…, D) x (D, U) -> (…, U).</summary>
internal sealed record MatrixProduct : WeightedOperation
{
    public override string Kind => "matrix_product";

    /// <summary>Values of a row of x: D.</summary>
    public int Inputs => OfStep(X).Last;

    /// <summary>Values of a row of y: U.</summary>
    public int Units => Result.Shape.Last;

    /// <summary>Rows of each sample.</summary>
    public int Rows => OfStep(X).Rows;

    public override long MultiplyAdds => (long)Rows * Inputs * Units * Steps;
}
