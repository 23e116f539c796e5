using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>Makes every operation what it is while the net predicts: noise goes, normalizations take the moving averages.</summary>
internal static class InferenceForm
{
    public static Graph Run(Graph graph)
    {
        var edit = new GraphEdit(graph);
        foreach (Operation operation in graph.Operations)
        {
            if (operation.InInference is not { } inference)
            {
                edit.Remove(operation, operation.Source);
            }
            else if (!ReferenceEquals(inference, operation))
            {
                edit.Replace(operation, inference);
            }
        }

        return edit.Apply();
    }
}
