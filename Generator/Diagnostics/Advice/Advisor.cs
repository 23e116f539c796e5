using StaticNets.Generator.Declaration;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Diagnostics.Advice;

/// <summary>
/// What in a valid net is rarely meant. Only the analyzer asks: the generator never sees advice, so it can't change
/// what is emitted or cached.
/// </summary>
internal static class Advisor
{
    private static readonly Func<AdvisedNet, IEnumerable<Problem>>[] s_rules =
    [
        SoftmaxAdvice.FindInside,
        LossAdvice.Find,
        PenaltyAdvice.Find,
        DropoutAdvice.Find,
        VectorAdvice.Find,
        SoftmaxAdvice.FindOfOne,
        FlattenAdvice.Find,
    ];

    public static IEnumerable<Problem> Find(NetSpec spec, NetGraph declared, Graph lowered)
    {
        var net = new AdvisedNet(spec, declared, lowered);
        return s_rules.SelectMany(rule => rule(net));
    }
}
