/// <summary>dw = x^T dy: (N, 4), (N, 8) -&gt; (4, 8). lost has what rounding took from sums that wait.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static void DenseBackwardWeights(ref float x, ref float dy, ref float dw, ref float lost, int rows, int tile0, int tile1)
{
    // 1 tile of 4 rows x 8 columns
    for (int first = tile0; first < tile1; first += 256)
    {
        int last = Math.Min(first + 256, tile1);
        if (rows > 128)
        {
            LongSums.Clear(ref lost, 32);
        }
        for (int begin = 0; begin < rows; begin += 128)
        {
            int end = Math.Min(begin + 128, rows);
            for (int tile = first; tile < last; tile++)
            {
                ref float dwt = ref dw;
                ref float lostt = ref Unsafe.Add(ref lost, (tile - first) * 32);
                Vector256<float> dw0_0 = Vector256<float>.Zero;
                Vector256<float> dw1_0 = Vector256<float>.Zero;
                Vector256<float> dw2_0 = Vector256<float>.Zero;
                Vector256<float> dw3_0 = Vector256<float>.Zero;
                ref float xi = ref Unsafe.Add(ref x, begin * 4);
                ref float dyi = ref Unsafe.Add(ref dy, begin * 8);
                for (int i = begin; i < end; i++)
                {
                    Vector256<float> dy0 = Vector256.LoadUnsafe(ref dyi);
                    dw0_0 = Vector256.MultiplyAddEstimate(Vector256.Create(xi), dy0, dw0_0);
                    dw1_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 1)), dy0, dw1_0);
                    dw2_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 2)), dy0, dw2_0);
                    dw3_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 3)), dy0, dw3_0);
                    xi = ref Unsafe.Add(ref xi, 4);
                    dyi = ref Unsafe.Add(ref dyi, 8);
                }
                if (begin > 0)
                {
                    LongSums.Join(ref dwt, ref lostt, ref dw0_0);
                    LongSums.Join(ref Unsafe.Add(ref dwt, 8), ref Unsafe.Add(ref lostt, 8), ref dw1_0);
                    LongSums.Join(ref Unsafe.Add(ref dwt, 16), ref Unsafe.Add(ref lostt, 16), ref dw2_0);
                    LongSums.Join(ref Unsafe.Add(ref dwt, 24), ref Unsafe.Add(ref lostt, 24), ref dw3_0);
                }
                dw0_0.StoreUnsafe(ref dwt);
                dw1_0.StoreUnsafe(ref Unsafe.Add(ref dwt, 8));
                dw2_0.StoreUnsafe(ref Unsafe.Add(ref dwt, 16));
                dw3_0.StoreUnsafe(ref Unsafe.Add(ref dwt, 24));
            }
        }
    }
}
