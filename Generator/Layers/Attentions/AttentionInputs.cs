using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Attentions;

/// <summary>What an attention reads, in Keras' order: query, value, key. Without a key the value is it, without both the query.</summary>
internal sealed class AttentionInputs
{
    private const int Most = 3;

    private AttentionInputs(IReadOnlyList<string?> names) => Names = names.Count == 0 ? null : names;

    /// <summary>The names of the layers, or null where it reads one.</summary>
    public IReadOnlyList<string?>? Names { get; }

    public static AttentionInputs Read(ArgumentReader arguments)
    {
        IReadOnlyList<string?> names = arguments.Texts("Inputs");
        if (names.Count > Most)
        {
            string found = Literal.Int(names.Count) + " names";
            arguments.Problems.Add(ArgumentDiagnostics.SettingOutOfRange(arguments.Label, "Inputs", "at most query, value and key", found));
        }

        return new AttentionInputs(names);
    }

    /// <summary>The number of the value among so many inputs.</summary>
    public static int Value(int count) => count > 1 ? 1 : 0;

    /// <summary>The number of the key among so many inputs.</summary>
    public static int Key(int count) => count - 1;

    /// <summary>Whether all inputs are sequences, with a value for each key; reports if not.</summary>
    public static bool Fit(Layer layer, IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        for (int i = 0; i < inputs.Count; i++)
        {
            if (!problems.IsSequence(layer, inputs[i], i))
            {
                return false;
            }
        }

        (int value, int key) = (Value(inputs.Count), Key(inputs.Count));
        if (inputs[key][0] == inputs[value][0])
        {
            return true;
        }

        problems.Add(SequenceDiagnostics.UnequalSteps(
            problems.Label(layer), problems.InputName(value), inputs[value], problems.InputName(key), inputs[key]));
        return false;
    }

    /// <summary>Whether the queries are as long as the keys, which no projection brings to one length; reports if not.</summary>
    public static bool AreAsLong(Layer layer, IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        int key = Key(inputs.Count);
        if (inputs[0].Last == inputs[key].Last)
        {
            return true;
        }

        problems.Add(SpatialDiagnostics.DotAxes(
            problems.Label(layer), -1, problems.InputName(0), inputs[0], -1, problems.InputName(key), inputs[key], "Inputs"));
        return false;
    }
}
