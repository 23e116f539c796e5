using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The two weights of a weighted layer.</summary>
internal static class KernelAndBias
{
    public static IReadOnlyList<ReferenceTensor> Read(AttributeArguments attribute, int[] kernelShape)
    {
        ReferenceTensor kernel = new("kernel", kernelShape, attribute.Value("L1", 0.0), attribute.Value("L2", 0.0));
        kernel = kernel.Read(attribute, "");
        if (!attribute.Value("UseBias", true))
        {
            return [kernel];
        }

        return [kernel, Bias(attribute, kernelShape[^1])];
    }

    public static ReferenceTensor Bias(AttributeArguments attribute, int outputs) =>
        new("bias", [outputs], attribute.Value("BiasL1", 0.0), attribute.Value("BiasL2", 0.0));
}
