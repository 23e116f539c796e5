using System;
using System.Threading;

namespace StaticNets.Execution;

/// <summary>Refuses a second call while one is under way: both would share buffers that are read unchecked.</summary>
internal sealed class SingleUse(string owner)
{
    private int _inUse;

    /// <exception cref="InvalidOperationException">Another call is under way.</exception>
    public void Enter()
    {
        if (Interlocked.Exchange(ref _inUse, 1) != 0)
        {
            throw new InvalidOperationException($"This {owner} is in use by another call. Use it from one thread at a time.");
        }
    }

    public void Exit() => Volatile.Write(ref _inUse, 0);
}
