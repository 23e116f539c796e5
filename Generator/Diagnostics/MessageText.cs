using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Diagnostics;

/// <summary>
/// A message, written as an interpolated string. The compiler hands over what stands in it, so nothing is counted, and takes only what
/// reads the same under every culture.
/// </summary>
/// <param name="literalLength">The characters between the values.</param>
/// <param name="formattedCount">The number of values.</param>
[InterpolatedStringHandler]
internal readonly struct MessageText(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength);
    private readonly List<string> _values = new(formattedCount);

    /// <summary>What stands between the literal pieces, in their order.</summary>
    public IReadOnlyList<string> Values => _values;

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(string value)
    {
        _text.Append(value);
        _values.Add(value);
    }

    public void AppendFormatted(BigInteger value) => AppendFormatted(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Shape value) => AppendFormatted(value.ToString());

    public void AppendFormatted(Enum value) => AppendFormatted(value.ToString());

    public override string ToString() => _text.ToString();
}
