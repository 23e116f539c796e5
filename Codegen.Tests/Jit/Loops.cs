using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Codegen.Tests.Jit;

/// <summary>The loops of a listed method.</summary>
/// <remarks>
/// A loop is what a compiler calls a natural one: a jump back to a block that every way to the jump goes through, and all blocks from which the jump is
/// reached without that one. Where the code stands does not matter: the JIT puts a loop's parts in places of its choice.
/// </remarks>
internal static class Loops
{
    /// <summary>The instructions of each loop that holds no other, in code order.</summary>
    public static IReadOnlyList<IReadOnlyList<ListedInstruction>> Innermost(ListedMethod method)
    {
        int[] starts = BlockStarts(method);
        List<int>[] successors = Successors(method, starts);
        List<int>[] predecessors = Invert(successors);
        HashSet<int>[] dominators = Dominators(predecessors);

        Dictionary<int, HashSet<int>> loops = [];
        for (int block = 0; block < successors.Length; block++)
        {
            foreach (int header in successors[block].Where(dominators[block].Contains))
            {
                loops.TryAdd(header, [header]);
                AddBody(loops[header], block, predecessors);
            }
        }

        return [.. loops
            .Where(loop => !loops.Keys.Any(header => header != loop.Key && loop.Value.Contains(header)))
            .OrderBy(loop => loop.Key)
            .Select(loop => Instructions(method, starts, loop.Value))];
    }

    private static ListedInstruction[] Instructions(ListedMethod method, int[] starts, HashSet<int> blocks) =>
        [.. blocks.Order().SelectMany(block => method.Instructions.Skip(starts[block]).Take(End(method, starts, block) - starts[block]))];

    private static int[] BlockStarts(ListedMethod method)
    {
        SortedSet<int> starts = [0, .. method.Labels.Values];
        for (int i = 0; i < method.Instructions.Count; i++)
        {
            if (method.Instructions[i].IsJump || method.Instructions[i].Ends)
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts.Where(start => start < method.Instructions.Count)];
    }

    private static int End(ListedMethod method, int[] starts, int block) => block + 1 < starts.Length ? starts[block + 1] : method.Instructions.Count;

    private static List<int>[] Successors(ListedMethod method, int[] starts)
    {
        List<int>[] successors = new List<int>[starts.Length];
        for (int block = 0; block < starts.Length; block++)
        {
            ListedInstruction last = method.Instructions[End(method, starts, block) - 1];
            successors[block] = [];
            if (!last.Ends && block + 1 < starts.Length)
            {
                successors[block].Add(block + 1);
            }

            if (last.IsJump && method.Labels.TryGetValue(last.Operands.Split(' ')[^1], out int target) && target < method.Instructions.Count)
            {
                successors[block].Add(Array.BinarySearch(starts, target));
            }
        }

        return successors;
    }

    private static List<int>[] Invert(List<int>[] successors)
    {
        List<int>[] predecessors = [.. successors.Select(_ => new List<int>())];
        for (int block = 0; block < successors.Length; block++)
        {
            foreach (int successor in successors[block])
            {
                predecessors[successor].Add(block);
            }
        }

        return predecessors;
    }

    // A block is dominated by itself and by what dominates all its predecessors.
    private static HashSet<int>[] Dominators(List<int>[] predecessors)
    {
        int[] all = [.. Enumerable.Range(0, predecessors.Length)];
        HashSet<int>[] dominators = [.. all.Select(block => block == 0 ? new HashSet<int> { 0 } : [.. all])];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int block = 1; block < predecessors.Length; block++)
            {
                int before = dominators[block].Count;
                foreach (int predecessor in predecessors[block])
                {
                    dominators[block].RemoveWhere(candidate => candidate != block && !dominators[predecessor].Contains(candidate));
                }

                changed |= dominators[block].Count != before;
            }
        }

        return dominators;
    }

    private static void AddBody(HashSet<int> body, int end, List<int>[] predecessors)
    {
        Stack<int> open = new([end]);
        while (open.TryPop(out int block))
        {
            if (body.Add(block))
            {
                foreach (int predecessor in predecessors[block])
                {
                    open.Push(predecessor);
                }
            }
        }
    }
}
