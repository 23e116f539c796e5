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
                $"ForwardParts: {Literal.Int(kernels.Forward.Parts)}",
                $"BackwardParts: {Literal.Int(kernels.Backward.Parts)}",
            ];
            string end = ActivityPenalties(plan, buffers);
            writer.Line($"public static readonly TrainingLayout Layout = new TrainingLayout({string.Join(", ", layout)}){end}");
            foreach (TrainerPhase phase in TrainerPhases.Of(kernels))
            {
                writer.Line();
                using (writer.Block($"public static void {phase.Method}"))
                {
                    TargetSwitch.Write(writer, targets, phase.Call);
                }
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
