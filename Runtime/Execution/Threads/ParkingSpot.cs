using System.Diagnostics;
using System.Threading;

namespace StaticNets.Execution;

/// <summary>Where one thread waits for a counter to change: it spins for a while, then sleeps until another thread wakes it.</summary>
internal sealed class ParkingSpot(bool maySpin)
{
    private const long SpinMicroseconds = 100;

    private static readonly long s_spinTicks = Stopwatch.Frequency * SpinMicroseconds / 1_000_000;

    private readonly AutoResetEvent _event = new(false);
    private int _parked;

    /// <summary>Lets the runtime allocate now what a thread's first wait needs, so that no later one does.</summary>
    public void Prepare() => _event.WaitOne(0);

    /// <summary>Waits until the counter equals the value, or until it differs from it.</summary>
    public void Wait(ref int counter, int value, bool untilEqual)
    {
        if (Spin(ref counter, value, untilEqual))
        {
            return;
        }

        // Whoever changes the counter looks for a parked thread afterwards, and the exchange is a full fence. So either the change is seen
        // here or the parked thread is seen there.
        while (!IsReached(ref counter, value, untilEqual))
        {
            Interlocked.Exchange(ref _parked, 1);
            if (!IsReached(ref counter, value, untilEqual) || Interlocked.Exchange(ref _parked, 0) == 0)
            {
                Sleep();
            }
        }
    }

    /// <summary>Wakes the thread if it sleeps. To be called after the counter was changed by an interlocked operation.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _parked) == 1 && Interlocked.Exchange(ref _parked, 0) == 1)
        {
            _event.Set();
        }
    }

    private static bool IsReached(ref int counter, int value, bool untilEqual) => (Volatile.Read(ref counter) == value) == untilEqual;

    // An interrupt must not end the wait: the other threads may still write to the caller's memory. It strikes at the caller's next wait.
    private void Sleep() => Gate.Wait(_event);

    private bool Spin(ref int counter, int value, bool untilEqual)
    {
        // With more workers than processors a spinning thread would keep the one that it waits for from running.
        long end = maySpin ? Stopwatch.GetTimestamp() + s_spinTicks : 0;
        do
        {
            for (int i = 0; i < 16; i++)
            {
                if (IsReached(ref counter, value, untilEqual))
                {
                    return true;
                }

                Thread.SpinWait(4);
            }
        }
        while (maySpin && Stopwatch.GetTimestamp() < end);
        return false;
    }
}
