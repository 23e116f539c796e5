using StaticNets.Generator.Declaration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit.Files;

/// <summary>
/// Emits where each of several inputs and outputs stands in a sample. The constants of a layer end in Offset or Size, so that they meet
/// neither each other nor their class.
/// </summary>
internal static class PlaceConstants
{
    public static void Write(SourceWriter writer, Graph graph)
    {
        Write(writer, "Inputs", "input", [.. graph.Inputs.Select(input => (input.Result.Name, input.Result.Shape.Size))]);
        Write(writer, "Outputs", "output", [.. graph.Outputs.Select(output => (output.Name, output.Value.Shape.Size))]);
    }

    /// <summary>The same classes for the stub of an invalid net, with the names that are known and numbers that are not 0.</summary>
    public static IEnumerable<StubMember> OfStub(NetSpec spec)
    {
        var names = new LayerNames(spec, new LayerLabels(spec), new Problems());
        int[] inputs = [.. Enumerable.Range(0, spec.Layers.Count).Where(i => spec.Layers[i].Kind == "Input")];
        if (inputs.Length > 1)
        {
            yield return OfStub("Inputs", inputs.Select(i => names[i]));
        }

        if (spec.Outputs.Count > 0 && spec.Layers.Count > inputs.Length)
        {
            int last = spec.Layers.Count - 1;
            while (last > 0 && WrapperCatalogue.Contains(spec.Layers[last - 1].Kind))
            {
                last--;
            }

            IEnumerable<ArgumentValue?> further = spec.Outputs
                .Select(output => output.Arguments.FirstOrDefault(argument => argument.Name == "Layer")?.Value);
            yield return OfStub("Outputs", further.OfType<TextValue>().Select(text => text.Value ?? "").Append(names[last]));
        }
    }

    private static StubMember OfStub(string name, IEnumerable<string> layers)
    {
        var used = new NameScope([]);
        IEnumerable<string> constants = layers
            .Select(layer => Identifier.Member(layer, used))
            .Select(constant => $"    public const int {constant}Offset = 1;\n    public const int {constant}Size = 1;\n");
        return new StubMember(name, $"public static class {name}\n{{\n{string.Concat(constants)}}}");
    }

    private static void Write(SourceWriter writer, string name, string what, IReadOnlyList<(string Name, int Size)> places)
    {
        if (places.Count == 1)
        {
            return;
        }

        var used = new NameScope([]);
        int offset = 0;
        writer.Line();
        writer.Line($"/// <summary>Where each {what} stands among the floats of a sample, and how many are its.</summary>");
        using (writer.Block($"public static class {name}"))
        {
            foreach ((string layer, int size) in places)
            {
                if (offset > 0)
                {
                    writer.Line();
                }

                string constant = Identifier.Member(layer, used);
                writer.Line($"""
                    /// <summary>Where '{XmlText.Escape(layer)}' begins.</summary>
                    public const int {constant}Offset = {Literal.Size(offset)};

                    /// <summary>The floats of '{XmlText.Escape(layer)}'.</summary>
                    public const int {constant}Size = {Literal.Size(size)};
                    """);
                offset += size;
            }
        }
    }
}
