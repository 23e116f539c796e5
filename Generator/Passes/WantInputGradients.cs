using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>Has the backward pass go on to the inputs, except for those that hold indexes.</summary>
internal static class WantInputGradients
{
    public static Graph Run(Graph graph)
    {
        var edit = new GraphEdit(graph);
        foreach (Input input in graph.Inputs.Where(input => HasGradient(graph, input.Result)))
        {
            edit.Replace(input, input with { WantsGradient = true });
        }

        return edit.Apply();
    }

    /// <summary>Whether somebody who reads a value, under whatever shape, hands a gradient on to it.</summary>
    private static bool HasGradient(Graph graph, Value value) =>
        graph.Outputs.Any(output => output.Value == value)
        || graph.Uses.Readers(value).Any(reader => reader.IsView
            ? HasGradient(graph, reader.Result)
            : reader.HasGradient && reader.Operands.Where((operand, i) => operand.Value == value && reader.PassesGradient(i)).Any());
}
