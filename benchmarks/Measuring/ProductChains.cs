using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Benchmarks.Measuring;

/// <summary>Multiply-adds in chains that don't wait for each other, on vectors of one width. Chains and operands stay in registers.</summary>
internal static class ProductChains
{
    /// <summary>12 chains and 2 operands, for machines with 16 registers.</summary>
    public const int Few = 12;

    /// <summary>24 chains and 2 operands, for machines with 32: some have four units that take four cycles.</summary>
    public const int Many = 24;

    /// <returns>What keeps the chains from being removed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static float RunFew<TLanes, T>(int loops)
        where TLanes : ILanes<T>
    {
        T x = TLanes.Create(0.999f), y = TLanes.Create(0.001f);
        T a0 = x, a1 = x, a2 = x, a3 = x, b0 = y, b1 = y, b2 = y, b3 = y, c0 = x, c1 = x, c2 = x, c3 = x;
        for (int i = 0; i < loops; i++)
        {
            a0 = TLanes.MultiplyAdd(a0, x, y);
            a1 = TLanes.MultiplyAdd(a1, x, y);
            a2 = TLanes.MultiplyAdd(a2, x, y);
            a3 = TLanes.MultiplyAdd(a3, x, y);
            b0 = TLanes.MultiplyAdd(b0, x, y);
            b1 = TLanes.MultiplyAdd(b1, x, y);
            b2 = TLanes.MultiplyAdd(b2, x, y);
            b3 = TLanes.MultiplyAdd(b3, x, y);
            c0 = TLanes.MultiplyAdd(c0, x, y);
            c1 = TLanes.MultiplyAdd(c1, x, y);
            c2 = TLanes.MultiplyAdd(c2, x, y);
            c3 = TLanes.MultiplyAdd(c3, x, y);
        }

        return TLanes.First(a0) + TLanes.First(a1) + TLanes.First(a2) + TLanes.First(a3)
            + TLanes.First(b0) + TLanes.First(b1) + TLanes.First(b2) + TLanes.First(b3)
            + TLanes.First(c0) + TLanes.First(c1) + TLanes.First(c2) + TLanes.First(c3);
    }

    /// <inheritdoc cref="RunFew"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static float RunMany<TLanes, T>(int loops)
        where TLanes : ILanes<T>
    {
        T x = TLanes.Create(0.999f), y = TLanes.Create(0.001f);
        T a0 = x, a1 = x, a2 = x, a3 = x, b0 = y, b1 = y, b2 = y, b3 = y, c0 = x, c1 = x, c2 = x, c3 = x;
        T d0 = y, d1 = y, d2 = y, d3 = y, e0 = x, e1 = x, e2 = x, e3 = x, f0 = y, f1 = y, f2 = y, f3 = y;
        for (int i = 0; i < loops; i++)
        {
            a0 = TLanes.MultiplyAdd(a0, x, y);
            a1 = TLanes.MultiplyAdd(a1, x, y);
            a2 = TLanes.MultiplyAdd(a2, x, y);
            a3 = TLanes.MultiplyAdd(a3, x, y);
            b0 = TLanes.MultiplyAdd(b0, x, y);
            b1 = TLanes.MultiplyAdd(b1, x, y);
            b2 = TLanes.MultiplyAdd(b2, x, y);
            b3 = TLanes.MultiplyAdd(b3, x, y);
            c0 = TLanes.MultiplyAdd(c0, x, y);
            c1 = TLanes.MultiplyAdd(c1, x, y);
            c2 = TLanes.MultiplyAdd(c2, x, y);
            c3 = TLanes.MultiplyAdd(c3, x, y);
            d0 = TLanes.MultiplyAdd(d0, x, y);
            d1 = TLanes.MultiplyAdd(d1, x, y);
            d2 = TLanes.MultiplyAdd(d2, x, y);
            d3 = TLanes.MultiplyAdd(d3, x, y);
            e0 = TLanes.MultiplyAdd(e0, x, y);
            e1 = TLanes.MultiplyAdd(e1, x, y);
            e2 = TLanes.MultiplyAdd(e2, x, y);
            e3 = TLanes.MultiplyAdd(e3, x, y);
            f0 = TLanes.MultiplyAdd(f0, x, y);
            f1 = TLanes.MultiplyAdd(f1, x, y);
            f2 = TLanes.MultiplyAdd(f2, x, y);
            f3 = TLanes.MultiplyAdd(f3, x, y);
        }

        return TLanes.First(a0) + TLanes.First(a1) + TLanes.First(a2) + TLanes.First(a3)
            + TLanes.First(b0) + TLanes.First(b1) + TLanes.First(b2) + TLanes.First(b3)
            + TLanes.First(c0) + TLanes.First(c1) + TLanes.First(c2) + TLanes.First(c3)
            + TLanes.First(d0) + TLanes.First(d1) + TLanes.First(d2) + TLanes.First(d3)
            + TLanes.First(e0) + TLanes.First(e1) + TLanes.First(e2) + TLanes.First(e3)
            + TLanes.First(f0) + TLanes.First(f1) + TLanes.First(f2) + TLanes.First(f3);
    }

    /// <summary>Vectors of one width.</summary>
    internal interface ILanes<T>
    {
        static abstract T Create(float value);

        static abstract T MultiplyAdd(T sum, T x, T y);

        static abstract float First(T vector);
    }

    internal readonly struct Lanes512 : ILanes<Vector512<float>>
    {
        public static Vector512<float> Create(float value) => Vector512.Create(value);

        public static Vector512<float> MultiplyAdd(Vector512<float> sum, Vector512<float> x, Vector512<float> y) =>
            Vector512.MultiplyAddEstimate(sum, x, y);

        public static float First(Vector512<float> vector) => vector.ToScalar();
    }

    internal readonly struct Lanes256 : ILanes<Vector256<float>>
    {
        public static Vector256<float> Create(float value) => Vector256.Create(value);

        public static Vector256<float> MultiplyAdd(Vector256<float> sum, Vector256<float> x, Vector256<float> y) =>
            Vector256.MultiplyAddEstimate(sum, x, y);

        public static float First(Vector256<float> vector) => vector.ToScalar();
    }

    internal readonly struct Lanes128 : ILanes<Vector128<float>>
    {
        public static Vector128<float> Create(float value) => Vector128.Create(value);

        public static Vector128<float> MultiplyAdd(Vector128<float> sum, Vector128<float> x, Vector128<float> y) =>
            Vector128.MultiplyAddEstimate(sum, x, y);

        public static float First(Vector128<float> vector) => vector.ToScalar();
    }
}
