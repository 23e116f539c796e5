using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Declared.Passes;
using StaticNets.Generator.Model;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit;

/// <summary>Emits the net's trainer: its public overloads, its buffers, and the phases that call the kernels.</summary>
internal static class TrainerClass
{
    public static EmittedFile Emit(NetSpec spec, IReadOnlyList<Target> targets, TrainingPlan plan, KernelClass kernels) => NetFile.Write(
        spec,
        "Trainer",
        ["System", "StaticNets.Execution", "StaticNets.Optimizers"],
        writer => WriteMembers(writer, spec, targets, plan, kernels));

    private static void WriteMembers(
        SourceWriter writer, NetSpec spec, IReadOnlyList<Target> targets, TrainingPlan plan, KernelClass kernels)
    {
        NetGraph graph = plan.Graph;
        writer.Line($"""
            /// <summary>Creates a trainer of this net's weights.</summary>
            public Trainer CreateTrainer(global::StaticNets.TrainerOptions? options = null) => new Trainer(_inference, options);

            /// <inheritdoc/>
            global::StaticNets.ITrainer global::StaticNets.ITrainableNet<{spec.Name}>.CreateTrainer(global::StaticNets.TrainerOptions? options) => CreateTrainer(options);

            """);
        WriteBuffers(writer, plan);
        writer.Line();
        writer.Line($"/// <summary>Trains the net with {graph.Training!.Optimizer.Name}. Use it from one thread at a time.</summary>");
        using (writer.Block("public sealed class Trainer : TrainerBase"))
        {
            const string Buffers = "Buffers.PerSample, Buffers.Derived, Buffers.PerWorker";
            string parts = Literal.Int(kernels.ForwardBackward.Parts);
            string work = $"{Literal.Int(plan.ScratchSize)}, {Literal.Int(plan.MultiplyAdds)}L, {parts}";
            writer.Line($$"""
                private static readonly TrainingLayout s_layout = new TrainingLayout({{Buffers}}, {{work}}){{ActivityPenalties(plan)}};

                internal Trainer(InferenceEngine inference, global::StaticNets.TrainerOptions? options)
                    : base(inference, options, s_layout, {{graph.Training.Optimizer.Creation}})
                {
                }

                """);
            WriteSteps(writer, graph);
            WritePhases(writer, targets, plan, kernels);
        }
    }

    /// <summary>The initializer with the buffers of the outputs' penalties, where there are any.</summary>
    private static string ActivityPenalties(TrainingPlan plan)
    {
        string buffers = string.Join(", ", plan.ActivityPenalties.Select(name => "Buffers." + name));
        return buffers.Length == 0 ? "" : $" {{ ActivityPenalties = new int[] {{ {buffers} }} }}";
    }

    private static void WriteBuffers(SourceWriter writer, TrainingPlan plan)
    {
        writer.Line("/// <summary>The buffers of training, by index.</summary>");
        using (writer.Block("private static class Buffers"))
        {
            WriteSizes(writer, "PerSample", plan.PerSample);
            WriteSizes(writer, "Derived", plan.Derived);
            WriteSizes(writer, "PerWorker", plan.PerWorker);
            WriteIndexes(writer, plan.PerSample);
            WriteIndexes(writer, plan.Derived);
            WriteIndexes(writer, plan.PerWorker);
        }
    }

    private static void WriteSizes(SourceWriter writer, string name, IReadOnlyList<PlannedBuffer> buffers)
    {
        string values = string.Join(", ", buffers.Select(buffer => Literal.Int(buffer.Size)));
        string sizes = buffers.Count == 0 ? "Array.Empty<int>()" : $"{{ {values} }}";
        writer.Line($"public static readonly int[] {name} = {sizes};");
    }

    private static void WriteIndexes(SourceWriter writer, IReadOnlyList<PlannedBuffer> buffers)
    {
        for (int i = 0; i < buffers.Count; i++)
        {
            writer.Line($"public const int {buffers[i].Name} = {Literal.Int(i)};");
        }
    }

