using System;
using System.Globalization;
using StaticNets.Benchmarks.Measuring;
using StaticNets.Execution;

namespace StaticNets.Codegen.Tests.Nets;

/// <summary>
/// A child process that calls everything of every net once, and the benchmarks' chains of products, in the widest vectors that it may use, and prints their width:
/// <c>[--max-width BITS]</c>.
/// </summary>
internal static class Exercise
{
    public const string MaxWidth = "--max-width";

    public static int Run(string[] arguments)
    {
        // Before anything touches SimdWidth, which reads the switch once.
        if (arguments is [MaxWidth, string bits])
        {
            AppContext.SetData(SimdWidth.SwitchName, int.Parse(bits, CultureInfo.InvariantCulture));
        }

        foreach (NetCase net in NetList.All)
        {
            net.CallEverything();
        }

        Peak.Run(loops: 1);

        Console.WriteLine(SimdWidth.Bits.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
