using System.Collections.Generic;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Graph.Passes;
using StaticNets.Generator.Model;

namespace StaticNets.Generator.Emit;

/// <summary>Emits all files of a net.</summary>
internal static class NetEmitter
{
    private static readonly string[] s_kernelUsings =
        ["System", "System.Runtime.CompilerServices", "System.Runtime.Intrinsics", "StaticNets.Execution"];

    /// <summary>Runs the passes over a graph and emits it. A pure function: the same declaration gives the same text.</summary>
    public static IReadOnlyList<EmittedFile> Emit(NetSpec spec, NetGraph graph)
    {
        PassPipeline.Run(graph);
        var inference = InferencePlan.Of(graph);
        TrainingPlan? training = graph.Training is null ? null : TrainingPlan.Of(graph);
        var files = new List<EmittedFile> { NetClass.Emit(spec, graph, inference, training) };
        if (training is not null)
        {
            files.Add(TrainerClass.Emit(spec, graph, training));
        }

        foreach (Flavour flavour in Flavour.All)
        {
            string name = "Kernels" + Literal.Int(flavour.Bits);
            KernelClass kernels = KernelClass.Build(graph, flavour, inference, training);
            files.Add(NetFile.Write(spec, name, s_kernelUsings, writer => kernels.WriteInference(writer, name)));
            if (training is not null)
            {
                files.Add(NetFile.Write(spec, $"{name}.Training", s_kernelUsings, writer => kernels.WriteTraining(writer, name)));
            }
        }

        return files;
    }
}
