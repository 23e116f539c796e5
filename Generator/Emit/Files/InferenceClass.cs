using StaticNets.Generator.Declaration;
using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Core;
using StaticNets.Generator.Layers.Initializers;
using StaticNets.Generator.Layers.Lowered;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit.Files;

/// <summary>Emits the class that connects the net with the runtime's inference engine, and the places of the weights.</summary>
internal static class InferenceClass
{
    /// <summary>The class' name.</summary>
    public const string Name = EmittedTypes.Inference;

    public static void Write(
        SourceWriter writer, NetSpec spec, IReadOnlyList<Target> targets, NetPlan net, WeightConstants weights)
    {
        InferencePlan plan = net.Inference;
        Graph graph = plan.Graph;
        WriteWeights(writer, graph, weights);
        writer.Line();
        writer.Line("/// <summary>The net's weights and its forward pass, as the runtime drives them.</summary>");
        using (writer.Block($"internal sealed class {Name} : InferenceEngine"))
        {
            WriteDescription(writer, spec, net, weights);
            writer.Line();
            string[] sizes =
            [
                $"PreparedWeights: {Literal.Size(plan.PreparedWeights)}",
                $"Workspace: {Literal.Size(plan.Length)}",
                $"OutputOffset: {Literal.Size(plan.Offset(graph.Result))}",
                $"BlockSize: {Literal.Int(plan.BlockSize)}",
                $"MultiplyAdds: {Literal.Size(graph.MultiplyAdds)}",
            ];
            writer.Line($"public {Name}()");
            using (writer.Block($"    : base(Description, new InferenceLayout({string.Join(", ", sizes)}))"))
            {
                if (targets.All(target => target.Condition is not null))
                {
                    string conditions = string.Join(" || ", targets.Select(target => "SimdWidth." + target.Condition));
                    string names = string.Join(", ", targets.Select(target => target.Name));
                    writer.Line($"SimdWidth.Require({conditions}, {Literal.Text(names)});");
                }
            }

            if (graph.Weights.Count > 0)
            {
                writer.Line();
                using (writer.Block("protected override void InitializeWeights(Span<float> parameters, int seed)"))
                {
                    WriteInitialization(writer, graph, weights);
                }
            }

            writer.Line();
            using (writer.Block("protected override void Forward(ref float weights, ref float workspace, int n)"))
            {
                TargetSwitch.Write(writer, targets, "Predict(ref weights, ref workspace, n)");
            }

            if (plan.PreparedWeights > graph.ParameterCount)
            {
                writer.Line();
                using (writer.Block("protected override void PrepareWeights(ref float parameters, ref float weights)"))
                {
                    writer.Line("base.PrepareWeights(ref parameters, ref weights);");
                    TargetSwitch.Write(writer, targets, "PrepareWeights(ref weights)");
                }
            }

            if (net.Declared.Training is { HasLoss: true })
            {
                string?[] known = [graph.LabelCount > 0 ? "ref labels" : null, graph.TargetSize > 0 ? "ref targets" : null];
                writer.Line();
                using (writer.Block(
                    "protected override void ForwardLoss("
                    + "ref float weights, ref float workspace, ref int labels, ref float targets, ref float losses, int n)"))
                {
                    string arguments = string.Join(", ", known.Where(argument => argument is not null));
                    TargetSwitch.Write(writer, targets, $"Loss(ref weights, ref workspace, {arguments}, ref losses, n)");
                }
            }
        }
    }

    private static void WriteInitialization(SourceWriter writer, Graph graph, WeightConstants weights)
    {
        int tensor = 0;
        foreach (Weight weight in graph.Weights)
        {
            string place = $"parameters.Slice({weights.Of(weight)}, {Literal.Int(weight.Shape.Size)})";
            writer.Line(InitializerCatalogue.Find(weight.Tensor.Start.Initializer).Statement(weight.Tensor, place, Literal.Int(tensor)));
            if (weight.Tensor.Start.Ones is { } ones)
            {
                string piece = $"{weights.Of(weight)} + {Literal.Int(ones.Start)}, {Literal.Int(ones.Count)}";
                writer.Line($"parameters.Slice({piece}).Fill(1f);");
            }

            tensor++;
        }
    }

