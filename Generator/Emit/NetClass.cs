using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Graph.Passes;
using StaticNets.Generator.Initializers;
using StaticNets.Generator.Model;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit;

/// <summary>Emits the net's public face: sizes, weights, prediction.</summary>
internal static class NetClass
{
    public static EmittedFile Emit(NetSpec spec, IReadOnlyList<Target> targets, InferencePlan plan, TrainingPlan? training)
    {
        NetGraph graph = plan.Graph;
        var footprint = Footprint.Of(plan, training);
        string contract = graph.Training is null ? "IStaticNet" : "ITrainableNet";
        return NetFile.Write(
            spec,
            "",
            ["System", "System.Runtime.CompilerServices", "StaticNets.Execution"],
            writer => WriteMembers(writer, spec, targets, graph, plan, footprint),
            $" : global::StaticNets.{contract}<{spec.Name}>",
            Outline(graph, footprint));
    }

    private static string Outline(NetGraph graph, Footprint footprint) =>
        "<summary>\n<code>\n" + XmlText.Escape(SummaryTable.Plain(graph, footprint)) + "\n</code>\n</summary>";

    private static void WriteMembers(
        SourceWriter writer, NetSpec spec, IReadOnlyList<Target> targets, NetGraph graph, InferencePlan plan, Footprint footprint)
    {
        string className = spec.Name;
        writer.Line($"""
            /// <summary>Floats a sample at the input.</summary>
            public const int InputSize = {Literal.Size(graph.InputSize)};

            /// <summary>Floats a sample at the output.</summary>
            public const int OutputSize = {Literal.Size(graph.OutputSize)};

            /// <summary>The number of weights.</summary>
            public const int ParameterCount = {Literal.Size(graph.ParameterCount)};

            private readonly Inference _inference = new Inference();

            /// <summary>Creates the net and initializes its weights.</summary>
            /// <param name="seed">The seed of the random weights: the same seed gives the same weights.</param>
            """);
        using (writer.Block($"public {className}(int seed = 0)"))
        {
            writer.Line("Span<float> parameters = _inference.Parameters;");
            WriteInitialization(writer, graph);
        }

        IEnumerable<string> table = SummaryTable.Keras(spec, graph, footprint).TrimEnd('\n').Split('\n');
        string summary = string.Join("\n    + ", table.Select(line => Literal.Text(line + "\n")));
        writer.Line();
        writer.Line($"""
            /// <summary>The layers with their output shapes, parameters and multiply-adds a sample, and the memory that the net takes.</summary>
            public static string Summary =>
                {summary};

            /// <inheritdoc/>
            static global::StaticNets.NetInfo global::StaticNets.IStaticNet<{className}>.Info => Inference.Description;

            /// <inheritdoc/>
            static {className} global::StaticNets.IStaticNet<{className}>.Create(int seed) => new {className}(seed);

            /// <summary>All weights in one block, layer by layer, in Keras' order and layout.</summary>
            public Span<float> Parameters => _inference.Parameters;

            /// <summary>Replaces all weights at once.</summary>
            /// <exception cref="ArgumentException">The length is not <see cref="ParameterCount"/>.</exception>
            public void SetParameters(ReadOnlySpan<float> parameters) => _inference.SetParameters(parameters);

            /// <summary>Runs the net over any number of samples on the caller's thread. Safe from many threads at once; allocates nothing after the first calls.</summary>
            /// <param name="inputs"><see cref="InputSize"/> floats for each sample.</param>
            /// <param name="outputs">Receives <see cref="OutputSize"/> floats for each sample.</param>
            /// <exception cref="ArgumentException">A length does not fit.</exception>
            public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => _inference.Predict(inputs, outputs);

            /// <summary>Creates a predictor with threads of its own.</summary>
            public global::StaticNets.Predictor CreatePredictor(global::StaticNets.PredictorOptions? options = null) => new global::StaticNets.Predictor(_inference, options);

            """);
        if (graph.Training is not null)
        {
            writer.Line("""
                /// <summary>The inference forward pass and the mean data loss, without the penalty.</summary>
                /// <exception cref="ArgumentException">A length does not fit or a label is out of range.</exception>
                public float ComputeLoss(global::StaticNets.Batch batch, Span<float> outputs) => _inference.ComputeLoss(batch, outputs);

                """);
            if (graph.Outputs.Count > 1)
            {
                writer.Line("""
                    /// <summary>The inference forward pass and the mean data losses.</summary>
                    /// <param name="batch">Any number of samples with their labels or targets.</param>
                    /// <param name="outputs">Receives <see cref="OutputSize"/> floats for each sample.</param>
                    /// <param name="outputLosses">Receives the loss of each output before its weight.</param>
                    /// <returns>The weighted sum of these, without the penalty.</returns>
                    /// <exception cref="ArgumentException">A length does not fit or a label is out of range.</exception>
                    public float ComputeLoss(global::StaticNets.Batch batch, Span<float> outputs, Span<float> outputLosses) => _inference.ComputeLoss(batch, outputs, outputLosses);

                    """);
            }
        }

        PlaceConstants.Write(writer, graph);
        WriteWeights(writer, graph);
        writer.Line();
        InferenceClass.Write(writer, spec, targets, graph, plan);
    }

    private static void WriteInitialization(SourceWriter writer, NetGraph graph)
    {
        int tensor = 0;
        foreach ((Node node, int index, WeightTensor weight) in graph.Weights)
        {
            string place = $"parameters.Slice({BufferNames.WeightConstant(node, index)}, {Literal.Int(weight.Shape.Size)})";
            writer.Line(InitializerCatalogue.Find(weight.Start.Initializer).Statement(weight, place, Literal.Int(tensor)));
            if (weight.Start.Ones is { } ones)
            {
                string piece = $"{BufferNames.WeightConstant(node, index)} + {Literal.Int(ones.Start)}, {Literal.Int(ones.Count)}";
                writer.Line($"parameters.Slice({piece}).Fill(1f);");
            }

            tensor++;
        }
    }

    private static void WriteWeights(SourceWriter writer, NetGraph graph)
    {
        writer.Line("/// <summary>Where each weight stands in the parameter block.</summary>");
        using (writer.Block("private static class Weights"))
        {
            int offset = 0;
            foreach ((Node node, int index, WeightTensor weight) in graph.Weights)
            {
                string constant = BufferNames.WeightConstant(node, index).Substring("Weights.".Length);
                writer.Line($"public const int {constant} = {Literal.Size(offset)}; // {weight.Shape}");
                offset += weight.Shape.Size;
            }
        }
    }
}
