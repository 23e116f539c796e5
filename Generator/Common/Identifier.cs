using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNets.Generator.Common;

/// <summary>Names of layers as identifiers of the emitted code.</summary>
internal static class Identifier
{
    /// <summary>
    /// A layer's name in snake_case, as an identifier that no other layer has.
    /// </summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="used">The names of layers in the form that constants have, so that two differ in that, too.</param>
    public static string Variable(string name, NameScope used)
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

        if (SyntaxFacts.GetKeywordKind(stem) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(stem) != SyntaxKind.None)
        {
            stem += "_layer";
        }

        string unique = stem;
        for (int i = 2; !used.TryReserve(Pascal(unique)); i++)
        {
            unique = stem + "_" + Literal.Int(i);
        }

        return unique;
    }

    /// <summary>
    /// A layer's name in PascalCase, as a part of public names: <c>left_eye</c> as <c>LeftEye</c>. No other layer has it.
    /// </summary>
    public static string Member(string name, NameScope used)
    {
        string spaced = string.Concat(name.Select(c => char.IsLetterOrDigit(c) && c <= '\u024F' ? c : '_'));
        string stem = Pascal(spaced);
        stem = stem.Length == 0 || char.IsDigit(stem[0]) ? "Layer" + stem : stem;
        string unique = stem;
        for (int i = 2; !used.TryReserve(unique); i++)
        {
            unique = stem + "_" + Literal.Int(i);
        }

        return unique;
    }

    /// <summary><c>conv2d_1</c> as <c>Conv2d1</c>.</summary>
    public static string Pascal(string variable) => string.Concat(
        variable.Split(['_'], StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));

    /// <summary><c>conv2d_1</c> as <c>conv2d1</c>.</summary>
    public static string Camel(string variable)
    {
        string pascal = Pascal(variable);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }

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
