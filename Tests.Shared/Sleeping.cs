using System;
using System.Threading;

namespace StaticNets.Tests.Shared;

/// <summary>Tests that need another thread to wait see it wait, instead of hoping that it does after a while.</summary>
internal static class Sleeping
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>How long something may take that must not happen at all.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns once the thread sleeps: for a lock, an event, or another thread.</summary>
    /// <exception cref="TimeoutException">It does not, or has ended.</exception>
    public static void Await(Thread thread)
    {
        if (!SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin), s_patience))
        {
            throw new TimeoutException($"The thread should sleep, but it is {thread.ThreadState}.");
        }
    }
}
