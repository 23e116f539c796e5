using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Tests.Nets;
using Xunit;

namespace StaticNets.Tests.Checks;

/// <summary>Every check over every emitted net of the catalogue, in the width that this machine prefers.</summary>
public class EmittedNetTests
{
    public static TheoryData<string> All => Names(NetList.All);

    public static TheoryData<string> Trainable => Names(NetList.Trainable);

    public static TheoryData<string> KnownGradients => Names(NetList.Trainable.Where(net => !net.HasHiddenNoise));

    public static TheoryData<string> HidingNoise => Names(NetList.Trainable.Where(net => net.HasHiddenNoise));

    public static TheoryData<string> TakingGradients => Names(NetList.TakingGradients);

    public static TheoryData<string> Penalized => Names(NetList.Penalized);

    public static TheoryData<string> Noisy => Names(NetList.Noisy);

    public static TheoryData<string> Normalizing => Names(NetList.All.Where(StatisticsCheck.AppliesTo));

    public static TheoryData<string> Optimizing => Names(NetList.Optimizing);

    public static TheoryData<string> LongSums => Names(NetList.LongSums);

    public static TheoryData<string> Whole => Names(NetList.All.Where(TrainingCheck.AppliesTo));

    [Theory]
    [MemberData(nameof(All))]
    public void Forward(string net) => ForwardCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(KnownGradients))]
    public void Gradient(string net) => GradientCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(HidingNoise))]
    public void GradientUnderNoise(string net) => HiddenNoiseCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(TakingGradients))]
    public void OutsideGradient(string net) => OutsideGradientCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(Penalized))]
    public void Penalty(string net) => PenaltyCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(Trainable))]
    public void Threads(string net) => ThreadCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(Noisy))]
    public void Noise(string net) => NoiseCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(Normalizing))]
    public void Statistics(string net) => StatisticsCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(Optimizing))]
    public void Optimizer(string net) => OptimizerCheck.Run(NetList.Named(net));

    [Theory]
    [InlineData(typeof(ReferenceDigitNet), "momentum")]
    [InlineData(typeof(ReferenceDigitNetAdam), "adam")]
    public void TrainsAsTorchDoes(Type net, string reference) => TrainingCheck.Run(new NetCase(net), new DigitTraining(reference));

    [Theory]
    [MemberData(nameof(Whole))]
    public void TrainsWholeAsTorchDoes(string net) => TrainingCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(LongSums))]
    public void LongSum(string net) => LongSumCheck.Run(NetList.Named(net));

    private static TheoryData<string> Names(IEnumerable<NetCase> nets) => [.. nets.Select(net => net.Name)];
}
