/// <summary>y = Relu of x * w + b: (N, 6, 6, 4) x (3, 3, 4, 8) -&gt; (N, 4, 4, 8).</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static void Conv2dForward(ref float x, ref float w, ref float b, ref float y, int n0, int n1)
{
    for (int n = n0; n < n1; n++)
    {
        ref float xn = ref Unsafe.Add(ref x, n * 144); // (6, 6, 4)
        ref float yn = ref Unsafe.Add(ref y, n * 128); // (4, 4, 8)
        for (int oh = 0; oh < 4; oh++)
        {
            ref float yRow = ref Unsafe.Add(ref yn, oh * 32);
            // positions 0 to 3
            ref float bt = ref b;
            Vector256<float> y0_0 = Vector256.LoadUnsafe(ref bt);
            Vector256<float> y1_0 = y0_0;
            Vector256<float> y2_0 = y0_0;
            Vector256<float> y3_0 = y0_0;
            for (int k = 0; k < 3; k++)
            {
                int h = oh + k;
                ref float xRow = ref Unsafe.Add(ref xn, h * 24);
                ref float xt = ref xRow;
                ref float wt = ref Unsafe.Add(ref w, k * 96);
                {
                    ref float xi = ref xt;
                    ref float wi = ref wt;
                    for (int i = 0; i < 12; i++)
                    {
                        Vector256<float> w0 = Vector256.LoadUnsafe(ref wi);
                        y0_0 = Vector256.MultiplyAddEstimate(Vector256.Create(xi), w0, y0_0);
                        y1_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 4)), w0, y1_0);
                        y2_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 8)), w0, y2_0);
                        y3_0 = Vector256.MultiplyAddEstimate(Vector256.Create(Unsafe.Add(ref xi, 12)), w0, y3_0);
                        xi = ref Unsafe.Add(ref xi, 1);
                        wi = ref Unsafe.Add(ref wi, 8);
                    }
                }
            }
            y0_0 = Vector256.MaxNative(Vector256<float>.Zero, y0_0);
            y1_0 = Vector256.MaxNative(Vector256<float>.Zero, y1_0);
            y2_0 = Vector256.MaxNative(Vector256<float>.Zero, y2_0);
            y3_0 = Vector256.MaxNative(Vector256<float>.Zero, y3_0);
            ref float yt = ref yRow;
            y0_0.StoreUnsafe(ref yt);
            y1_0.StoreUnsafe(ref Unsafe.Add(ref yt, 8));
            y2_0.StoreUnsafe(ref Unsafe.Add(ref yt, 16));
            y3_0.StoreUnsafe(ref Unsafe.Add(ref yt, 24));
        }
    }
}
