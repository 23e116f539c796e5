using System;
using System.Globalization;

namespace StaticNets.Execution;

/// <summary>How many threads a piece of work deserves: a whole trainer or predictor, and each of its calls.</summary>
/// <param name="Threads">The threads of the team, the caller's included.</param>
/// <param name="Grain">How much a call must hold for each of them, in multiply-adds.</param>
internal readonly record struct TeamSize(int Threads, double Grain)
{
    /// <summary>
    /// The name of an AppContext switch for tests: as many threads as <c>Threads</c> says, up to this number, take part in every call, on
    /// any machine and whether or not it pays.
    /// </summary>
    public const string SwitchName = "StaticNets.ForcedThreads";

    /// <summary>Below this much a thread, waking it costs more than it brings.</summary>
    private const double DeservedWork = 1_000_000;

    /// <summary>
    /// Below this much the others are through before a thread has noticed, so that it isn't even of use to who asks for it.
    /// </summary>
    private const double UsefulWork = 100_000;

    private static readonly int s_forced = ReadSwitch();

    /// <summary>Whether each call takes all threads, because a test says so.</summary>
    public bool IsForced => Grain == 0;

    /// <param name="wished">The number of threads that was asked for; 0 leaves it to us.</param>
    /// <param name="work">The multiply-adds of the largest call.</param>
    public static TeamSize Choose(int wished, double work)
    {
        if (!Platform.HasThreads)
        {
            return new TeamSize(1, UsefulWork);
        }

        return wished > 0 && s_forced > 0
            ? new TeamSize(Math.Min(wished, s_forced), 0)
            : Choose(wished, work, Environment.ProcessorCount);
    }

    public static TeamSize Choose(int wished, double work, int processors)
    {
        double grain = wished == 0 ? DeservedWork : UsefulWork;
        int most = wished == 0 ? processors : Math.Min(wished, processors);
        return new TeamSize((int)Math.Clamp(work / grain, 1, most), grain);
    }

    /// <summary>The threads that a call deserves.</summary>
    public int Of(double work) => IsForced ? Threads : (int)Math.Clamp(work / Grain, 1, Threads);

    private static int ReadSwitch() => AppContext.GetData(SwitchName) switch
    {
        int threads => threads,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) => threads,
        _ => 0,
    };
}
