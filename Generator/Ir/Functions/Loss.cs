using StaticNets.Generator.Expressions;

namespace StaticNets.Generator.Ir.Functions;

/// <summary>A loss as passes and plans see it: which it is, and its settings. Its formulas stand with the kernels.</summary>
/// <param name="Name">The member of <c>StaticNets.Loss</c>, or the user's method with its class.</param>
internal sealed record Loss(string Name)
{
    /// <summary>The last activation that it is computed together with, or null.</summary>
    public string? FusedActivation { get; init; }

    /// <summary>Whether outputs are probabilities to it.</summary>
    public bool ReadsProbabilities { get; init; }

    /// <summary>Whether it takes class indices instead of targets.</summary>
    public bool IsSparse { get; init; }

    /// <summary>The class index that doesn't count, or null.</summary>
    public int? IgnoreClass { get; init; }

    /// <summary>The share of a target that is spread over all classes, from 0 to 1.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Where Huber's loss becomes linear.</summary>
    public double Delta { get; init; }

    /// <summary>The exponent of focal losses.</summary>
    public double Gamma { get; init; }

    /// <summary>The weight of focal losses, or null without balancing.</summary>
    public double? Alpha { get; init; }

    /// <summary>The user's method, or null.</summary>
    public FunctionSpec? Method { get; init; }

    /// <summary>A method of the user's. It may read anything: no advice on what comes before it.</summary>
    public static Loss Of(FunctionSpec method) => new(method.QualifiedName) { Method = method, ReadsProbabilities = true };

    /// <summary>What its kernels are called after it.</summary>
    public string Identifier => Method?.Emitted ?? Name;

    public override string ToString() => Name;
}
