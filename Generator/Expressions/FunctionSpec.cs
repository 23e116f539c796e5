namespace StaticNets.Generator.Expressions;

/// <summary>A static method of the user's that is an activation or a loss.</summary>
internal sealed record FunctionSpec
{
    /// <summary>The class of the emitted code that holds all of them.</summary>
    public const string EmittedClass = "VectorFunctions";

    /// <summary>The class that it stands in, without its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>The method's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is called in emitted code, where no other function of the net has that name.</summary>
    public required string Emitted { get; init; }

    /// <summary>What its derivative is called there.</summary>
    public required string EmittedDerivative { get; init; }

    /// <summary>The parameters' names, with <c>@</c> where they are keywords.</summary>
    public required EquatableArray<string> Parameters { get; init; }

    /// <summary>What it computes.</summary>
    public required Expression Body { get; init; }

    /// <summary>The derivative by the last parameter that the user wrote beside it, or null.</summary>
    public Expression? OwnDerivative { get; init; }

    /// <summary>The name that tells it from StaticNets' own functions: <c>DigitNet.Squash</c>.</summary>
    public string QualifiedName => Type + "." + Name;

    /// <summary>The derivative by the last parameter: the user's, else derived.</summary>
    public Expression DerivativeBody => OwnDerivative ?? Derivative.Of(Body, Parameters.Count - 1);
}
