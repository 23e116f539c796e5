using System;
using System.Collections.Generic;

namespace StaticNets.Execution;

/// <summary>What one worker does with the samples first to below last.</summary>
internal delegate void SamplePass(int worker, int first, int last);

/// <summary>
/// Passes over the samples of a batch, each worker a range of them, one after the other without waiting for the others: a barrier stands
/// only between the parts of a pass, which need the whole batch.
/// </summary>
internal sealed class SamplePasses(TrainingMemory memory)
{
    private readonly List<List<SamplePass>> _phases = [[]];

    /// <summary>One phase for each stretch between barriers.</summary>
    public IEnumerable<TrainingPhase> Phases
    {
        get
        {
            foreach (List<SamplePass> passes in _phases)
            {
                SamplePass[] together = [.. passes];
                yield return new TrainingPhase((worker, workers) => Run(together, worker, workers));
            }
        }
    }

    /// <summary>Goes on with a pass.</summary>
    public SamplePasses Add(SamplePass pass)
    {
        _phases[^1].Add(pass);
        return this;
    }

    /// <summary>Goes on with the first part of a pass; each of the others waits for the one before.</summary>
    public SamplePasses AddParts(Action<int, int, int, int> pass, int parts)
    {
        for (int i = 0; i < parts; i++)
        {
            int part = i;
            if (part > 0)
            {
                _phases.Add([]);
            }

            Add((worker, first, last) => pass(part, worker, first, last));
        }

        return this;
    }

    private void Run(SamplePass[] passes, int worker, int workers)
    {
        (int first, int last) = WorkShare.Of(memory.Count, worker, workers);
        foreach (SamplePass pass in passes)
        {
            pass(worker, first, last);
        }
    }
}
