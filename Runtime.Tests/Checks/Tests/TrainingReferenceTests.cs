using System.Linq;
using StaticNets.Tests.Nets;
using StaticNets.Tests.Reference;
using Xunit;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>That C# makes the data that Python made, and that the reference trains as PyTorch does.</summary>
public class TrainingReferenceTests
{
    public static TheoryData<string> WholeNets => [.. WholeNetTraining.Names];

    [Fact]
    public void InitialWeightsAreThoseOfPython() => Assert.Equal(
        DigitTraining.Results.GetProperty("initialWeightSum").GetDouble(),
        DigitTraining.WeightsOf(ReferenceNet.Of(typeof(ReferenceDigitNet))).Sum(value => (double)value),
        1e-9);

    [Fact]
    public void PicturesAreThoseOfPython() => Assert.Equal(
        DigitTraining.Results.GetProperty("firstPictureSum").GetDouble(),
        DigitTraining.Picture(0).Sum(value => (double)value),
        1e-9);

    /// <summary>Two steps: the second sees the first update.</summary>
    [Fact]
    public void ReferenceTrainsAsTorchDoesWithMomentum() =>
        TrainingCheck.Run(StandIn.For(typeof(ReferenceDigitNet), Fault.None), new DigitTraining("momentum"), steps: 2);

    [Fact]
    public void ReferenceTrainsAsTorchDoesWithAdam() =>
        TrainingCheck.Run(StandIn.For(typeof(ReferenceDigitNetAdam), Fault.None), new DigitTraining("adam"), steps: 2);

    /// <summary>The losses; the reference has no moving averages to update.</summary>
    [Theory]
    [MemberData(nameof(WholeNets))]
    public void ReferenceTrainsWholeNetsAsTorchDoes(string net) =>
        TrainingCheck.Run(StandIn.For(NetList.Named(net).Type, Fault.None), new WholeNetTraining(net), steps: 3);

    [Fact]
    public void CheckFailsOnWrongGradients() => Assert.Throws<CheckFailure>(() =>
        TrainingCheck.Run(StandIn.For(typeof(ReferenceDigitNetAdam), Fault.PenaltyLost), new DigitTraining("adam"), steps: 2));
}
