using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Declared.Passes;
using StaticNets.Generator.Model;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit;

/// <summary>Emits all files of a net.</summary>
internal static class NetEmitter
{
    /// <summary>
    /// Runs the passes over a valid net and emits it for some targets. A pure function: the same declaration gives the same text.
    /// </summary>
    public static IReadOnlyList<EmittedFile> Emit(NetSpec spec, IReadOnlyList<Target> targets)
    {
        var inference = InferencePlan.Of(Inference(spec));
        TrainingPlan? training = inference.Graph.Training is null ? null : TrainingPlan.Of(Training(spec));
        var weights = new WeightConstants(inference.Graph);
        BufferConstants? buffers = training is null ? null : new BufferConstants(training);
        KernelClass[] classes = [.. targets.Select(target => KernelClass.Build(target, inference, training, buffers, weights))];
        var files = new List<EmittedFile>
        {
            NetClass.Emit(spec, inference, training),
            NetFile.Code(spec, InferenceClass.Name, writer => InferenceClass.Write(writer, spec, targets, inference, weights)),
        };
        if (training is not null && buffers is not null)
        {
            files.Add(TrainerClass.Emit(spec, training.Graph, classes[0]));
            files.Add(NetFile.Code(
                spec, TrainingClass.Name, writer => TrainingClass.Write(writer, targets, training, buffers, classes[0])));
        }

        foreach (KernelClass kernels in classes)
        {
            string name = kernels.Target.KernelClass;
            files.Add(NetFile.Code(spec, name, writer => KernelFile.WriteInference(writer, kernels)));
            if (training is not null)
            {
                files.Add(NetFile.Code(spec, $"{name}.Training", writer => KernelFile.WriteTraining(writer, kernels)));
            }
        }

        if (FunctionsFile.FunctionsOf(spec) is { Count: > 0 } functions)
        {
            bool withDerivatives = training is not null;
            files.Add(NetFile.Code(
                spec, FunctionsFile.ClassName, writer => FunctionsFile.Write(writer, targets, functions, withDerivatives)));
        }

        return files;
    }

    // Passes change the layers, so each has a graph of its own.
    private static NetGraph Inference(NetSpec spec)
    {
        NetGraph graph = GraphBuilder.Build(spec).Graph!;
        PassPipeline.RunForInference(graph);
        return graph;
    }

    private static NetGraph Training(NetSpec spec)
    {
        NetGraph graph = GraphBuilder.Build(spec).Graph!;
        PassPipeline.RunForTraining(graph);
        return graph;
    }
}
