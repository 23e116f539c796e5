using StaticNets.Generator.Declaration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Emit.Files;

/// <summary>Emits the net's public face: sizes, weights, prediction.</summary>
internal static class NetClass
{
    private const string RequiredMembers =
        " has required members: create one with new, which sets them, and copy the weights with CopyFrom.";

    public static EmittedFile Emit(NetSpec spec, NetPlan plan)
    {
        var footprint = Footprint.Of(plan);
        string contract = HasLoss(plan) ? "ITrainableNet" : "IStaticNet";
        return NetFile.Class(
            spec,
            "",
            writer => WriteMembers(writer, spec, plan, footprint),
            $" : global::StaticNets.{contract}<{spec.QualifiedName}>",
            Outline(plan, footprint));
    }

    private static bool HasLoss(NetPlan plan) => plan.Declared.Training is { HasLoss: true };

    private static string Outline(NetPlan plan, Footprint footprint) =>
        "<summary>\n<code>\n" + XmlText.Escape(SummaryTable.Plain(plan, footprint)) + "\n</code>\n</summary>";

    private static void WriteMembers(SourceWriter writer, NetSpec spec, NetPlan plan, Footprint footprint)
    {
        Graph graph = plan.Inference.Graph;
        string self = spec.QualifiedName;
        string inference = CodeNamespace.Type(spec, InferenceClass.Name);
        IEnumerable<string> table = SummaryTable.Keras(spec, plan, footprint).TrimEnd('\n').Split('\n');
        string summary = string.Join("\n    + ", table.Select(line => Literal.Text(line + "\n")));
        writer.Line($$"""
            /// <summary>Floats a sample at the input.</summary>
            public const int InputSize = {{Literal.Size(graph.InputSize)}};

            /// <summary>Floats a sample at the output.</summary>
            public const int OutputSize = {{Literal.Size(graph.OutputSize)}};

            /// <summary>The number of weights.</summary>
            public const int ParameterCount = {{Literal.Size(graph.ParameterCount)}};

            private readonly {{inference}} _inference =
                new {{inference}}();

            /// <summary>Creates the net and initializes its weights.</summary>
            /// <param name="seed">The seed of the random weights: the same seed gives the same weights.</param>
            public {{spec.Name}}(int seed = 0)
            {
                _inference.Initialize(seed);
            }

            /// <summary>
            /// The layers with their output shapes, parameters and multiply-adds a sample, and the memory that the net takes.
            /// </summary>
            public static string Summary =>
                {{summary}};

            /// <inheritdoc/>
            static global::StaticNets.NetInfo global::StaticNets.IStaticNet<{{self}}>.Info =>
                {{inference}}.Description;

            /// <inheritdoc/>
            static {{self}}
                global::StaticNets.IStaticNet<{{self}}>.Create(int seed) =>
                {{Creation(spec)}};

            /// <summary>All weights in one block, layer by layer, in Keras' order and layout.</summary>
            public global::System.Span<float> Parameters => _inference.Parameters;

            /// <summary>Replaces all weights at once.</summary>
            /// <exception cref="global::System.ArgumentException">The length is not <see cref="ParameterCount"/>.</exception>
            public void SetParameters(global::System.ReadOnlySpan<float> parameters) => _inference.SetParameters(parameters);

            /// <summary>
            /// Runs the net over any number of samples on the caller's thread. Safe from many threads at once; allocates nothing after the
            /// first calls.
            /// </summary>
            /// <param name="inputs"><see cref="InputSize"/> floats for each sample.</param>
            /// <param name="outputs">Receives <see cref="OutputSize"/> floats for each sample.</param>
            /// <exception cref="global::System.ArgumentException">A length does not fit.</exception>
            public void Predict(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs) =>
                _inference.Predict(inputs, outputs);

            /// <summary>Creates a predictor with threads of its own.</summary>
            public global::StaticNets.Predictor CreatePredictor(global::StaticNets.PredictorOptions? options = null) =>
                new global::StaticNets.Predictor(_inference, options);
            """);
        PlaceConstants.Write(writer, graph);
        if (HasLoss(plan))
        {
            WriteLosses(writer, graph);
        }
    }

    /// <summary>A net of the class, where nobody needs to set more.</summary>
    private static string Creation(NetSpec spec) => spec.HasRequiredMembers
        ? $"throw new global::System.NotSupportedException(\n        {Literal.Text(spec.Name + RequiredMembers)})"
        : $"new {spec.QualifiedName}(seed)";

    private static void WriteLosses(SourceWriter writer, Graph graph)
    {
        writer.Line();
        writer.Line("""
            /// <summary>The inference forward pass and the mean data loss, without the penalty.</summary>
            /// <exception cref="global::System.ArgumentException">A length does not fit or a label is out of range.</exception>
            public float ComputeLoss(global::StaticNets.Batch batch, global::System.Span<float> outputs) =>
                _inference.ComputeLoss(batch, outputs);
            """);
        if (graph.Outputs.Count > 1)
        {
            writer.Line();
            writer.Line("""
                /// <summary>The inference forward pass and the mean data losses.</summary>
                /// <param name="batch">Any number of samples with their labels or targets.</param>
                /// <param name="outputs">Receives <see cref="OutputSize"/> floats for each sample.</param>
                /// <param name="outputLosses">Receives the loss of each output before its weight.</param>
                /// <returns>The weighted sum of these, without the penalty.</returns>
                /// <exception cref="global::System.ArgumentException">A length does not fit or a label is out of range.</exception>
                public float ComputeLoss(
                    global::StaticNets.Batch batch, global::System.Span<float> outputs, global::System.Span<float> outputLosses) =>
                    _inference.ComputeLoss(batch, outputs, outputLosses);
                """);
        }
    }
}
