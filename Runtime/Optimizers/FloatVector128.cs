using System.Runtime.Intrinsics;

namespace StaticNets.Optimizers;

/// <summary>4 floats.</summary>
internal readonly struct FloatVector128(Vector128<float> value) : IFloatVector<FloatVector128>
{
    private readonly Vector128<float> _value = value;

    public static int Count => Vector128<float>.Count;

    public static FloatVector128 operator +(FloatVector128 left, FloatVector128 right) => new(left._value + right._value);

    public static FloatVector128 operator -(FloatVector128 left, FloatVector128 right) => new(left._value - right._value);

    public static FloatVector128 operator *(FloatVector128 left, FloatVector128 right) => new(left._value * right._value);

    public static FloatVector128 operator /(FloatVector128 left, FloatVector128 right) => new(left._value / right._value);

    public static FloatVector128 Create(float value) => new(Vector128.Create(value));

    public static FloatVector128 Load(ref float source, nuint offset) => new(Vector128.LoadUnsafe(ref source, offset));

    public void Store(ref float destination, nuint offset) => _value.StoreUnsafe(ref destination, offset);

    public static FloatVector128 MultiplyAdd(FloatVector128 a, FloatVector128 b, FloatVector128 c) =>
        new(Vector128.MultiplyAddEstimate(a._value, b._value, c._value));

    public static FloatVector128 Sqrt(FloatVector128 value) => new(Vector128.Sqrt(value._value));

    public static FloatVector128 Abs(FloatVector128 value) => new(Vector128.Abs(value._value));

    public static FloatVector128 Min(FloatVector128 a, FloatVector128 b) => new(Vector128.Min(a._value, b._value));

    public static FloatVector128 Max(FloatVector128 a, FloatVector128 b) => new(Vector128.Max(a._value, b._value));

    public static float Sum(FloatVector128 value) => Vector128.Sum(value._value);

    public static FloatVector128 Sign(FloatVector128 value)
    {
        Vector128<float> signed = Vector128.CopySign(Vector128<float>.One, value._value);
        Vector128<float> hasSign = Vector128.GreaterThan(Vector128.Abs(value._value), Vector128<float>.Zero);
        return new(Vector128.ConditionalSelect(hasSign, signed, value._value));
    }

    public static FloatVector128 ZeroBelow(FloatVector128 value, FloatVector128 limit)
    {
        Vector128<float> isBelow = Vector128.LessThan(Vector128.Abs(value._value), limit._value);
        return new(Vector128.ConditionalSelect(isBelow, Vector128<float>.Zero, value._value));
    }
}
