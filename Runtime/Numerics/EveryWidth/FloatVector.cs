using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <summary>512 bits of floats.</summary>
internal readonly struct FloatVector512(Vector512<float> value) : IFloatVector<FloatVector512>
{
    private readonly Vector512<float> _value = value;

    public static int Count => Vector512<float>.Count;

    public static FloatVector512 operator +(FloatVector512 left, FloatVector512 right) => new(left._value + right._value);

    public static FloatVector512 operator -(FloatVector512 left, FloatVector512 right) => new(left._value - right._value);

    public static FloatVector512 operator *(FloatVector512 left, FloatVector512 right) => new(left._value * right._value);

    public static FloatVector512 operator /(FloatVector512 left, FloatVector512 right) => new(left._value / right._value);

    public static FloatVector512 Create(float value) => new(Vector512.Create(value));

    public static FloatVector512 Load(ref float source, nuint offset) => new(Vector512.LoadUnsafe(ref source, offset));

    public void Store(ref float destination, nuint offset) => _value.StoreUnsafe(ref destination, offset);

    public static FloatVector512 MultiplyAdd(FloatVector512 a, FloatVector512 b, FloatVector512 c) =>
        new(Vector512.MultiplyAddEstimate(a._value, b._value, c._value));

    public static FloatVector512 Sqrt(FloatVector512 value) => new(Vector512.Sqrt(value._value));

    public static FloatVector512 Abs(FloatVector512 value) => new(Vector512.Abs(value._value));

    public static FloatVector512 Min(FloatVector512 a, FloatVector512 b) => new(Vector512.Min(a._value, b._value));

    public static FloatVector512 Max(FloatVector512 a, FloatVector512 b) => new(Vector512.Max(a._value, b._value));

    public static float Sum(FloatVector512 value) => Vector512.Sum(value._value);

    public static FloatVector512 Sign(FloatVector512 value)
    {
        Vector512<float> signed = Vector512.CopySign(Vector512<float>.One, value._value);
        Vector512<float> hasSign = Vector512.GreaterThan(Vector512.Abs(value._value), Vector512<float>.Zero);
        return new(Vector512.ConditionalSelect(hasSign, signed, value._value));
    }

    public static FloatVector512 ZeroBelow(FloatVector512 value, FloatVector512 limit)
    {
        Vector512<float> isBelow = Vector512.LessThan(Vector512.Abs(value._value), limit._value);
        return new(Vector512.ConditionalSelect(isBelow, Vector512<float>.Zero, value._value));
    }
}
