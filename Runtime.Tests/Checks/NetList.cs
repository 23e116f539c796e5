using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Tests.Nets;

namespace StaticNets.Tests.Checks;

/// <summary>Every net of the catalogue, one line each.</summary>
internal static class NetList
{
    public static IReadOnlyList<NetCase> All { get; } =
    [
        new(typeof(DenseNarrow)),
        new(typeof(DenseMiddle)),
        new(typeof(DenseWide)),
        new(typeof(DenseLong)),
        new(typeof(DenseTiny)),
        new(typeof(DenseAlone)),
        new(typeof(DenseNoBias)),
        new(typeof(DenseRows)),
        new(typeof(DensePixels)),
        new(typeof(ConvOne)),
        new(typeof(ConvFew)),
        new(typeof(ConvRgb)),
        new(typeof(ConvMany)),
        new(typeof(ConvKernels)),
        new(typeof(ConvSame)),
        new(typeof(ConvCovered)),
        new(typeof(ConvStride2)),
        new(typeof(ConvStride3)),
        new(typeof(ConvUnequal)),
        new(typeof(ConvSkips)),
        new(typeof(ConvDilated)),
        new(typeof(ConvRow)),
        new(typeof(ConvColumn)),
        new(typeof(ConvNoBias)),
        new(typeof(ConvLargeKernel)),
        new(typeof(ConvManyTaps)),
        new(typeof(WinogradValid)),
        new(typeof(WinogradSmall)),
        new(typeof(WinogradSame)),
        new(typeof(WinogradPooled)),
        new(typeof(WinogradAuto)),
        new(typeof(PoolFused)),
        new(typeof(PoolFusedLayers)),
        new(typeof(PoolCurved)),
        new(typeof(PoolOverlapping)),
        new(typeof(PoolSame)),
        new(typeof(PoolUneven)),
        new(typeof(PoolAverage)),
        new(typeof(PoolGlobal)),
        new(typeof(PoolEnds)),
        new(typeof(PoolTies)) { WholeNumbers = true },
        new(typeof(PoolTiesLinear)) { WholeNumbers = true },
        new(typeof(ActDense)),
        new(typeof(ActConv)),
        new(typeof(ActLayers)),
        new(typeof(ActSoftmax)),
        new(typeof(ActPixels)),
        new(typeof(ActExtreme)) { InputScale = 400, Slack = 20 },
        new(typeof(GraphResidual)),
        new(typeof(GraphConcatenate)),
        new(typeof(GraphThrice)),
        new(typeof(GraphTwoInputs)),
        new(typeof(GraphSums)),
        new(typeof(GraphReshape)),
        new(typeof(GraphKept)),
        new(typeof(GraphEnds)),
        new(typeof(LossCategorical)),
        new(typeof(LossSparse)),
        new(typeof(LossTwo)),
        new(typeof(LossBinary)),
        new(typeof(LossCategoricalOdd)),
        new(typeof(LossSparseOdd)),
        new(typeof(LossBinaryOdd)),
        new(typeof(LossSquared)),
        new(typeof(LossAbsolute)),
        new(typeof(LossExtreme)) { InputScale = 400, Slack = 20 },
        new(typeof(LossExtremeBinary)) { InputScale = 400, Slack = 20 },
        new(typeof(PenaltyL1)),
        new(typeof(PenaltyL2)),
        new(typeof(PenaltyBoth)),
        new(typeof(PenaltyBias)),
        new(typeof(OptSgd)),
        new(typeof(OptMomentum)),
        new(typeof(OptNesterov)),
        new(typeof(OptRmsProp)),
        new(typeof(OptRmsPropCentered)),
        new(typeof(OptAdam)),
        new(typeof(OptAdamDecay)),
        new(typeof(OptAdamW)),
        new(typeof(DropLast)),
        new(typeof(DropMiddle)),
        new(typeof(DropPooled)),
        new(typeof(DropNone)),
        new(typeof(DropAll)),
        new(typeof(PredictOnly)),
        new(typeof(PredictPlain)),
    ];

    public static IEnumerable<NetCase> Trainable => All.Where(net => net.Trains);

    public static IEnumerable<NetCase> Penalized =>
        Trainable.Where(net => net.Reference.Tensors.Any(tensor => tensor.L1 != 0 || tensor.L2 != 0));

    public static IEnumerable<NetCase> Dropping => Trainable.Where(net => net.HasDropout);

    public static IEnumerable<NetCase> Optimizing => All.Where(net => net.Name.StartsWith("Opt", StringComparison.Ordinal));

    public static NetCase Named(string name) => All.Single(net => net.Name == name);
}
