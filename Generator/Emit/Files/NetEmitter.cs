using System.Threading;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Expressions;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit.Files;

/// <summary>Emits all files of a net.</summary>
internal static class NetEmitter
{
    /// <summary>
    /// Emits a valid net for some targets. A pure function: the same declaration gives the same text.
    /// </summary>
    /// <exception cref="CodeTooLongException">It has too many layers of different sizes.</exception>
    public static IReadOnlyList<EmittedFile> Emit(
        NetSpec spec, NetPlan plan, IReadOnlyList<Target> targets, CancellationToken cancellation)
    {
        var limit = new CodeLimit(cancellation);
        var names = new NetNames(plan);
        KernelClass[] classes = [.. targets.Select(target => KernelClass.Build(target, plan, names, limit))];
        var files = new List<EmittedFile>
        {
            NetClass.Emit(spec, plan),
            NetFile.Code(
                spec,
                InferenceClass.Name,
                writer => InferenceClass.Write(writer, spec, targets, plan, names.Weights),
                plan.Inference.Graph),
        };
        if (plan.Training is { } training && names.Buffers is { } buffers)
        {
            files.Add(TrainerClass.Emit(spec, plan.Declared.Training!.Optimizer, training.Graph, classes[0]));
            files.Add(NetFile.Code(
                spec,
                TrainingClass.Name,
                writer => TrainingClass.Write(writer, targets, training, buffers, classes[0]),
                training.Graph));
        }

        foreach (KernelClass kernels in classes)
        {
            cancellation.ThrowIfCancellationRequested();
            string name = kernels.Target.KernelClass;
            files.Add(NetFile.Code(spec, name, writer => KernelFile.WriteInference(writer, kernels)));
            if (plan.Training is not null)
            {
                files.Add(NetFile.Code(spec, $"{name}.Training", writer => KernelFile.WriteTraining(writer, kernels)));
            }
        }

        if (FunctionsFile.FunctionsOf(spec) is { Count: > 0 } functions)
        {
            bool withDerivatives = plan.Training is not null;
            files.Add(NetFile.Code(
                spec, FunctionSpec.EmittedClass, writer => FunctionsFile.Write(writer, targets, functions, withDerivatives)));
        }

        return files;
    }
}
