using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Attentions;
using StaticNets.Generator.Kernels.Convolutions;
using StaticNets.Generator.Kernels.Copy;
using StaticNets.Generator.Kernels.Elementwise;
using StaticNets.Generator.Kernels.Masks;
using StaticNets.Generator.Kernels.Noises;
using StaticNets.Generator.Kernels.Normalizations;
using StaticNets.Generator.Kernels.Pools;
using StaticNets.Generator.Kernels.Products;
using StaticNets.Generator.Kernels.Recurrences;
using StaticNets.Generator.Kernels.Tables;
using StaticNets.Generator.Plan.Attentions;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Recurrences;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels;

/// <summary>Who writes the code of each operation.</summary>
internal static class KernelCatalogue
{
    public static Kernel Of(OperationPlan plan) => plan.Operation switch
    {
        Input input => new InputKernel(input),
        MatrixProduct product => new MatrixProductKernel(product),
        Convolution => new ConvolutionKernel((ConvolutionPlan)plan),
        TransposedConvolution convolution => new TransposedConvolutionKernel(convolution),
        DepthwiseConvolution convolution => new DepthwiseConvolutionKernel(convolution),
        Pooling pooling => OfPooling(pooling),
        GlobalPooling pooling => OfGlobalPooling(pooling),
        Activate activate => new ActivateKernel(activate),
        ParametricRelu relu => new ParametricReluKernel(relu),
        Merge merge => new MergeKernel(merge),
        Rescale rescale => new RescaleKernel(rescale),
        ActivityPenalty penalty => new ActivityPenaltyKernel(penalty),
        Concatenate concatenate => new ConcatenateKernel(concatenate),
        Permute permute => new PermuteKernel(permute),
        Margin margin => new MarginKernel(margin),
        Resize { IsBilinear: true } resize => new BilinearKernel(resize),
        Resize resize => RepeatedPositionsKernel.Of(resize),
        Repeat repeat => OfRepeat(repeat),
        RowProducts products => new RowProductsKernel(products),
        Noise noise => OfNoise(noise),
        BatchNormalization { UsesMovingStatistics: true } normalization => new MovingNormalizationKernel(normalization),
        BatchNormalization normalization => new BatchNormalizationKernel(normalization),
        RowNormalization normalization => new RowNormalizationKernel(normalization),
        GroupNormalization normalization => new GroupNormalizationKernel(normalization),
        Recurrence => OfRecurrence((RecurrencePlan)plan),
        Attention => new AttentionKernel((AttentionPlan)plan),
        Gather gather => new GatherKernel(gather),
        AddPositions positions => new AddPositionsKernel(positions),
        MaskSteps mask => new MaskStepsKernel(mask),
        CombineMasks => new CombineMasksKernel(),
        ClearMasked => new ClearMaskedKernel(),
        _ => throw new InvalidOperationException($"No kernel computes {plan.Operation.Kind}."),
    };

    private static Kernel OfPooling(Pooling pooling) =>
        pooling.Function == PoolingFunction.Max ? new MaxPoolingKernel(pooling) : new AveragePoolingKernel(pooling);

    private static Kernel OfGlobalPooling(GlobalPooling pooling) => pooling switch
    {
        { Function: PoolingFunction.Max } => new GlobalMaxKernel(),
        { Mask: not null } => new MaskedAverageKernel(),
        _ => new GlobalAverageKernel(),
    };

    private static Kernel OfRepeat(Repeat repeat) =>
        repeat.IsOfChannels ? new RepeatedChannelsKernel(repeat) : RepeatedPositionsKernel.Of(repeat);

    private static Kernel OfNoise(Noise noise) => noise.Noises switch
    {
        NoiseKind.Dropout => new DropoutKernel(noise),
        NoiseKind.ChannelDropout => new ChannelDropoutKernel(noise),
        NoiseKind.GateDropout => new GateDropoutKernel(noise),
        NoiseKind.AlphaDropout => new AlphaDropoutKernel(noise),
        NoiseKind.Gaussian => new GaussianKernel(noise),
        _ => new GaussianDropoutKernel(noise),
    };

    private static Kernel OfRecurrence(RecurrencePlan plan) => plan.Recurrence.Cell switch
    {
        CellKind.Lstm => new LstmKernel(plan),
        CellKind.Gru => new GruKernel(plan),
        CellKind.GruResetBefore => new ResetBeforeGruKernel(plan),
        _ => new SimpleCellKernel(plan),
    };
}
