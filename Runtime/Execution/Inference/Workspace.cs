using System;
using System.Collections.Generic;
using System.Threading;

namespace StaticNets.Execution;

/// <summary>The activations of one block of samples.</summary>
internal sealed class Workspace(int length)
{
    private readonly AlignedBuffer _buffer = new(length);

    public Span<float> Span => _buffer.Span;

    public ref float Reference => ref _buffer.Reference;

    /// <summary>The loss of each sample of the block and each output; made when first needed.</summary>
    public float[]? Losses { get; set; }

    /// <summary>What sums them up; made when first needed.</summary>
    public BatchLoss? Loss { get; set; }

    /// <summary>The labels of the block; made when first needed.</summary>
    public int[]? Labels { get; set; }

    /// <summary>The targets of the block; made when first needed.</summary>
    public AlignedBuffer? Targets { get; set; }
}

/// <summary>Workspaces that are not in use. It grows to as many as were ever used at once.</summary>
internal sealed class WorkspacePool(int length)
{
    private readonly Stack<Workspace> _free = new();

    public Workspace Rent()
    {
        lock (_free)
        {
            if (_free.TryPop(out Workspace? workspace))
            {
                return workspace;
            }
        }

        return new Workspace(length);
    }

    public void Return(Workspace workspace)
    {
        Gate.Enter(_free);
        try
        {
            _free.Push(workspace);
        }
        finally
        {
            Monitor.Exit(_free);
        }
    }
}