    private static void WriteWeights(SourceWriter writer, Graph graph, WeightConstants weights)
    {
        writer.Line("/// <summary>Where each weight stands in the parameter block.</summary>");
        using (writer.Block($"internal static class {WeightConstants.Class}"))
        {
            int offset = 0;
            foreach (Weight weight in graph.Weights)
            {
                string constant = weights.Name(weight);
                writer.Line($"public const int {constant} = {Literal.Size(offset)}; // {weight.Shape}");
                offset += weight.Shape.Size;
            }
        }
    }

    private static void WriteDescription(SourceWriter writer, NetSpec spec, NetPlan net, WeightConstants weights)
    {
        Graph graph = net.Inference.Graph;
        writer.Line("public static readonly global::StaticNets.NetInfo Description = new global::StaticNets.NetInfo");
        using (writer.Initializer())
        {
            writer.Line($"Name = {Literal.Text(spec.Name.TrimStart('@'))},");
            writer.Line($"InputSize = {Literal.Size(graph.InputSize)},");
            writer.Line($"OutputSize = {Literal.Size(graph.OutputSize)},");
            writer.Line($"ParameterCount = {Literal.Size(graph.ParameterCount)},");
            writer.Line($"Classes = {Literal.Int(graph.MainOutput.Value.Shape.Last)},");
            WriteInputs(writer, graph);
            WriteOutputs(writer, graph);
            if (net.Training?.ActivityPenalties.Any() == true)
            {
                writer.Line("HasActivityPenalty = true,");
            }

            if (net.Declared.Training is { InputGradients: true })
            {
                writer.Line("HasInputGradients = true,");
            }

            string[] indexes = [.. IndexInputs(graph)];
            if (indexes.Length > 0)
            {
                writer.Line($"IndexInputs = new global::StaticNets.IndexInput[] {{ {string.Join(", ", indexes)} }},");
            }

            writer.Line("Tensors = new global::StaticNets.TensorInfo[]");
            using (writer.Initializer(","))
            {
                foreach (Weight weight in graph.Weights)
                {
                    writer.Line($"new global::StaticNets.TensorInfo({Tensor(weight, weights)}){Extras(weight.Tensor)},");
                }
            }
        }
    }

    /// <summary>The inputs that hold indexes, with the smallest number that is none for all who read them.</summary>
    private static IEnumerable<string> IndexInputs(Graph graph) => graph.Operations
        .OfType<Gather>()
        .GroupBy(gather => (Input)graph.Producer(graph.Uses.Unviewed(gather.X)))
        .OrderBy(readers => readers.Key.Offset)
        .Select(readers =>
        {
            string place = $"{Literal.Int(readers.Key.Offset)}, {Literal.Int(readers.Key.Result.Shape.Size)}";
            return $"new global::StaticNets.IndexInput({place}, {Literal.Int(readers.Min(gather => gather.Limit))})";
        });

    /// <summary>The properties of a tensor that are not as usual.</summary>
    private static string Extras(WeightTensor weight)
    {
        var extras = new List<string>();
        if (!weight.IsTrainable)
        {
            extras.Add("IsTrainable = false");
        }

        if (weight.Penalty.ProximalL1 != 0)
        {
            extras.Add("IsProximal = true");
        }

        if (weight.Constraint is { } constraint)
        {
            string units = $"{Literal.Int(weight.Units.Count)}, {Literal.Int(weight.Units.Inner)}";
            string range = $"{Literal.Float(constraint.Min)}, {Literal.Float(constraint.Max)}, {Literal.Float(constraint.Rate)}";
            string kind = "global::StaticNets.Constraint." + constraint.Kind;
            extras.Add($"Constraint = new global::StaticNets.WeightConstraint({kind}, {units}, {range})");
        }

        if (weight.Orthogonality is { } orthogonality)
        {
            string mode = "global::StaticNets.OrthogonalMode." + orthogonality.Mode;
            extras.Add($"Orthogonality = new global::StaticNets.WeightOrthogonality({Literal.Float(orthogonality.Factor)}, {mode})");
        }

        return extras.Count == 0 ? "" : $" {{ {string.Join(", ", extras)} }}";
    }

