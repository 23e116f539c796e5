using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Emit.Files;

/// <summary>The memory that a net takes, in bytes; slack and alignment, some hundred bytes a buffer, are left out.</summary>
/// <param name="Inference">
/// Weights, their snapshot, and one workspace: what a prediction on one thread needs, for any number of samples.
/// </param>
/// <param name="Training">
/// What a trainer needs whatever its batch: weights, gradients, optimizer slots, weights in other layouts, scratch memory of
/// one thread. 0 without one.
/// </param>
/// <param name="TrainingPerSample">What it needs besides for each sample of the largest batch.</param>
internal sealed record Footprint(long Inference, long Training, long TrainingPerSample)
{
    private const long Float = sizeof(float);

    public static Footprint Of(NetPlan plan)
    {
        InferencePlan inference = plan.Inference;
        Graph graph = inference.Graph;
        long parameters = graph.ParameterCount;
        long predicting = Float * (parameters + inference.PreparedWeights + inference.Length);
        if (plan.Training is not { } training || plan.Declared.Training is not { } settings)
        {
            return new Footprint(predicting, 0, 0);
        }

        long outputs = graph.OutputSize;
        long expected = graph.TargetSize + graph.LabelCount;
        const long LossAndScale = 2;
        return new Footprint(
            predicting,
            Float * ((2 * parameters) + ((long)settings.Optimizer.Slots * graph.TrainableCount) + training.ScratchSize
                + training.Derived.Concat(training.PerWorker).Sum(buffer => buffer.Size)),
            Float * (graph.InputSize + training.PerSample.Sum(buffer => buffer.Size) + outputs + expected + LossAndScale));
    }
}
