using StaticNets.Generator.Declaration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Optimizers;

namespace StaticNets.Generator.Emit.Files;

/// <summary>Emits the net's trainer: its public overloads, and what the runtime calls in a step.</summary>
internal static class TrainerClass
{
    public static EmittedFile Emit(NetSpec spec, OptimizerRule optimizer, Graph graph, KernelClass kernels) =>
        NetFile.Class(spec, "Trainer", writer => WriteMembers(writer, spec, optimizer, graph, kernels));

    private static void WriteMembers(
        SourceWriter writer, NetSpec spec, OptimizerRule optimizer, Graph graph, KernelClass kernels)
    {
        const string Options = "global::StaticNets.TrainerOptions?";
        string training = CodeNamespace.Type(spec, TrainingClass.Name);
        writer.Line($"""
            /// <summary>Creates a trainer of this net's weights.</summary>
            public Trainer CreateTrainer({Options} options = null) => new Trainer(_inference, options);

            """);
        if (kernels.HasLoss)
        {
            writer.Line($"""
                /// <inheritdoc/>
                global::StaticNets.ITrainer global::StaticNets.ITrainableNet<{spec.QualifiedName}>.CreateTrainer(
                    {Options} options) => CreateTrainer(options);

                """);
        }

        string trainer = kernels.HasLoss ? "TrainerBase" : "GradientTrainerBase";
        writer.Line($"/// <summary>Trains the net with {optimizer.Name}. Use it from one thread at a time.</summary>");
        using (writer.Block($"public sealed class Trainer : global::StaticNets.Execution.{trainer}"))
        {
            writer.Line($$"""
                internal Trainer(global::StaticNets.Execution.InferenceEngine inference, {{Options}} options)
                    : base(
                        inference,
                        options,
                        {{training}}.Layout,
                        {{optimizer.Creation}})
                {
                }

                """);
            if (kernels.HasLoss)
            {
                WriteSteps(writer, graph);
            }

            WritePhases(writer, training, kernels);
        }
    }

    private static void WriteSteps(SourceWriter writer, Graph graph)
    {
        int labels = graph.LabelCount;
        int targets = graph.TargetSize;
        string count = labels > 0 ? Divided("labels.Length", labels) : Divided("targets.Length", targets);
        var members = new List<string> { $"Count = {count}", "Inputs = inputs" };
        var documents = new List<string> { $"/// <param name=\"inputs\">{Literal.Int(graph.InputSize)} floats for each sample.</param>" };
        if (labels > 0)
        {
            members.Add("Labels = labels");
            documents.Add($"/// <param name=\"labels\">{LabelMeaning(graph)}</param>");
        }

        if (targets > 0)
        {
            members.Add("Targets = targets");
            documents.Add($"/// <param name=\"targets\">{Literal.Int(targets)} floats for each sample.</param>");
        }

        string batch = $"new global::StaticNets.Batch {{ {string.Join(", ", members)} }}";
        writer.Line($"""
            /// <summary>One training step: gradients, then the update.</summary>
            {string.Join("\n", documents)}
            /// <returns>The mean data loss at the weights before the update, without the penalty.</returns>
            /// <exception cref="global::System.ArgumentException">A length does not fit, or a value is out of range.</exception>
            public float {StepParameters.Step(labels > 0, targets > 0)} =>
                Step({batch});

            /// <summary>Forward and backward pass without an update; the parameters are those of Step.</summary>
            /// <returns>The mean data loss, without the penalty.</returns>
            public float {StepParameters.ComputeGradients(labels > 0, targets > 0)} =>
                ComputeGradients({batch});

            """);
    }

    private static string LabelMeaning(Graph graph)
    {
        GraphOutput[] outputs = graph.Outputs.Where(output => output.TakesLabels).ToArray();
        if (outputs.Length > 1)
        {
            string names = string.Join(", ", outputs.Select(output => XmlText.Escape(output.Name)));
            return $"{Literal.Int(graph.LabelCount)} classes for each sample: those of {names}.";
        }

        Shape shape = outputs[0].Value.Shape;
        string ignored = outputs[0].Loss!.IgnoreClass is int number ? $"; {Literal.Int(number)} does not count" : "";
        return $"The class of each {(shape.Rows == 1 ? "sample" : "row of the output")}, 0 to {Literal.Int(shape.Last - 1)}{ignored}.";
    }

    private static string Divided(string length, int by) => by == 1 ? length : $"{length} / {Literal.Int(by)}";

    private static void WritePhases(SourceWriter writer, string training, KernelClass kernels)
    {
        bool derives = !kernels.DeriveWeights.IsEmpty;
        writer.Line($"protected override bool NeedsDerivedWeights => {(derives ? "true" : "false")};");
        if (!derives)
        {
            writer.Line();
            writer.Line("protected override void DeriveWeights(int worker, int workers)\n{\n}");
        }

        foreach (TrainerPhase phase in TrainerPhases.Of(kernels))
        {
            writer.Line();
            writer.Line(
                $"protected override void {phase.Override} =>\n    {training}.{phase.Method.Name}(Memory, {phase.Arguments});");
        }
    }
}
