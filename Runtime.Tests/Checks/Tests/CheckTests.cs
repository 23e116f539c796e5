using System;
using System.Linq;
using StaticNets.Tests.Nets;
using Xunit;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>The checks pass on a right net and fail on each kind of wrong one.</summary>
public class CheckTests
{
    public static TheoryData<string> OptimizerNets => [.. NetList.Optimizing.Select(net => net.Name)];

    [Theory]
    [InlineData(typeof(PenaltyBoth))]
    [InlineData(typeof(GraphTwoInputs))]
    [InlineData(typeof(DropMiddle))]
    [InlineData(typeof(DropNone))]
    [InlineData(typeof(DropAll))]
    [InlineData(typeof(PoolTiesLinear))]
    public void ChecksPassOnARightNet(Type type)
    {
        NetCase net = StandIn.For(type, Fault.None);
        ForwardCheck.Run(net);
        GradientCheck.Run(net);
        PenaltyCheck.Run(net);
        ThreadCheck.Run(net);
        if (net.HasNoise)
        {
            NoiseCheck.Run(net);
        }
    }

    [Theory]
    [InlineData(Fault.WrongName)]
    [InlineData(Fault.WrongOutput)]
    [InlineData(Fault.OutputDependsOnBatch)]
    [InlineData(Fault.PredictorDiffers)]
    [InlineData(Fault.WrongInferenceLoss)]
    public void ForwardCheckFails(Fault fault) => AssertFails(() => ForwardCheck.Run(StandIn.For(typeof(PenaltyBoth), fault)));

    [Theory]
    [InlineData(typeof(PenaltyBoth), Fault.WrongTrainingLoss)]
    [InlineData(typeof(PenaltyBoth), Fault.WrongGradient)]
    [InlineData(typeof(PenaltyBoth), Fault.SampleWeightsLost)]
    [InlineData(typeof(PenaltyBoth), Fault.PenaltyLost)]
    [InlineData(typeof(PenaltyBoth), Fault.PenaltyHalved)]
    [InlineData(typeof(PenaltyBoth), Fault.PenaltyInDataLoss)]
    [InlineData(typeof(DropMiddle), Fault.DropoutUnscaled)]
    public void GradientCheckFails(Type type, Fault fault) => AssertFails(() => GradientCheck.Run(StandIn.For(type, fault)));

    [Theory]
    [InlineData(Fault.PenaltyLost)]
    [InlineData(Fault.PenaltyHalved)]
    [InlineData(Fault.PenaltyInDataLoss)]
    public void PenaltyCheckFails(Fault fault) => AssertFails(() => PenaltyCheck.Run(StandIn.For(typeof(PenaltyBoth), fault)));

    [Theory]
    [InlineData(Fault.GradientDependsOnThreads)]
    [InlineData(Fault.WeightsDependOnMaxBatchSize)]
    public void ThreadCheckFails(Fault fault) => AssertFails(() => ThreadCheck.Run(StandIn.For(typeof(DenseTiny), fault)));

    [Theory]
    [InlineData(Fault.WrongGradient)]
    [InlineData(Fault.WrongInputGradient)]
    [InlineData(Fault.GradientDependsOnThreads)]
    public void OutsideGradientCheckPassesAndFails(Fault fault)
    {
        OutsideGradientCheck.Run(StandIn.For(typeof(InputGradientDense), Fault.None));
        AssertFails(() => OutsideGradientCheck.Run(StandIn.For(typeof(InputGradientDense), fault)));
    }

    [Theory]
    [InlineData(Fault.MaskRepeats)]
    [InlineData(Fault.MaskOfOtherRate)]
    public void NoiseCheckFails(Fault fault) => AssertFails(() => NoiseCheck.Run(StandIn.For(typeof(DropMiddle), fault)));

    [Theory]
    [MemberData(nameof(OptimizerNets))]
    public void OptimizerCheckPassesAndFails(string net)
    {
        OptimizerCheck.Run(StandIn.For(NetList.Named(net).Type, Fault.None));
        AssertFails(() => OptimizerCheck.Run(StandIn.For(NetList.Named(net).Type, Fault.UpdateTooSmall)));
    }

    [Fact]
    public void ChecksRefuseANetWithoutEmittedMembers() => AssertFails(() => EmittedNet.Of(typeof(string)));

    private static void AssertFails(Action check) => Assert.Throws<CheckFailure>(check);
}
