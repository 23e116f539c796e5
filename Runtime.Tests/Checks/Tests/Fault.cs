namespace StaticNets.Tests.Checks.Tests;

/// <summary>What a net can get wrong, for the tests that the checks notice.</summary>
public enum Fault
{
    None,
    WrongName,
    WrongOutput,
    OutputDependsOnBatch,
    PredictorDiffers,
    WrongInferenceLoss,
    WrongTrainingLoss,
    WrongGradient,
    WrongInputGradient,
    SampleWeightsLost,
    PenaltyLost,
    PenaltyHalved,
    PenaltyInDataLoss,
    GradientDependsOnThreads,
    WeightsDependOnMaxBatchSize,
    MaskRepeats,
    MaskOfOtherRate,
    DropoutUnscaled,
    UpdateTooSmall,
}
