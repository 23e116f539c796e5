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
    /// <param name="id">The diagnostic's id.</param>
    /// <param name="argument">The argument concerned, or null for the attribute.</param>
    /// <param name="messageArguments">What fills the message's placeholders.</param>
    public void Add(string id, string? argument, params string[] messageArguments) =>
        problems.Add(new Problem(id, attribute, argument, new EquatableArray<string>(messageArguments)));
}
