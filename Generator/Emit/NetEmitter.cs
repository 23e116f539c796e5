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
    private static readonly string[] s_kernelUsings =
        ["System", "System.Runtime.CompilerServices", "System.Runtime.Intrinsics", "StaticNets.Execution"];

    /// <summary>
    /// Runs the passes over a valid net and emits it for some targets. A pure function: the same declaration gives the same text.
    /// </summary>
    public static IReadOnlyList<EmittedFile> Emit(NetSpec spec, IReadOnlyList<Target> targets)
    {
        var inference = InferencePlan.Of(Inference(spec));
        TrainingPlan? training = inference.Graph.Training is null ? null : TrainingPlan.Of(Training(spec));
        KernelClass[] classes = [.. targets.Select(target => KernelClass.Build(target, inference, training))];
        var files = new List<EmittedFile> { NetClass.Emit(spec, targets, inference, training) };
        if (training is not null)
        {
            files.Add(TrainerClass.Emit(spec, targets, training, classes[0]));
        }

        foreach (KernelClass kernels in classes)
        {
            string name = kernels.Target.KernelClass;
            files.Add(NetFile.Write(spec, name, s_kernelUsings, writer => KernelFile.WriteInference(writer, kernels)));
            if (training is not null)
            {
                files.Add(NetFile.Write(
                    spec, $"{name}.Training", s_kernelUsings, writer => KernelFile.WriteTraining(writer, kernels)));
            }
        }

        if (FunctionsFile.FunctionsOf(spec) is { Count: > 0 } functions)
        {
            bool withDerivatives = training is not null;
            files.Add(NetFile.Write(
                spec, FunctionsFile.ClassName, s_kernelUsings, writer => FunctionsFile.Write(writer, targets, functions, withDerivatives)));
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
