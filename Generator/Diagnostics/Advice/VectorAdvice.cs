using StaticNets.Generator.Layers.Declared;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Diagnostics.Advice;

/// <summary>
/// Units or filters that leave much of their last vector unused. A layer's time goes by the number of its vectors: Dense(17) was
/// measured to take as long as Dense(32), with one sample and with many. How many classes an output has is not the user's to
/// choose: no advice for outputs.
/// </summary>
internal static class VectorAdvice
{
    // With less work than this a layer takes well under a microsecond a sample, and another size gains nothing that can be felt.
    private const long LeastMultiplyAdds = 1 << 14;

    // One lane in four. Below that the way to the next full vector is shorter than other sources of a few percent.
    private const double LargestWaste = 0.25;

    private const int NarrowestVector = 4;

    public static IEnumerable<Problem> Find(AdvisedNet net)
    {
        foreach (Node node in net.Graph.Nodes.Where(node => node.Layer.Weights.Count > 0 && !net.Outputs.Contains(node)))
        {
            int columns = node.Shape.Last;
            int lanes = Flavour.Widest.Fit(columns).Lanes;
            int room = (columns + lanes - 1) / lanes * lanes;
            if (columns > NarrowestVector
                && room - columns >= LargestWaste * room
                && net.Operations(node).Sum(operation => operation.MultiplyAdds) >= LeastMultiplyAdds)
            {
                int below = room == lanes ? lanes / 2 : room - lanes;
                string argument = node.Layer.Kind == "Dense" ? "Units" : "Filters";
                yield return AdviceDiagnostics.EmptyLanes(net.Label(node), argument, columns, room, below)
                    with { Attribute = node.Attribute };
            }
        }
    }
}
