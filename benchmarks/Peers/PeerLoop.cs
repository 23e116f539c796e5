using System;
using System.Diagnostics;
using System.Globalization;

namespace StaticNets.Benchmarks.Peers;

/// <summary>A peer written in C#: it reads a command a line and answers each with a line.</summary>
internal static class PeerLoop
{
    /// <summary>The threads that the library may use.</summary>
    public static int Threads { get; } = int.Parse(Environment.GetEnvironmentVariable("OMP_NUM_THREADS") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>Answers until the other side closes the pipe. An exception ends the process, whose last line then says why.</summary>
    public static void Run(Func<string[], string> answer)
    {
        while (Console.In.ReadLine() is string line)
        {
            Console.Out.WriteLine(answer(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            Console.Out.Flush();
        }
    }

    /// <summary>The answer to <c>run WARM COUNT</c>: the mean of so many runs, after untimed ones.</summary>
    public static string Time(Action run, string warm, string count)
    {
        MeanMicroseconds(run, int.Parse(warm, CultureInfo.InvariantCulture));
        return string.Create(CultureInfo.InvariantCulture, $"us {MeanMicroseconds(run, int.Parse(count, CultureInfo.InvariantCulture)):F3}");
    }

    public static double MeanMicroseconds(Action run, int count)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            run();
        }

        return count == 0 ? 0 : Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }
}
