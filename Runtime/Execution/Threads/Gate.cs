using System.Threading;

namespace StaticNets.Execution;

/// <summary>
/// Waits that an interrupt does not end, before what must be done whatever happens: giving back, ending, waking. It strikes at the thread's
/// next wait. Nothing is allocated.
/// </summary>
internal static class Gate
{
    /// <summary>Waits for a lock. <see cref="Monitor.Exit"/> follows.</summary>
    public static void Enter(object gate)
    {
        bool interrupted = false;
        for (bool entered = false; !entered;)
        {
            try
            {
                Monitor.Enter(gate, ref entered);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }

        PassOn(interrupted);
    }

    /// <summary>Waits for an event.</summary>
    public static void Wait(WaitHandle handle)
    {
        bool interrupted = false;
        for (bool done = false; !done;)
        {
            try
            {
                done = handle.WaitOne();
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }

        PassOn(interrupted);
    }

    /// <summary>Waits for the end of a thread.</summary>
    public static void Join(Thread thread)
    {
        bool interrupted = false;
        for (bool done = false; !done;)
        {
            try
            {
                thread.Join();
                done = true;
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }

        PassOn(interrupted);
    }

    private static void PassOn(bool interrupted)
    {
        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }
}
