/// <summary>y = x w + b: (N, 12) x (12, 8) -&gt; (N, 8).</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static void DenseForward(ref float x, ref float w, ref float b, ref float y, int m0, int m1)
{
    int m = m0;
    for (; m + 8 <= m1; m += 8)
    {
        ref float xm = ref Unsafe.Add(ref x, m * 12);
        ref float ym = ref Unsafe.Add(ref y, m * 8);
        Vector256<float> y0_0 = Vector256.LoadUnsafe(ref b);
        Vector256<float> y1_0 = y0_0;
        Vector256<float> y2_0 = y0_0;
        Vector256<float> y3_0 = y0_0;
        Vector256<float> y4_0 = y0_0;
        Vector256<float> y5_0 = y0_0;
        Vector256<float> y6_0 = y0_0;
        Vector256<float> y7_0 = y0_0;
        {
            ref float xi = ref xm;
            ref float wi = ref w;
            for (int i = 0; i < 12; i++)
            {
                Vector256<float> w0 = Vector256.LoadUnsafe(ref wi);
                y0_0 = Vector256.MultiplyAddEstimate(Vector256.Create(xi), w0, y0_0);
                y1_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 12)), w0, y1_0);
                y2_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 24)), w0, y2_0);
                y3_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 36)), w0, y3_0);
                y4_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 48)), w0, y4_0);
                y5_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 60)), w0, y5_0);
                y6_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 72)), w0, y6_0);
                y7_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 84)), w0, y7_0);
                xi = ref Unsafe.Add(ref xi, 1);
                wi = ref Unsafe.Add(ref wi, 8);
            }
        }
        y0_0.StoreUnsafe(ref ym);
        y1_0.StoreUnsafe(ref Unsafe.Add(ref ym, 8));
        y2_0.StoreUnsafe(ref Unsafe.Add(ref ym, 16));
        y3_0.StoreUnsafe(ref Unsafe.Add(ref ym, 24));
        y4_0.StoreUnsafe(ref Unsafe.Add(ref ym, 32));
        y5_0.StoreUnsafe(ref Unsafe.Add(ref ym, 40));
        y6_0.StoreUnsafe(ref Unsafe.Add(ref ym, 48));
        y7_0.StoreUnsafe(ref Unsafe.Add(ref ym, 56));
    }
    for (; m + 2 <= m1; m += 2)
    {
        ref float xm = ref Unsafe.Add(ref x, m * 12);
        ref float ym = ref Unsafe.Add(ref y, m * 8);
        Vector256<float> y0_0 = Vector256.LoadUnsafe(ref b);
        Vector256<float> y1_0 = y0_0;
        {
            ref float xi = ref xm;
            ref float wi = ref w;
            for (int i = 0; i < 12; i++)
            {
                Vector256<float> w0 = Vector256.LoadUnsafe(ref wi);
                y0_0 = Vector256.MultiplyAddEstimate(Vector256.Create(xi), w0, y0_0);
                y1_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 12)), w0, y1_0);
                xi = ref Unsafe.Add(ref xi, 1);
                wi = ref Unsafe.Add(ref wi, 8);
            }
        }
        y0_0.StoreUnsafe(ref ym);
        y1_0.StoreUnsafe(ref Unsafe.Add(ref ym, 8));
    }
    for (; m < m1; m++)
    {
        ref float xm = ref Unsafe.Add(ref x, m * 12);
        ref float ym = ref Unsafe.Add(ref y, m * 8);
        Vector256<float> y0_0 = Vector256.LoadUnsafe(ref b);
        {
            ref float xi = ref xm;
            ref float wi = ref w;
            for (int i = 0; i < 12; i++)
            {
                Vector256<float> w0 = Vector256.LoadUnsafe(ref wi);
                y0_0 = Vector256.MultiplyAddEstimate(Vector256.Create(xi), w0, y0_0);
                xi = ref Unsafe.Add(ref xi, 1);
                wi = ref Unsafe.Add(ref wi, 8);
            }
        }
        y0_0.StoreUnsafe(ref ym);
    }
}
