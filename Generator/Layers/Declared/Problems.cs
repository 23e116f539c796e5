using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>Collects what is wrong with a net.</summary>
internal sealed class Problems
{
    private readonly List<Problem> _all = new();

    public IReadOnlyList<Problem> All => _all;

    public int Count => _all.Count;

    public void Add(Problem problem) => _all.Add(problem);

    public ProblemSink For(int attribute) => new(this, attribute);
}

/// <summary>Collects what is wrong with one attribute.</summary>
internal readonly struct ProblemSink(Problems problems, int attribute)
{
    public void Add(Problem problem) => problems.Add(problem with { Attribute = attribute });
}
