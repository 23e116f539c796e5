using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Graph.Passes;
using StaticNets.Generator.Model;

namespace StaticNets.Generator.Emit;

/// <summary>Emits all files of a net.</summary>
internal static class NetEmitter
{
    private static readonly string[] s_kernelUsings =
        ["System", "System.Runtime.CompilerServices", "System.Runtime.Intrinsics", "StaticNets.Execution"];

    /// <summary>Runs the passes over a valid net and emits it. A pure function: the same declaration gives the same text.</summary>
    public static IReadOnlyList<EmittedFile> Emit(NetSpec spec)
    {
        var inference = InferencePlan.Of(Inference(spec));
        TrainingPlan? training = inference.Graph.Training is null ? null : TrainingPlan.Of(Training(spec));
        KernelClass[] flavours = [.. Flavour.All.Select(flavour => KernelClass.Build(flavour, inference, training))];
        var files = new List<EmittedFile> { NetClass.Emit(spec, inference, training) };
        if (training is not null)
        {
            files.Add(TrainerClass.Emit(spec, training, flavours[0]));
        }

        foreach (KernelClass kernels in flavours)
        {
            string name = "Kernels" + Literal.Int(kernels.Kernels.Flavour.Bits);
            files.Add(NetFile.Write(spec, name, s_kernelUsings, writer => KernelFile.WriteInference(writer, kernels, name)));
            if (training is not null)
            {
                files.Add(NetFile.Write(
                    spec, $"{name}.Training", s_kernelUsings, writer => KernelFile.WriteTraining(writer, kernels, name)));
            }
        }

        if (FunctionsFile.FunctionsOf(spec) is { Count: > 0 } functions)
        {
            bool withDerivatives = training is not null;
            files.Add(NetFile.Write(
                spec, FunctionsFile.ClassName, s_kernelUsings, writer => FunctionsFile.Write(writer, functions, withDerivatives)));
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
