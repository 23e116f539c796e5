using System.Globalization;
using System.Text;

namespace StaticNets.Generator.Emit;

/// <summary>Text as a C# string literal on one line.</summary>
internal static class StringLiteral
{
    public static string Of(string? text)
    {
        if (text is null)
        {
            return "null";
        }

        StringBuilder literal = new("\"");
        foreach (char character in text)
        {
            if (character is '"' or '\\')
            {
                literal.Append('\\').Append(character);
            }
            else if (IsSafe(character))
            {
                literal.Append(character);
            }
            else
            {
                literal.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return literal.Append('"').ToString();
    }

    // Line ends of any kind would end the literal, and a lone half of a surrogate pair can't be encoded.
    private static bool IsSafe(char character) =>
        !char.IsControl(character) && !char.IsSurrogate(character) && character is not ('\u2028' or '\u2029');
}
