using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.Intrinsics.X86;
using StaticNets.Execution;
using StaticNets.Tests.Checks.Tests;

namespace StaticNets.Tests.Checks;

/// <summary>
/// A child process: all checks of predictions, gradients and whole trainings in one vector width, without xunit. One line a failure, and a
/// last line that says what ran.
/// <c>--flavour NAME [--nets A,B] [--thorough yes] [--borders yes] [--stand-in FAULT]</c>; the stand-in is the reference itself, to test the
/// process without emitted nets; thorough are the checks of threads, penalties, noise and allocations, too; with borders nothing is checked
/// but that no net touches what stands beyond its buffers. With <c>--ledger yes</c> nothing is checked: there is
/// a line of <see cref="BitLedger"/> for each net.
/// </summary>
internal static class FlavourProcess
{
    public const int Passed = 0;
    public const int Failed = 1;
    public const int WrongCall = 2;
    public const int Impossible = 3;

    public static int Run(string[] arguments)
    {
        string? name = Option(arguments, "--flavour");
        if (name is null || Flavour.All.All(candidate => candidate.Name != name))
        {
            Console.Error.WriteLine("--flavour " + string.Join('|', Flavour.All.Select(candidate => candidate.Name)));
            return WrongCall;
        }

        // Before anything touches SimdWidth, which reads the switch once.
        Flavour flavour = Flavour.Named(name);
        AppContext.SetData(SimdWidth.SwitchName, flavour.Bits);
        if (flavour.Obstacle is string obstacle)
        {
            Console.WriteLine($"flavour {name}: skipped, {obstacle}");
            return Impossible;
        }

        if (flavour.Mismatch(SimdWidth.Bits) is string mismatch)
        {
            Console.WriteLine($"flavour {name}: {mismatch}");
            return Failed;
        }

        if (Option(arguments, "--ledger") is not null)
        {
            foreach (NetCase net in Nets(Option(arguments, "--nets"), standIn: null))
            {
                Console.WriteLine(BitLedger.Line(name, net));
            }

            return Passed;
        }

        bool thorough = Option(arguments, "--thorough") is not null;
        bool borders = Option(arguments, "--borders") is not null;
        List<NetCase> nets = Nets(Option(arguments, "--nets"), Option(arguments, "--stand-in"));
        return RunChecks(flavour, nets, borders ? OnlyBorders : net => Wanted(net, thorough));
    }

    /// <summary>The last line of a process that passed.</summary>
    public static string Summary(Flavour flavour, int nets, int checks, int failures) => string.Create(
        CultureInfo.InvariantCulture,
        $"flavour {flavour.Name}: {nets} nets, {checks} checks, {failures} failures; {SimdWidth.Bits} bits, FMA {Fma.IsSupported}");

    private static int RunChecks(Flavour flavour, List<NetCase> nets, Func<NetCase, IEnumerable<Action<NetCase>>> wanted)
    {
        int checks = 0;
        int failures = 0;
        foreach (NetCase net in nets)
        {
            foreach (Action<NetCase> check in wanted(net))
            {
                checks++;
                try
                {
                    check(net);
                }
                catch (Exception failure) when (failure is not OutOfMemoryException)
                {
                    failures++;
                    Console.WriteLine(failure is CheckFailure ? failure.Message : $"{net}: {failure}");
                }
            }
        }

        Console.WriteLine(Summary(flavour, nets.Count, checks, failures));
        return failures == 0 ? Passed : Failed;
    }

    private static IEnumerable<Action<NetCase>> OnlyBorders(NetCase net)
    {
        Console.WriteLine(net);
        Console.Out.Flush();
        yield return BorderCheck.Run;
    }

    private static IEnumerable<Action<NetCase>> Wanted(NetCase net, bool thorough)
    {
        if (net.LongSums > 0)
        {
            yield return LongSumCheck.Run;
            yield break;
        }

        yield return ForwardCheck.Run;
        if (net.Trains)
        {
            yield return net.HasHiddenNoise ? HiddenNoiseCheck.Run : GradientCheck.Run;
        }

        if (net.HasInputGradients || (thorough && net.TakesGradients))
        {
            yield return OutsideGradientCheck.Run;
        }

        if (TrainingCheck.AppliesTo(net))
        {
            yield return TrainingCheck.Run;
        }

        if (!thorough)
        {
            yield break;
        }

        if (net.Trains)
        {
            yield return ThreadCheck.Run;
        }

        if (NetList.Penalized.Contains(net))
        {
            yield return PenaltyCheck.Run;
        }

        if (NetList.Noisy.Contains(net))
        {
            yield return NoiseCheck.Run;
        }

        if (StatisticsCheck.AppliesTo(net))
        {
            yield return StatisticsCheck.Run;
        }

        yield return AllocationCheck.Run;
    }

    private static List<NetCase> Nets(string? names, string? standIn)
    {
        IEnumerable<NetCase> nets = names is null
            ? NetList.WithLongSums
            : names.Split(',').Select(NetList.Named);
        return standIn is null ? [.. nets] : [.. nets.Select(net => StandIn.For(net.Type, Enum.Parse<Fault>(standIn)))];
    }

    private static string? Option(string[] arguments, string name)
    {
        int place = Array.IndexOf(arguments, name);
        return place >= 0 && place + 1 < arguments.Length ? arguments[place + 1] : null;
    }
}
