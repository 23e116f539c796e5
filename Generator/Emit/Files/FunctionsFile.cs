using StaticNets.Generator.Declaration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Expressions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit.Files;

/// <summary>
/// Writes the class with the user's own functions on vectors: each for all widths, since narrow layers take narrow vectors.
/// </summary>
internal static class FunctionsFile
{
    private const int LongestFormula = 110;

    /// <summary>All functions of a net's activations and losses, in the order in which it names them.</summary>
    public static IReadOnlyList<FunctionSpec> FunctionsOf(NetSpec spec)
    {
        IEnumerable<AttributeSpec> attributes = spec.Layers.Concat(spec.Outputs);
        if (spec.Compile is { } compile)
        {
            attributes = attributes.Append(compile);
        }

        return [.. attributes.SelectMany(attribute => attribute.Arguments).Select(argument => argument.Value).OfType<FunctionValue>()
            .Select(value => value.Function).Distinct()];
    }

    /// <summary>Writes the class.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="targets">Whose kernels call them.</param>
    /// <param name="functions">The functions.</param>
    /// <param name="withDerivatives">Whether the net trains.</param>
    public static void Write(
        SourceWriter writer, IReadOnlyList<Target> targets, IReadOnlyList<FunctionSpec> functions, bool withDerivatives)
    {
        Flavour[] widths = Widths(targets);
        writer.Line("/// <summary>Functions that the user wrote, on vectors of each width.</summary>");
        using (writer.Block($"internal static class {FunctionSpec.EmittedClass}"))
        {
            for (int i = 0; i < functions.Count; i++)
            {
                FunctionSpec function = functions[i];
                if (i > 0)
                {
                    writer.Line();
                }

                Write(writer, widths, function, function.Emitted, function.Body, $"{function.QualifiedName} as written");
                if (withDerivatives)
                {
                    writer.Line();
                    bool isOwn = function.OwnDerivative is not null;
                    string origin = isOwn ? $"{function.QualifiedName}Derivative as written" : $"Derived from {function.QualifiedName}";
                    Write(writer, widths, function, function.EmittedDerivative, function.DerivativeBody, origin);
                }
            }
        }
    }

    /// <summary>The widest vectors of the targets and all narrower ones.</summary>
    private static Flavour[] Widths(IReadOnlyList<Target> targets) =>
        [
            .. Target.All.Where(target => target.VectorBits <= targets.Max(emitted => emitted.VectorBits))
                .GroupBy(target => target.VectorBits)
                .Select(width => Flavour.Of(width.First())),
        ];

    private static void Write(
        SourceWriter writer, IReadOnlyList<Flavour> widths, FunctionSpec function, string name, Expression body, string origin)
    {
        string formula = FormulaText.Of(body, function.Parameters);
        string quoted = formula.Length <= LongestFormula ? $": <c>{XmlText.Escape(formula)}</c>" : "";
        for (int i = 0; i < widths.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            writer.Line($"/// <summary>{XmlText.Escape(origin)}{quoted}.</summary>");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            VectorCode.WriteMethod(writer, widths[i], name, function.Parameters, body);
        }
    }
}
