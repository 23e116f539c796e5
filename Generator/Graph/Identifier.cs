using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNets.Generator.Graph;

/// <summary>Names of layers as identifiers of the emitted code.</summary>
internal static class Identifier
{
    // What the orchestrating methods call their own variables.
    private static readonly HashSet<string> s_taken =
    [
        "w", "n", "n0", "n1", "dw", "memory", "workspace", "labels", "targets", "losses", "worker", "workers", "outputs", "scales",
    ];

    // What the class with the buffers' indexes declares besides.
    private static readonly HashSet<string> s_takenConstants = ["Buffers", "PerSample", "Derived", "PerWorker"];

    // What is put behind a layer's name in constants and variables.
    private static readonly string[] s_suffixes = ["Gradient", "Winner", "Transposed", "Kernel", "Bias", "Convolution",
        "Gamma", "Beta", "Scale", "Shift", "Mean", "Means", "Inverse", "Deviations", "Sums", "Variance", "Statistics", "Counts",
        "Embeddings", "Probabilities", "Gates", "States", "Cells", "Resets", "Packed", "Dropped", "Recurrent"];

    /// <summary>
    /// A variable's name that no other layer has. It has no capitals, so that names with capitals are free for what belongs to a layer.
    /// </summary>
    public static string Variable(string name, ISet<string> used)
    {
        var text = new StringBuilder();
        foreach (char c in name)
        {
            char lower = char.ToLowerInvariant(c);
            text.Append(lower is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? lower : '_');
        }

        string stem = text.ToString().Trim('_');
        if (stem.Length == 0 || char.IsDigit(stem[0]))
        {
            stem = "layer_" + stem;
        }

        bool isKeyword = SyntaxFacts.GetKeywordKind(stem) != SyntaxKind.None
            || SyntaxFacts.GetContextualKeywordKind(stem) != SyntaxKind.None;
        if (isKeyword || s_taken.Contains(stem) || s_takenConstants.Contains(Pascal(stem))
            || s_suffixes.Any(suffix => Pascal(stem).EndsWith(suffix, StringComparison.Ordinal)))
        {
            stem += "_layer";
        }

        // Compared in the form that constants have, so that neither variables nor constants collide.
        string unique = stem;
        for (int i = 2; !used.Add(Pascal(unique)); i++)
        {
            unique = stem + "_" + Emit.Literal.Int(i);
        }

        return unique;
    }

    /// <summary>
    /// A layer's name in PascalCase, as a part of public names: <c>left_eye</c> as <c>LeftEye</c>. No other layer has it.
    /// </summary>
    public static string Member(string name, ISet<string> used)
    {
        string spaced = string.Concat(name.Select(c => char.IsLetterOrDigit(c) && c <= '\u024F' ? c : '_'));
        string stem = Pascal(spaced);
        stem = stem.Length == 0 || char.IsDigit(stem[0]) ? "Layer" + stem : stem;
        string unique = stem;
        for (int i = 2; !used.Add(unique); i++)
        {
            unique = stem + "_" + Emit.Literal.Int(i);
        }

        return unique;
    }

    /// <summary><c>conv2d_1</c> as <c>Conv2d1</c>.</summary>
    public static string Pascal(string variable) => string.Concat(
        variable.Split(['_'], StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));

    /// <summary>Keras' snake_case of a class name: <c>MaxPooling2D</c> as <c>max_pooling2d</c>.</summary>
    public static string Snake(string kind)
    {
        var text = new StringBuilder();
        for (int i = 0; i < kind.Length; i++)
        {
            bool startsWord = char.IsUpper(kind[i]) && i > 0
                && (char.IsLower(kind[i - 1]) || (char.IsUpper(kind[i - 1]) && i + 1 < kind.Length && char.IsLower(kind[i + 1])));
            text.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(kind[i]));
        }

        return text.ToString();
    }
}
