using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// One pass of a formula over weights, gradients and slots. Processors are several times slower where a result is subnormal (below 1e-38),
/// so slots are stored as 0 long before, and gradients whose square would be one count as 0 where they are squared.
/// </summary>
internal static class UpdatePass
{
    /// <summary>A slot below this is stored as 0.</summary>
    public const float Smallest = 1e-30f;

    /// <summary>The square of a gradient below this is 0.</summary>
    private const float SmallestSquared = 1e-16f;

    private const int WidestVector = 16;

    public static void Run<TFormula>(
        TFormula formula, Span<float> w, ReadOnlySpan<float> g, Span<float> slot0, Span<float> slot1, Span<float> slot2)
        where TFormula : struct, IUpdateFormula
    {
        if (SimdWidth.Use512)
        {
            Run<TFormula, FloatVector512>(formula, w, g, slot0, slot1, slot2);
        }
        else if (SimdWidth.Use256)
        {
            Run<TFormula, FloatVector256>(formula, w, g, slot0, slot1, slot2);
        }
        else
        {
            Run<TFormula, FloatVector128>(formula, w, g, slot0, slot1, slot2);
        }
    }

    /// <summary>The gradient, or 0 where its square would be subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector RootOfSquare<TVector>(TVector g)
        where TVector : struct, IFloatVector<TVector> =>
        TVector.ZeroBelow(g, TVector.Create(SmallestSquared));

    internal static void Run<TFormula, TVector>(
        TFormula formula, Span<float> w, ReadOnlySpan<float> g, Span<float> slot0, Span<float> slot1, Span<float> slot2)
        where TFormula : struct, IUpdateFormula
        where TVector : struct, IFloatVector<TVector>
    {
        int whole = w.Length - (w.Length % TVector.Count);
        Vectors<TFormula, TVector>(formula, whole, w, g, slot0, slot1, slot2);
        if (whole < w.Length)
        {
            Rest<TFormula, TVector>(formula, w[whole..], g[whole..], From(slot0, whole), From(slot1, whole), From(slot2, whole));
        }
    }

    // The last weights go through a vector too: the same operations give the same bits wherever a range is split.
    private static void Rest<TFormula, TVector>(
        TFormula formula, Span<float> w, ReadOnlySpan<float> g, Span<float> slot0, Span<float> slot1, Span<float> slot2)
        where TFormula : struct, IUpdateFormula
        where TVector : struct, IFloatVector<TVector>
    {
        Span<float> copies = stackalloc float[5 * WidestVector];
        copies.Clear();
        Span<float> wCopy = copies[..WidestVector];
        Span<float> gCopy = copies.Slice(WidestVector, WidestVector);
        Span<float> copy0 = copies.Slice(2 * WidestVector, WidestVector);
        Span<float> copy1 = copies.Slice(3 * WidestVector, WidestVector);
        Span<float> copy2 = copies.Slice(4 * WidestVector, WidestVector);
        w.CopyTo(wCopy);
        g.CopyTo(gCopy);
        slot0.CopyTo(copy0);
        slot1.CopyTo(copy1);
        slot2.CopyTo(copy2);
        Vectors<TFormula, TVector>(formula, TVector.Count, wCopy, gCopy, copy0, copy1, copy2);
        wCopy[..w.Length].CopyTo(w);
        copy0[..slot0.Length].CopyTo(slot0);
        copy1[..slot1.Length].CopyTo(slot1);
        copy2[..slot2.Length].CopyTo(slot2);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Vectors<TFormula, TVector>(
        TFormula formula, int length, Span<float> w, ReadOnlySpan<float> g, Span<float> slot0, Span<float> slot1, Span<float> slot2)
        where TFormula : struct, IUpdateFormula
        where TVector : struct, IFloatVector<TVector>
    {
        ref float weights = ref MemoryMarshal.GetReference(w);
        ref float gradients = ref MemoryMarshal.GetReference(g);
        ref float slots0 = ref MemoryMarshal.GetReference(slot0);
        ref float slots1 = ref MemoryMarshal.GetReference(slot1);
        ref float slots2 = ref MemoryMarshal.GetReference(slot2);
        int slots = formula.SlotCount;
        TVector smallest = TVector.Create(Smallest);
        for (nuint i = 0; i < (nuint)length; i += (nuint)TVector.Count)
        {
            TVector weight = TVector.Load(ref weights, i);
            TVector s0 = slots > 0 ? TVector.Load(ref slots0, i) : default;
            TVector s1 = slots > 1 ? TVector.Load(ref slots1, i) : default;
            TVector s2 = slots > 2 ? TVector.Load(ref slots2, i) : default;
            formula.Apply(ref weight, TVector.Load(ref gradients, i), ref s0, ref s1, ref s2);
            weight.Store(ref weights, i);
            if (slots > 0)
            {
                TVector.ZeroBelow(s0, smallest).Store(ref slots0, i);
            }

            if (slots > 1)
            {
                TVector.ZeroBelow(s1, smallest).Store(ref slots1, i);
            }

            if (slots > 2)
            {
                TVector.ZeroBelow(s2, smallest).Store(ref slots2, i);
            }
        }
    }

    private static Span<float> From(Span<float> slot, int start) => slot.IsEmpty ? slot : slot[start..];
}
