using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>Targets moved towards the same share for each class: <c>t (1 - amount) + amount / classes</c>.</summary>
/// <param name="Amount">From 0 to 1.</param>
internal readonly record struct LabelSmoothing(double Amount)
{
    /// <summary>A vector of targets, smoothed.</summary>
    public string Vector(Flavour flavour, string t, int classes) =>
        Amount == 0 ? t : flavour.MultiplyAdd(t, flavour.Broadcast(1 - Amount), flavour.Broadcast(Amount / classes));

    /// <summary>A target, smoothed.</summary>
    public string Scalar(string t, int classes) =>
        Amount == 0 ? t : $"({t} * {Literal.Float(1 - Amount)}) + {Literal.Float(Amount / classes)}";
}
