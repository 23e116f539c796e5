using Microsoft.CodeAnalysis;
using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Functions;

/// <summary>What is wrong with functions, each thing once: two layers may have the same.</summary>
internal sealed class ProblemList
{
    private readonly List<LocatedProblem> _problems = [];

    public IReadOnlyList<LocatedProblem> All => _problems;

    /// <summary>How often something was reported, repetitions included.</summary>
    public int Reports { get; private set; }

    public void Add(Problem found, Location location)
    {
        Reports++;
        var problem = new LocatedProblem(found, location);
        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }
}
