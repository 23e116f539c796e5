using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit.Text;

/// <summary>What is written of vectors: their types, and operations on them as expressions.</summary>
internal static class FlavourText
{
    extension(Flavour flavour)
    {
        /// <summary>The static class: <c>Vector512</c>.</summary>
        public string Class => flavour.Bits switch { 512 => "Vector512", 256 => "Vector256", _ => "Vector128" };

        /// <summary>The type of a vector of floats.</summary>
        public string Type => flavour.Bits switch { 512 => "Vector512<float>", 256 => "Vector256<float>", _ => "Vector128<float>" };

        /// <summary>The vector of zeros.</summary>
        public string Zero =>
            flavour.Bits switch { 512 => "Vector512<float>.Zero", 256 => "Vector256<float>.Zero", _ => "Vector128<float>.Zero" };

        /// <summary>A vector whose lanes all have the value.</summary>
        public string Broadcast(string value) => $"{flavour.Class}.Create({value})";

        public string Broadcast(double value) => value == 0 ? flavour.Zero : flavour.Broadcast(Literal.Float(value));

        /// <summary>A load at a constant distance from a reference.</summary>
        public string Load(string reference, long offset = 0) => $"{flavour.Class}.LoadUnsafe({At.Ref(reference, offset)})";

        /// <summary>A load at a computed distance from a reference.</summary>
        public string Load(string reference, IndexSum offset) => offset.IsNumber
            ? flavour.Load(reference, (int)offset.Number)
            : $"{flavour.Class}.LoadUnsafe(ref {reference}, (uint){offset.AsFactor()})";

        public string MultiplyAdd(string a, string b, string c) => $"{flavour.Class}.MultiplyAddEstimate({a}, {b}, {c})";

        /// <summary>The larger of the two in each lane; a NaN in <paramref name="b"/> stays.</summary>
        public string Max(string a, string b) => $"{flavour.Class}.MaxNative({a}, {b})";

        /// <summary>The smaller of the two in each lane; a NaN in <paramref name="b"/> stays.</summary>
        public string Min(string a, string b) => $"{flavour.Class}.MinNative({a}, {b})";

        /// <summary>The larger of the two in each lane; a NaN in either stays.</summary>
        public static string Maximum(string a, string b) => $"VectorMath.Maximum({a}, {b})";

        /// <summary>The smaller of the two in each lane; a NaN in either stays.</summary>
        public static string Minimum(string a, string b) => $"VectorMath.Minimum({a}, {b})";

        public string Abs(string value) => $"{flavour.Class}.Abs({value})";

        public string Select(string condition, string whenTrue, string whenFalse) =>
            $"{flavour.Class}.ConditionalSelect({condition}, {whenTrue}, {whenFalse})";

        public string GreaterThan(string a, string b) => $"{flavour.Class}.GreaterThan({a}, {b})";

        public string LessThan(string a, string b) => $"{flavour.Class}.LessThan({a}, {b})";

        public string Equal(string a, string b) => $"{flavour.Class}.Equals({a}, {b})";
    }
}
