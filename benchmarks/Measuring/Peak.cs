using System;
using System.Diagnostics;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using StaticNets.Execution;

namespace StaticNets.Benchmarks.Measuring;

/// <summary>What a core can do at most: multiply-adds that don't wait for each other, on vectors as our kernels use.</summary>
internal static class Peak
{
    private const int Products = 6_000_000;
    private const int Bursts = 40;

    /// <summary>As many chains as the registers hold beside two operands; one more would go through memory and halve the figure.</summary>
    public static int Chains => Vector512.IsHardwareAccelerated || AdvSimd.IsSupported ? ProductChains.Many : ProductChains.Few;

    /// <summary>The best of many short bursts, in GFLOP/s; a multiply-add counts as two.</summary>
    public static double MeasureGigaflops()
    {
        Run(Products / Chains);
        return Enumerable.Range(0, Bursts).Max(_ => Burst());
    }

    /// <summary>Runs all chains so many times, and returns a number that depends on each of them.</summary>
    public static float Run(int loops) => SimdWidth.Bits switch
    {
        512 => Run<ProductChains.Lanes512, Vector512<float>>(loops),
        256 => Run<ProductChains.Lanes256, Vector256<float>>(loops),
        _ => Run<ProductChains.Lanes128, Vector128<float>>(loops),
    };

    private static float Run<TLanes, T>(int loops)
        where TLanes : ProductChains.ILanes<T> =>
        Chains == ProductChains.Many ? ProductChains.RunMany<TLanes, T>(loops) : ProductChains.RunFew<TLanes, T>(loops);

    private static double Burst()
    {
        int loops = Products / Chains;
        long start = Stopwatch.GetTimestamp();
        Run(loops);
        double flops = 2.0 * loops * Chains * SimdWidth.Bits / (8 * sizeof(float));
        return flops / Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
