using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Tests.Plan;

/// <summary>Memory that remembers which values stand in it; a value is gone when another is stored over a part of it.</summary>
internal sealed class SimulatedMemory
{
    private readonly List<(object Space, long Start, long End, HashSet<Value> Values)> _held = [];

    public void Store(object space, long start, long size, Value value)
    {
        _held.RemoveAll(held => held.Space == space && held.Start < start + size && start < held.End);
        _held.Add((space, start, start + size, [value]));
    }

    /// <summary>The same memory under another shape.</summary>
    public void View(Value source, Value result) => _held.Single(held => held.Values.Contains(source)).Values.Add(result);

    public bool Holds(Value value) => _held.Any(held => held.Values.Contains(value));

    /// <summary>Forgets all that stands in a space.</summary>
    public void Clear(object space) => _held.RemoveAll(held => held.Space == space);
}
