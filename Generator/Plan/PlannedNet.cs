using System.Threading;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Plan;

/// <summary>A declaration up to the point where code is written: all that can be wrong with it but the length of that is known.</summary>
/// <param name="Plan">How the net runs, or null where anything is wrong.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record PlannedNet(NetPlan? Plan, IReadOnlyList<Problem> Problems)
{
    public static PlannedNet Of(NetSpec spec, CancellationToken cancellation)
    {
        NetCompilation net = GraphBuilder.Build(spec, cancellation);
        if (net.Graph is null || net.Lowered is null)
        {
            return new PlannedNet(null, net.Problems);
        }

        var plan = NetPlan.Of(net.Graph, net.Lowered, cancellation);
        return MemoryCheck.Find(spec, plan) is { } problem
            ? new PlannedNet(null, [.. net.Problems, problem])
            : new PlannedNet(plan, net.Problems);
    }
}
