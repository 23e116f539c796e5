using System.Linq;
using StaticNets.Tests.Nets;
using StaticNets.Tests.Reference;
using Xunit;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>That C# makes the data that Python made, and that the reference trains as PyTorch does.</summary>
public class TrainingReferenceTests
{
    [Fact]
    public void InitialWeightsAreThoseOfPython() => Assert.Equal(
        TrainingReference.Results.GetProperty("initialWeightSum").GetDouble(),
        TrainingReference.InitialWeights(ReferenceNet.Of(typeof(ReferenceDigitNet))).Sum(value => (double)value),
        1e-9);

    [Fact]
    public void PicturesAreThoseOfPython() => Assert.Equal(
        TrainingReference.Results.GetProperty("firstPictureSum").GetDouble(),
        TrainingReference.Picture(0).Sum(value => (double)value),
        1e-9);

    /// <summary>Two steps: the second sees the first update.</summary>
    [Fact]
    public void ReferenceTrainsAsTorchDoesWithMomentum() =>
        TrainingCheck.Run(StandIn.For(typeof(ReferenceDigitNet), Fault.None), new TrainingReference("momentum"), steps: 2);

    [Fact]
    public void ReferenceTrainsAsTorchDoesWithAdam() =>
        TrainingCheck.Run(StandIn.For(typeof(ReferenceDigitNetAdam), Fault.None), new TrainingReference("adam"), steps: 2);

    [Fact]
    public void CheckFailsOnWrongGradients() => Assert.Throws<CheckFailure>(() =>
        TrainingCheck.Run(StandIn.For(typeof(ReferenceDigitNetAdam), Fault.PenaltyLost), new TrainingReference("adam"), steps: 2));
}
