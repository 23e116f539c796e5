/// <summary>y = gamma (x - mean) / sqrt(variance + 0.001f) + beta over rows of 100: (N, 100).</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static void LayerNormalizationForward(ref float x, ref float gamma, ref float beta, ref float y, int m0, int m1)
{
    for (int m = m0; m < m1; m++)
    {
        ref float xm = ref Unsafe.Add(ref x, m * 100);
        ref float ym = ref Unsafe.Add(ref y, m * 100);
        Vector256<float> sums = Vector256<float>.Zero;
        for (int i = 0; i < 96; i += 8)
        {
            sums = sums + Vector256.LoadUnsafe(ref xm, (uint)i);
        }
        {
            sums =
                sums
                + Vector256.ConditionalSelect(
                    Vector256.Create(-1, -1, -1, -1, 0, 0, 0, 0).AsSingle(),
                    Vector256.LoadUnsafe(ref Unsafe.Add(ref xm, 96)),
                    Vector256<float>.Zero);
        }
        float mean = Vector256.Sum(sums) * 0.01f;
        Vector256<float> squares = Vector256<float>.Zero;
        for (int i = 0; i < 96; i += 8)
        {
            Vector256<float> d = Vector256.LoadUnsafe(ref xm, (uint)i) - Vector256.Create(mean);
            squares = Vector256.MultiplyAddEstimate(d, d, squares);
        }
        {
            Vector256<float> d = Vector256.ConditionalSelect(
                Vector256.Create(-1, -1, -1, -1, 0, 0, 0, 0).AsSingle(),
                Vector256.LoadUnsafe(ref Unsafe.Add(ref xm, 96)) - Vector256.Create(mean),
                Vector256<float>.Zero);
            squares = Vector256.MultiplyAddEstimate(d, d, squares);
        }
        float inverse = 1f / MathF.Sqrt((Vector256.Sum(squares) * 0.01f) + 0.001f);
        for (int i = 0; i < 96; i += 8)
        {
            Vector256<float> r = Vector256.Create(inverse) * Vector256.LoadUnsafe(ref gamma, (uint)i);
            Vector256<float> d = Vector256.LoadUnsafe(ref xm, (uint)i) - Vector256.Create(mean);
            Vector256<float> result = Vector256.MultiplyAddEstimate(d, r, Vector256.LoadUnsafe(ref beta, (uint)i));
            result.StoreUnsafe(ref ym, (uint)i);
        }
        {
            Vector256<float> r = Vector256.Create(inverse) * Vector256.LoadUnsafe(ref Unsafe.Add(ref gamma, 96));
            Vector256<float> d = Vector256.LoadUnsafe(ref Unsafe.Add(ref xm, 96)) - Vector256.Create(mean);
            Vector256<float> result = Vector256.MultiplyAddEstimate(d, r, Vector256.LoadUnsafe(ref Unsafe.Add(ref beta, 96)));
            result.GetLower().StoreUnsafe(ref Unsafe.Add(ref ym, 96));
        }
    }
}
