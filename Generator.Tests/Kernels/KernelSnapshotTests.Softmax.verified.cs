/// <summary>y = softmax(z) over the last axis: (N, 100).</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static void SoftmaxForward(ref float z, ref float y, int n0, int n1)
{
    for (int n = n0; n < n1; n++)
    {
        ref float zn = ref Unsafe.Add(ref z, n * 100);
        ref float yn = ref Unsafe.Add(ref y, n * 100);
        Vector256<float> maxima = Vector256.Create(float.NegativeInfinity);
        for (int i = 0; i < 96; i += 8)
        {
            maxima = Vector256.MaxNative(maxima, Vector256.LoadUnsafe(ref zn, (uint)i));
        }
        {
            maxima = Vector256.MaxNative(
                maxima,
                Vector256.ConditionalSelect(
                    Vector256.Create(-1, -1, -1, -1, 0, 0, 0, 0).AsSingle(),
                    Vector256.LoadUnsafe(ref Unsafe.Add(ref zn, 96)),
                    Vector256.Create(float.NegativeInfinity)));
        }
        float max = VectorReduce.Max(maxima);
        Vector256<float> sums = Vector256<float>.Zero;
        for (int i = 0; i < 96; i += 8)
        {
            Vector256<float> difference = Vector256.LoadUnsafe(ref zn, (uint)i) - Vector256.Create(max);
            Vector256<float> e = VectorMath.Exp(difference);
            sums += e;
            e.StoreUnsafe(ref yn, (uint)i);
        }
        {
            Vector256<float> difference = Vector256.LoadUnsafe(ref Unsafe.Add(ref zn, 96)) - Vector256.Create(max);
            Vector256<float> e = Vector256.ConditionalSelect(
                Vector256.Create(-1, -1, -1, -1, 0, 0, 0, 0).AsSingle(), VectorMath.Exp(difference), Vector256<float>.Zero);
            sums += e;
            e.GetLower().StoreUnsafe(ref Unsafe.Add(ref yn, 96));
        }
        float sum = Vector256.Sum(sums);
        float scale = 1f / sum;
        for (int i = 0; i < 96; i += 8)
        {
            Vector256<float> p = Vector256.LoadUnsafe(ref yn, (uint)i) * Vector256.Create(scale);
            p.StoreUnsafe(ref yn, (uint)i);
        }
        {
            Vector256<float> p = Vector256.LoadUnsafe(ref Unsafe.Add(ref yn, 96)) * Vector256.Create(scale);
            p.GetLower().StoreUnsafe(ref Unsafe.Add(ref yn, 96));
        }
    }
}
