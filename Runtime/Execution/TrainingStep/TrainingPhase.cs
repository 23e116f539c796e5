namespace StaticNets.Execution;

/// <summary>What the team does between two barriers of a step.</summary>
internal enum TrainingPhase
{
    DeriveWeights,
    ForwardBackward,
    WeightGradients,
    AddPenalties,
    PrepareUpdate,
    MeasureUpdate,
    Update,
    Constrain,
}
