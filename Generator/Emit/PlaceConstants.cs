using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Emit;

/// <summary>
/// Emits where each of several inputs and outputs stands in a sample. The constants of a layer end in Offset or Size, so that they meet
/// neither each other nor their class.
/// </summary>
internal static class PlaceConstants
{
    public static void Write(SourceWriter writer, NetGraph graph)
    {
        Write(writer, "Inputs", "input", [.. graph.Inputs.Select(input => (input.Name, input.Shape.Size))]);
        Write(writer, "Outputs", "output", [.. graph.Outputs.Select(output => (output.Name, output.Shape.Size))]);
    }

    private static void Write(SourceWriter writer, string name, string what, IReadOnlyList<(string Name, int Size)> places)
    {
        if (places.Count == 1)
        {
            return;
        }

        var used = new HashSet<string>();
        int offset = 0;
        writer.Line($"/// <summary>Where each {what} stands among the floats of a sample, and how many are its.</summary>");
        using (writer.Block($"public static class {name}"))
        {
            foreach ((string layer, int size) in places)
            {
                string constant = Identifier.Member(layer, used);
                writer.Line($"""
                    /// <summary>Where '{XmlText.Escape(layer)}' begins.</summary>
                    public const int {constant}Offset = {Literal.Size(offset)};

                    /// <summary>The floats of '{XmlText.Escape(layer)}'.</summary>
                    public const int {constant}Size = {Literal.Size(size)};
                    """);
                offset += size;
                if (used.Count < places.Count)
                {
                    writer.Line();
                }
            }
        }

        writer.Line();
    }
}
