using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Graph.Passes;
using StaticNets.Generator.Layers;
using StaticNets.Generator.Model;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit;

/// <summary>Emits the nested class that connects the net with the runtime's inference engine.</summary>
internal static class InferenceClass
{
    public static void Write(SourceWriter writer, NetSpec spec, IReadOnlyList<Target> targets, NetGraph graph, InferencePlan plan)
    {
        writer.Line("/// <summary>The net's weights and its forward pass, as the runtime drives them.</summary>");
        using (writer.Block("private sealed class Inference : InferenceEngine"))
        {
            WriteDescription(writer, spec, graph);
            writer.Line();
            int output = plan.Offset(graph.Result.BufferOwner);
            string memory = $"{Literal.Int(plan.PreparedWeights)}, {Literal.Int(plan.Length)}, {Literal.Int(output)}";
            string work = $"{Literal.Int(plan.BlockSize)}, {Literal.Int(graph.MultiplyAdds)}L";
            writer.Line("public Inference()");
            using (writer.Block($"    : base(Description, new InferenceLayout({memory}, {work}))"))
            {
                if (targets.All(target => target.Condition is not null))
                {
                    string conditions = string.Join(" || ", targets.Select(target => "SimdWidth." + target.Condition));
                    string names = string.Join(", ", targets.Select(target => target.Name));
                    writer.Line($"SimdWidth.Require({conditions}, {Literal.Text(names)});");
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

            if (graph.Training is not null)
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

    private static void WriteDescription(SourceWriter writer, NetSpec spec, NetGraph graph)
    {
        writer.Line("public static readonly global::StaticNets.NetInfo Description = new global::StaticNets.NetInfo");
        using (writer.Initializer())
        {
            writer.Line($"Name = {Literal.Text(spec.Name.TrimStart('@'))},");
            writer.Line($"InputSize = {spec.Name}.InputSize,");
            writer.Line($"OutputSize = {spec.Name}.OutputSize,");
            writer.Line($"ParameterCount = {spec.Name}.ParameterCount,");
            writer.Line($"Classes = {Literal.Int(graph.MainOutput.Node.Shape.Last)},");
            WriteInputs(writer, graph);
            WriteOutputs(writer, graph);
            if (graph.HasActivityPenalty)
            {
                writer.Line("HasActivityPenalty = true,");
            }

            if (graph.IndexInputs.Count > 0)
            {
                IEnumerable<string> inputs = graph.IndexInputs.Select(input =>
                {
                    string offset = Literal.Int(((InputLayer)input.Input.Layer).OffsetInSample);
                    string size = Literal.Int(input.Input.Shape.Size);
                    return $"new global::StaticNets.IndexInput({offset}, {size}, {Literal.Int(input.Limit)})";
                });
                writer.Line($"IndexInputs = new global::StaticNets.IndexInput[] {{ {string.Join(", ", inputs)} }},");
            }

            writer.Line("Tensors = new global::StaticNets.TensorInfo[]");
            using (writer.Initializer(","))
            {
                foreach ((Node node, int index, WeightTensor weight) in graph.Weights)
                {
                    writer.Line($"new global::StaticNets.TensorInfo({Tensor(node, index, weight)}){Extras(weight)},");
                }
            }
        }
    }

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
    private static string Tensor(Node node, int index, WeightTensor weight)
    {
        string shape = string.Join(", ", weight.Shape.Dimensions.Select(size => Literal.Int(size)));
        string place = $"{BufferNames.WeightConstant(node, index)}, {Literal.Int(weight.Shape.Size)}";
        string penalty = weight.Penalty == default
            ? ""
            : $", {Literal.Float(weight.Penalty.L1 + weight.Penalty.ProximalL1)}, {Literal.Float(weight.Penalty.L2)}";
        return $"{Literal.Text(node.TensorNames[index])}, new int[] {{ {shape} }}, {place}{penalty}";
    }

    /// <summary>The inputs, unless there is only one without a name.</summary>
    private static void WriteInputs(SourceWriter writer, NetGraph graph)
    {
        if (graph.Inputs.Count == 1 && graph.Inputs[0].Name == InputLayer.DefaultName)
        {
            return;
        }

        writer.Line("Inputs = new global::StaticNets.InputInfo[]");
        using (writer.Initializer(","))
        {
            foreach (Node input in graph.Inputs)
            {
                string place = $"{Literal.Int(((InputLayer)input.Layer).OffsetInSample)}, {Literal.Int(input.Shape.Size)}";
                writer.Line($"new global::StaticNets.InputInfo({Literal.Text(input.Name)}, {place}),");
            }
        }
    }

    /// <summary>Loss and metrics of the last layer, and all outputs where there are several.</summary>
    private static void WriteOutputs(SourceWriter writer, NetGraph graph)
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
            foreach (NetOutput output in graph.Outputs)
            {
                writer.Line("new global::StaticNets.OutputInfo");
                using (writer.Initializer(","))
                {
                    writer.Line($"Name = {Literal.Text(output.Name)},");
                    writer.Line($"Offset = {Literal.Int(offset)},");
                    writer.Line($"Size = {Literal.Int(output.Shape.Size)},");
                    writer.Line($"Classes = {Literal.Int(output.Shape.Last)},");
                    writer.Line($"Weight = {Literal.Float(output.Weight)},");
                    if (output.LeavesRowsOut)
                    {
                        writer.Line("IsMasked = true,");
                    }

                    if (output.Mask is not null)
                    {
                        string masks = string.Join(", ", MaskedInputs.Of(output.Mask));
                        writer.Line($"Masks = new global::StaticNets.MaskedInput[] {{ {masks} }},");
                    }

                    if (output.Loss?.IgnoreClass is int ignored)
                    {
                        writer.Line($"IgnoreClass = {Literal.Int(ignored)},");
                    }

                    WriteLoss(writer, output);
                }

                offset += output.Shape.Size;
            }
        }
    }

    private static void WriteLoss(SourceWriter writer, NetOutput output)
    {
        if (output.Loss is not { } loss)
        {
            return;
        }

        writer.Line($"{loss.InfoProperty},");
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
