using System.Threading;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;
using StaticNets.Generator.Passes;

namespace StaticNets.Generator.Plan;

/// <summary>A valid net up to the point where code is written: what was declared, and how predictions and training run.</summary>
/// <param name="Declared">The layers as declared.</param>
/// <param name="Lowered">What they compute.</param>
/// <param name="Inference">How predictions run.</param>
/// <param name="Training">How training runs, or null for a net that only predicts.</param>
internal sealed record NetPlan(NetGraph Declared, Graph Lowered, InferencePlan Inference, TrainingPlan? Training)
{
    /// <summary>Rewrites the graph for predictions and for training, and plans both.</summary>
    public static NetPlan Of(NetGraph declared, Graph graph, CancellationToken cancellation)
    {
        var inference = InferencePlan.Of(PassPipeline.ForInference(graph, cancellation), cancellation);
        TrainingPlan? training = declared.Training is { } settings
            ? TrainingPlan.Of(PassPipeline.ForTraining(graph, cancellation, settings.InputGradients), cancellation)
            : null;
        return new NetPlan(declared, graph, inference, training);
    }
}
