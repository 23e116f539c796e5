using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace StaticNets.Tests.Reference;

/// <summary>Names for layers that have none, as Keras gives them: <c>dense</c>, <c>dense_1</c>, counted for each class.</summary>
internal sealed class KerasNames
{
    private readonly Dictionary<string, int> _counts = [];

    public string Next(string kind)
    {
        string name = SnakeCase(kind);
        int count = _counts.GetValueOrDefault(name);
        _counts[name] = count + 1;
        return count == 0 ? name : name + "_" + count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A word begins at a capital that a small letter follows or precedes; so <c>Conv2D</c> is one word and <c>PReLU</c> three.
    /// </summary>
    public static string SnakeCase(string name)
    {
        StringBuilder text = new();
        for (int i = 0; i < name.Length; i++)
        {
            bool beforeSmall = i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]);
            bool afterSmall = i > 0 && char.IsAsciiLetterLower(name[i - 1]);
            if (i > 0 && char.IsAsciiLetterUpper(name[i]) && (beforeSmall || afterSmall))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
