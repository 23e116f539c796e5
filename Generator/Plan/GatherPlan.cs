using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Plan;

/// <summary>How a table's rows are read: the gradient of a row is gathered from the places that name it.</summary>
internal static class GatherPlan
{
    /// <summary>The places, row after row.</summary>
    public static NamedBuffer Places(Gather operation) => new("Place", operation.OfStep(operation.X).Size);

    /// <summary>Where the places of each row end.</summary>
    public static NamedBuffer Ends(Gather operation) => new("End", operation.Limit);

    public static OperationPlan Of(Gather operation, OperationUse use) => use.Trains && operation.Table.IsTrainable
        ? new(operation, use) { Saved = [Places(operation)], Derived = [Ends(operation)] }
        : new(operation, use);
}
