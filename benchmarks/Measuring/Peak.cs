using System;
using System.Diagnostics;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using StaticNets.Execution;

namespace StaticNets.Benchmarks.Measuring;

/// <summary>What a core can do at most: multiply-adds in 16 chains that don't wait for each other, on vectors as our kernels use.</summary>
internal static class Peak
{
    private const int Chains = 16;
    private const int Loops = 400_000;
    private const int Bursts = 40;

    /// <summary>The best of many short bursts, in GFLOP/s; a multiply-add counts as two.</summary>
    public static double MeasureGigaflops()
    {
        Action<int> chains = SimdWidth.Bits switch { 512 => Run512, 256 => Run256, _ => Run128 };
        chains(Loops);
        return Enumerable.Range(0, Bursts).Max(_ => Burst(chains));
    }

    private static double Burst(Action<int> chains)
    {
        long start = Stopwatch.GetTimestamp();
        chains(Loops);
        double flops = 2.0 * Loops * Chains * SimdWidth.Bits / (8 * sizeof(float));
        return flops / Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static void Run512(int loops) => Chain<Lanes512>.Run(loops);

    private static void Run256(int loops) => Chain<Lanes256>.Run(loops);

    private static void Run128(int loops) => Chain<Lanes128>.Run(loops);

    private interface ILanes<TSelf>
        where TSelf : struct, ILanes<TSelf>
    {
        static abstract TSelf Create(float value);

        TSelf MultiplyAdd(TSelf x, TSelf y);

        float First();
    }

    private static class Chain<T>
        where T : struct, ILanes<T>
    {
        private static float s_result;

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        public static void Run(int loops)
        {
            T x = T.Create(0.999f);
            T y = T.Create(0.001f);
            T a0 = x, a1 = x, a2 = x, a3 = x, a4 = x, a5 = x, a6 = x, a7 = x;
            T b0 = y, b1 = y, b2 = y, b3 = y, b4 = y, b5 = y, b6 = y, b7 = y;
            for (int i = 0; i < loops; i++)
            {
                a0 = a0.MultiplyAdd(x, y);
                a1 = a1.MultiplyAdd(x, y);
                a2 = a2.MultiplyAdd(x, y);
                a3 = a3.MultiplyAdd(x, y);
                a4 = a4.MultiplyAdd(x, y);
                a5 = a5.MultiplyAdd(x, y);
                a6 = a6.MultiplyAdd(x, y);
                a7 = a7.MultiplyAdd(x, y);
                b0 = b0.MultiplyAdd(x, y);
                b1 = b1.MultiplyAdd(x, y);
                b2 = b2.MultiplyAdd(x, y);
                b3 = b3.MultiplyAdd(x, y);
                b4 = b4.MultiplyAdd(x, y);
                b5 = b5.MultiplyAdd(x, y);
                b6 = b6.MultiplyAdd(x, y);
                b7 = b7.MultiplyAdd(x, y);
            }

            s_result = a0.First() + a1.First() + a2.First() + a3.First() + a4.First() + a5.First() + a6.First() + a7.First()
                + b0.First() + b1.First() + b2.First() + b3.First() + b4.First() + b5.First() + b6.First() + b7.First();
        }
    }

    private readonly struct Lanes512(Vector512<float> value) : ILanes<Lanes512>
    {
        private readonly Vector512<float> _value = value;

        public static Lanes512 Create(float value) => new(Vector512.Create(value));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Lanes512 MultiplyAdd(Lanes512 x, Lanes512 y) => new(Vector512.MultiplyAddEstimate(_value, x._value, y._value));

        public float First() => _value.ToScalar();
    }

    private readonly struct Lanes256(Vector256<float> value) : ILanes<Lanes256>
    {
        private readonly Vector256<float> _value = value;

        public static Lanes256 Create(float value) => new(Vector256.Create(value));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Lanes256 MultiplyAdd(Lanes256 x, Lanes256 y) => new(Vector256.MultiplyAddEstimate(_value, x._value, y._value));

        public float First() => _value.ToScalar();
    }

    private readonly struct Lanes128(Vector128<float> value) : ILanes<Lanes128>
    {
        private readonly Vector128<float> _value = value;

        public static Lanes128 Create(float value) => new(Vector128.Create(value));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Lanes128 MultiplyAdd(Lanes128 x, Lanes128 y) => new(Vector128.MultiplyAddEstimate(_value, x._value, y._value));

        public float First() => _value.ToScalar();
    }
}
