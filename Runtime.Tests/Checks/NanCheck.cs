using System;
using System.Collections.Generic;
using StaticNets.Tests.Reference;

namespace StaticNets.Tests.Checks;

/// <summary>
/// NaN among the inputs, at some places one after the other: what depends on it is NaN as in the reference, whose maxima are .NET's, and other
/// samples are as without it.
/// </summary>
internal static class NanCheck
{
    private const int Places = 7;
    private const int Count = 3;
    private const uint Seed = 6000;

    /// <param name="net">The net.</param>
    /// <param name="tested">The net under test, with its weights.</param>
    /// <param name="parameters">These weights.</param>
    public static void Run(NetCase net, NetUnderTest tested, float[] parameters)
    {
        int inputSize = net.Reference.InputSize;
        int outputSize = net.Reference.OutputSize;
        IReadOnlyList<IndexInput> indexes = ReferenceIndexes.Of(net.Reference);
        float[] inputs = NetData.Batch(net, Count).Inputs;
        float[] before = new float[Count * outputSize];
        tested.Predict(inputs, before);
        for (uint i = 0; i < Places; i++)
        {
            int place = HashedValues.Label(Seed, i, inputSize);
            if (IsIndex(indexes, place))
            {
                continue;
            }

            float[] poisoned = [.. inputs];
            poisoned[inputSize + place] = float.NaN;
            float[] outputs = new float[before.Length];
            tested.Predict(poisoned, outputs);
            string what = $"{net}: outputs with NaN at input {place}";
            Expect.SameBits(before.AsSpan(0, outputSize), outputs.AsSpan(0, outputSize), what + ", the sample before");
            Expect.SameBits(before.AsSpan(2 * outputSize), outputs.AsSpan(2 * outputSize), what + ", the sample behind");
            double[] sample = ReferenceBatch.Widen(poisoned.AsSpan(inputSize, inputSize).ToArray());
            double[] expected = net.Reference.Predict(ReferenceBatch.Widen(parameters), sample);
            for (int k = 0; k < outputSize; k++)
            {
                float actual = outputs[outputSize + k];
                Expect.True(!double.IsNaN(expected[k]) || float.IsNaN(actual), $"{what}: output {k} is {actual:R} instead of NaN.");
            }
        }
    }

    private static bool IsIndex(IReadOnlyList<IndexInput> indexes, int place)
    {
        foreach (IndexInput range in indexes)
        {
            if (place >= range.Offset && place < range.Offset + range.Length)
            {
                return true;
            }
        }

        return false;
    }
}