    private static void WriteSteps(SourceWriter writer, NetGraph graph)
    {
        int labels = graph.LabelCount;
        int targets = graph.TargetSize;
        var parameters = new List<string> { "ReadOnlySpan<float> inputs" };
        string count = labels > 0 ? Divided("labels.Length", labels) : Divided("targets.Length", targets);
        var members = new List<string> { $"Count = {count}", "Inputs = inputs" };
        var documents = new List<string> { $"/// <param name=\"inputs\">{Literal.Int(graph.InputSize)} floats for each sample.</param>" };
        if (labels > 0)
        {
            parameters.Add("ReadOnlySpan<int> labels");
            members.Add("Labels = labels");
            documents.Add($"/// <param name=\"labels\">{LabelMeaning(graph)}</param>");
        }

        if (targets > 0)
        {
            parameters.Add("ReadOnlySpan<float> targets");
            members.Add("Targets = targets");
            documents.Add($"/// <param name=\"targets\">{Literal.Int(targets)} floats for each sample.</param>");
        }

        string batch = $"new global::StaticNets.Batch {{ {string.Join(", ", members)} }}";
        writer.Line($"""
            /// <summary>One training step: gradients, then the update.</summary>
            {string.Join("\n", documents)}
            /// <returns>The mean data loss at the weights before the update, without the penalty.</returns>
            /// <exception cref="ArgumentException">A length does not fit, or a value is out of range.</exception>
            public float Step({string.Join(", ", parameters)}) => Step({batch});

            /// <summary>Forward and backward pass without an update; the parameters are those of Step.</summary>
            /// <returns>The mean data loss, without the penalty.</returns>
            public float ComputeGradients({string.Join(", ", parameters)}) => ComputeGradients({batch});

            """);
    }

    private static string LabelMeaning(NetGraph graph)
    {
        NetOutput[] outputs = graph.Outputs.Where(output => output.TakesLabels).ToArray();
        if (outputs.Length > 1)
        {
            string names = string.Join(", ", outputs.Select(output => XmlText.Escape(output.Name)));
            return $"{Literal.Int(graph.LabelCount)} classes for each sample: those of {names}.";
        }

        Shape shape = outputs[0].Node.Shape;
        string ignored = outputs[0].Loss!.IgnoreClass is int number ? $"; {Literal.Int(number)} does not count" : "";
        return $"The class of each {(shape.Rows == 1 ? "sample" : "row of the output")}, 0 to {Literal.Int(shape.Last - 1)}{ignored}.";
    }

    private static string Divided(string length, int by) => by == 1 ? length : $"{length} / {Literal.Int(by)}";

    private static void WritePhases(SourceWriter writer, IReadOnlyList<Target> targets, TrainingPlan plan, KernelClass kernels)
    {
        bool derives = plan.Derived.Count > 0;
        writer.Line($"protected override bool NeedsDerivedWeights => {(derives ? "true" : "false")};");
        writer.Line();
        using (writer.Block("protected override void DeriveWeights(int worker, int workers)"))
        {
            if (derives)
            {
                TargetSwitch.Write(writer, targets, "DeriveWeights(Memory, worker, workers)");
            }
        }

        writer.Line();
        using (writer.Block("protected override void ForwardBackward(int part, int worker, int n0, int n1)"))
        {
            TargetSwitch.Write(writer, targets, $"ForwardBackward(Memory, {(kernels.ForwardBackward.Parts > 1 ? "part, " : "")}worker, n0, n1)");
        }

        writer.Line();
        using (writer.Block("protected override void WeightGradients(int worker, int workers)"))
        {
            TargetSwitch.Write(writer, targets, "WeightGradients(Memory, worker, workers)");
        }

        if (!kernels.Statistics.IsEmpty)
        {
            writer.Line();
            using (writer.Block("protected override void UpdateStatistics()"))
            {
                TargetSwitch.Write(writer, targets, "UpdateStatistics(Memory, 0)");
            }
        }
    }
}
