using System;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>Chooses how each operation is run.</summary>
internal static class Planner
{
    public static OperationPlan Plan(Operation operation, OperationUse use) => operation switch
    {
        _ => new OperationPlan(operation, use),
    };
}
