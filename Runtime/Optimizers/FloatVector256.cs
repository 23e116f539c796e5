using System.Runtime.Intrinsics;

namespace StaticNets.Optimizers;

/// <summary>8 floats.</summary>
internal readonly struct FloatVector256(Vector256<float> value) : IFloatVector<FloatVector256>
{
    private readonly Vector256<float> _value = value;

    public static int Count => Vector256<float>.Count;

    public static FloatVector256 operator +(FloatVector256 left, FloatVector256 right) => new(left._value + right._value);

    public static FloatVector256 operator -(FloatVector256 left, FloatVector256 right) => new(left._value - right._value);

    public static FloatVector256 operator *(FloatVector256 left, FloatVector256 right) => new(left._value * right._value);

    public static FloatVector256 operator /(FloatVector256 left, FloatVector256 right) => new(left._value / right._value);

    public static FloatVector256 Create(float value) => new(Vector256.Create(value));

    public static FloatVector256 Load(ref float source, nuint offset) => new(Vector256.LoadUnsafe(ref source, offset));

    public void Store(ref float destination, nuint offset) => _value.StoreUnsafe(ref destination, offset);

    public static FloatVector256 MultiplyAdd(FloatVector256 a, FloatVector256 b, FloatVector256 c) =>
        new(Vector256.MultiplyAddEstimate(a._value, b._value, c._value));

    public static FloatVector256 Sqrt(FloatVector256 value) => new(Vector256.Sqrt(value._value));

    public static FloatVector256 Abs(FloatVector256 value) => new(Vector256.Abs(value._value));

    public static FloatVector256 Min(FloatVector256 a, FloatVector256 b) => new(Vector256.Min(a._value, b._value));

    public static FloatVector256 Max(FloatVector256 a, FloatVector256 b) => new(Vector256.Max(a._value, b._value));

    public static float Sum(FloatVector256 value) => Vector256.Sum(value._value);

    public static FloatVector256 Sign(FloatVector256 value)
    {
        Vector256<float> signed = Vector256.CopySign(Vector256<float>.One, value._value);
        Vector256<float> hasSign = Vector256.GreaterThan(Vector256.Abs(value._value), Vector256<float>.Zero);
        return new(Vector256.ConditionalSelect(hasSign, signed, value._value));
    }

    public static FloatVector256 ZeroBelow(FloatVector256 value, FloatVector256 limit)
    {
        Vector256<float> isBelow = Vector256.LessThan(Vector256.Abs(value._value), limit._value);
        return new(Vector256.ConditionalSelect(isBelow, Vector256<float>.Zero, value._value));
    }
}
