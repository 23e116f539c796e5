using System;
using System.Threading;

namespace StaticNets.Execution;

/// <summary>Refuses a second call while one is under way.</summary>
/// <param name="refusal">The message.</param>
internal sealed class SingleUse(string refusal)
{
    private int _inUse;

    /// <summary>For an owner whose calls share buffers that are read unchecked.</summary>
    public static SingleUse Of(string owner) => new($"This {owner} is in use by another call. Use it from one thread at a time.");

    /// <exception cref="InvalidOperationException">Another call is under way.</exception>
    public void Enter()
    {
        if (Interlocked.Exchange(ref _inUse, 1) != 0)
        {
            throw new InvalidOperationException(refusal);
        }
    }

    public void Exit() => Volatile.Write(ref _inUse, 0);
}
