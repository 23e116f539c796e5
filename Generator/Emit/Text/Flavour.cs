using StaticNets.Generator.Common;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit.Text;

/// <summary>A vector width with its register file. Every kernel is emitted once for each target's.</summary>
/// <param name="Bits">The width of a vector in bits.</param>
/// <param name="Registers">How many vector registers the flavour's tiles may count on.</param>
internal sealed record Flavour(int Bits, int Registers)
{
    /// <summary>That of the widest vectors, which layouts and memory have room for whatever a build emits.</summary>
    public static readonly Flavour Widest = Of(Target.V4);

    /// <summary>Floats a vector.</summary>
    public int Lanes => Bits / 32;

    /// <summary>The static class: <c>Vector512</c>.</summary>
    public string Class { get; } = "Vector" + Literal.Int(Bits);

    /// <summary>The type of a vector of floats.</summary>
    public string Type { get; } = "Vector" + Literal.Int(Bits) + "<float>";

    /// <summary>The vector of zeros.</summary>
    public string Zero { get; } = "Vector" + Literal.Int(Bits) + "<float>.Zero";

    public static Flavour Of(Target target) => new(target.VectorBits, target.Registers);

    /// <summary>The same flavour with the narrowest vectors that take the columns at once: 8 channels need no 512 bits.</summary>
    public Flavour Fit(int columns)
    {
        Flavour fit = this;
        while (fit.Bits > 128 && columns <= fit.Lanes / 2)
        {
            fit = new Flavour(fit.Bits / 2, Registers);
        }

        return fit;
    }

    public int Vectors(int columns) => (columns + Lanes - 1) / Lanes;

    /// <summary>A vector whose lanes all have the value.</summary>
    public string Broadcast(string value) => $"{Class}.Create({value})";

    public string Broadcast(double value) => value == 0 ? Zero : Broadcast(Literal.Float(value));

    /// <summary>A load at a constant distance from a reference.</summary>
    public string Load(string reference, long offset = 0) => $"{Class}.LoadUnsafe({At.Ref(reference, offset)})";

    /// <summary>A load at a computed distance from a reference.</summary>
    public string Load(string reference, IndexSum offset) => offset.IsNumber
        ? Load(reference, (int)offset.Number)
        : $"{Class}.LoadUnsafe(ref {reference}, (uint){offset.AsFactor()})";

    public string MultiplyAdd(string a, string b, string c) => $"{Class}.MultiplyAddEstimate({a}, {b}, {c})";

    /// <summary>The larger of the two in each lane; a NaN in <paramref name="b"/> stays.</summary>
    public string Max(string a, string b) => $"{Class}.MaxNative({a}, {b})";

    /// <summary>The smaller of the two in each lane; a NaN in <paramref name="b"/> stays.</summary>
    public string Min(string a, string b) => $"{Class}.MinNative({a}, {b})";

    /// <summary>The larger of the two in each lane; a NaN in either stays.</summary>
    public static string Maximum(string a, string b) => $"VectorMath.Maximum({a}, {b})";

    /// <summary>The smaller of the two in each lane; a NaN in either stays.</summary>
    public static string Minimum(string a, string b) => $"VectorMath.Minimum({a}, {b})";

    public string Abs(string value) => $"{Class}.Abs({value})";

    public string Select(string condition, string whenTrue, string whenFalse) =>
        $"{Class}.ConditionalSelect({condition}, {whenTrue}, {whenFalse})";

    public string GreaterThan(string a, string b) => $"{Class}.GreaterThan({a}, {b})";

    public string LessThan(string a, string b) => $"{Class}.LessThan({a}, {b})";

    public string Equal(string a, string b) => $"{Class}.Equals({a}, {b})";
}
