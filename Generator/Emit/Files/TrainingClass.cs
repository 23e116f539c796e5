using StaticNets.Generator.Declaration;
using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit.Files;

/// <summary>Emits the phases of a training step, which choose among the kernels, and the buffers that these share.</summary>
internal static class TrainingClass
{
    /// <summary>The class' name.</summary>
    public const string Name = EmittedTypes.Training;

    public static void Write(
        SourceWriter writer, IReadOnlyList<Target> targets, TrainingPlan plan, BufferConstants buffers, KernelClass kernels)
    {
        WriteBuffers(writer, plan, buffers);
        writer.Line();
        writer.Line("/// <summary>The phases of a training step.</summary>");
        using (writer.Block($"internal static class {Name}"))
        {
            string[] arrays = [BufferConstants.PerSample, BufferConstants.Derived, BufferConstants.PerWorker];
            string[] layout =
            [
                .. arrays.Select(array => $"{BufferConstants.Class}.{array}"),
                $"ScratchSize: {Literal.Size(plan.ScratchSize)}",
                $"MultiplyAdds: {Literal.Size(plan.MultiplyAdds)}",
                $"Parts: {Literal.Int(kernels.ForwardBackward.Parts)}",
            ];
            string end = ActivityPenalties(plan, buffers);
            writer.Line($"public static readonly TrainingLayout Layout = new TrainingLayout({string.Join(", ", layout)}){end}");
            if (!kernels.DeriveWeights.IsEmpty)
            {
                WritePhase("DeriveWeights", "int worker, int workers", "worker, workers");
            }

            bool isOne = kernels.ForwardBackward.Parts == 1;
            WritePhase(
                "ForwardBackward",
                isOne ? "int worker, int n0, int n1" : "int part, int worker, int n0, int n1",
                isOne ? "worker, n0, n1" : "part, worker, n0, n1");
            WritePhase("WeightGradients", "int worker, int workers", "worker, workers");
            if (!kernels.Statistics.IsEmpty)
            {
                WritePhase("UpdateStatistics", "int worker", "worker");
            }
        }

        void WritePhase(string method, string parameters, string arguments)
        {
            writer.Line();
            using (writer.Block($"public static void {method}(TrainingMemory memory, {parameters})"))
            {
                TargetSwitch.Write(writer, targets, $"{method}(memory, {arguments})");
            }
        }
    }

    /// <summary>The initializer with the buffers of the outputs' penalties, where there are any, and the end of the statement.</summary>
    private static string ActivityPenalties(TrainingPlan plan, BufferConstants names)
    {
        string buffers = string.Join(", ", plan.ActivityPenalties.Select(names.Output));
        return buffers.Length == 0 ? ";" : $"\n{{\n    ActivityPenalties = new int[] {{ {buffers} }},\n}};";
    }

    private static void WriteBuffers(SourceWriter writer, TrainingPlan plan, BufferConstants names)
    {
        writer.Line("/// <summary>The buffers of training, by index.</summary>");
        using (writer.Block($"internal static class {BufferConstants.Class}"))
        {
            WriteSizes(writer, BufferConstants.PerSample, plan.PerSample);
            WriteSizes(writer, BufferConstants.Derived, plan.Derived);
            WriteSizes(writer, BufferConstants.PerWorker, plan.PerWorker);
            WriteIndexes(writer, names, plan.PerSample);
            WriteIndexes(writer, names, plan.Derived);
            WriteIndexes(writer, names, plan.PerWorker);
        }
    }

    private static void WriteSizes(SourceWriter writer, string name, IReadOnlyList<PlannedBuffer> buffers)
    {
        string values = string.Join(", ", buffers.Select(buffer => Literal.Int(buffer.Size)));
        string sizes = buffers.Count == 0 ? "{ }" : $"{{ {values} }}";
        writer.Line($"public static readonly int[] {name} = {sizes};");
    }

    private static void WriteIndexes(SourceWriter writer, BufferConstants names, IReadOnlyList<PlannedBuffer> buffers)
    {
        for (int i = 0; i < buffers.Count; i++)
        {
            writer.Line($"public const int {names.Name(buffers[i])} = {Literal.Int(i)};");
        }
    }
}