    /// <summary>What describes a tensor in the constructor's order: name, shape, place, length, and its penalty where it has one.</summary>
    private static string Tensor(Weight weight, WeightConstants weights)
    {
        string shape = string.Join(", ", weight.Shape.Dimensions.Select(size => Literal.Int(size)));
        string place = $"{weights.Of(weight)}, {Literal.Int(weight.Shape.Size)}";
        Penalty factors = weight.Tensor.Penalty;
        string penalty = factors == default
            ? ""
            : $", {Literal.Float(factors.L1 + factors.ProximalL1)}, {Literal.Float(factors.L2)}";
        return $"{Literal.Text(weight.File)}, new int[] {{ {shape} }}, {place}{penalty}";
    }

    /// <summary>The inputs, unless there is only one without a name.</summary>
    private static void WriteInputs(SourceWriter writer, Graph graph)
    {
        Input[] inputs = [.. graph.Inputs];
        if (inputs.Length == 1 && inputs[0].Result.Name == InputLayer.DefaultName)
        {
            return;
        }

        writer.Line("Inputs = new global::StaticNets.InputInfo[]");
        using (writer.Initializer(","))
        {
            foreach (Input input in inputs)
            {
                string place = $"{Literal.Int(input.Offset)}, {Literal.Int(input.Result.Shape.Size)}";
                writer.Line($"new global::StaticNets.InputInfo({Literal.Text(input.Result.Name)}, {place}),");
            }
        }
    }

    /// <summary>Loss and metrics of the last layer, and all outputs where there are several.</summary>
    private static void WriteOutputs(SourceWriter writer, Graph graph)
    {
        WriteLoss(writer, graph.MainOutput);
        if (graph.Outputs.Count == 1 && !graph.MainOutput.LeavesRowsOut)
        {
            return;
        }

        writer.Line("Outputs = new global::StaticNets.OutputInfo[]");
        using (writer.Initializer(","))
        {
            int offset = 0;
            foreach (GraphOutput output in graph.Outputs)
            {
                writer.Line("new global::StaticNets.OutputInfo");
                using (writer.Initializer(","))
                {
                    writer.Line($"Name = {Literal.Text(output.Name)},");
                    writer.Line($"Offset = {Literal.Int(offset)},");
                    writer.Line($"Size = {Literal.Int(output.Value.Shape.Size)},");
                    writer.Line($"Classes = {Literal.Int(output.Value.Shape.Last)},");
                    writer.Line($"Weight = {Literal.Float(output.Weight)},");
                    if (output.LeavesRowsOut)
                    {
                        writer.Line("IsMasked = true,");
                    }

                    if (output.Mask is not null)
                    {
                        string masks = string.Join(", ", new MaskedInputs(graph).Of(output.Mask));
                        writer.Line($"Masks = new global::StaticNets.MaskedInput[] {{ {masks} }},");
                    }

                    if (output.Loss?.IgnoreClass is int ignored)
                    {
                        writer.Line($"IgnoreClass = {Literal.Int(ignored)},");
                    }

                    WriteLoss(writer, output);
                }

                offset += output.Value.Shape.Size;
            }
        }
    }

    private static void WriteLoss(SourceWriter writer, GraphOutput output)
    {
        if (output.Loss is not { } loss)
        {
            return;
        }

        writer.Line(loss.Method is null ? $"Loss = global::StaticNets.Loss.{loss.Name}," : $"LossMethod = {Literal.Text(loss.Name)},");
        if (output.Metrics.Names.Count > 0)
        {
            string metrics = string.Join(", ", output.Metrics.Names.Select(metric => "global::StaticNets.Metric." + metric));
            writer.Line($"Metrics = new global::StaticNets.Metric[] {{ {metrics} }},");
        }

        if (output.Metrics.ClassIds.Count > 0)
        {
            string classIds = string.Join(", ", output.Metrics.ClassIds.Select(classId => Literal.Int(classId)));
            writer.Line($"ClassIds = new int[] {{ {classIds} }},");
        }
    }
}
