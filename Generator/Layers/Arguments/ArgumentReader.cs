using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Expressions;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Arguments;

/// <summary>Reads an attribute's arguments, with defaults and range checks. Whether one was given is what stands in the source.</summary>
internal sealed class ArgumentReader(AttributeSpec attribute, ProblemSink problems, string label)
{
    // Below it floats lose digits.
    private const double SmallestFloat = 1.17549435e-38;

    /// <summary>How messages speak of the attribute: <c>Layer 4 Conv2D</c>.</summary>
    public string Label { get; } = label;

    public ProblemSink Problems { get; } = problems;

    /// <summary>Whether the net's L1 penalties are proximal steps.</summary>
    public bool ProximalL1 { get; init; }

    public bool Has(string name) => Find(name) is not null;

    /// <summary>An integer of at least 1.</summary>
    public int Size(string name, int defaultValue = 1)
    {
        if (Find(name) is not IntegerValue value)
        {
            return defaultValue;
        }

        return CheckSize(name, value.Value);
    }

    /// <summary>An integer without a range.</summary>
    public int Integer(string name, int defaultValue) => Find(name) is IntegerValue value ? Narrow(name, value.Value) : defaultValue;

    /// <summary>Integers without a range.</summary>
    public IReadOnlyList<int> Integers(string name) =>
        Find(name) is ArrayValue array ? array.Items.OfType<IntegerValue>().Select(item => Narrow(name, item.Value)).ToArray() : [];

    /// <summary>
    /// Two sizes (vertical, horizontal): one number for both under <paramref name="name"/>, or an array under <paramref name="perAxis"/>.
    /// </summary>
    public (int Vertical, int Horizontal) Pair(string name, string perAxis, (int Vertical, int Horizontal) defaultValue)
    {
        if (name != perAxis)
        {
            RefuseBoth(name, perAxis);
        }

        switch (Find(perAxis) ?? Find(name))
        {
            case IntegerValue value:
                int size = CheckSize(name, value.Value);
                return (size, size);
            case ArrayValue array when array.Items.Count != 2:
                Problems.Add(ArgumentDiagnostics.NotTwoEntries(Label, perAxis, array.Items.Count));
                return defaultValue;
            case ArrayValue { Items: var items } when items[0] is IntegerValue vertical && items[1] is IntegerValue horizontal:
                return (CheckSize(perAxis, vertical.Value), CheckSize(perAxis, horizontal.Value));
            default:
                return defaultValue;
        }
    }

    /// <summary>Reports two arguments that say the same.</summary>
    public void RefuseBoth(string one, string other)
    {
        if (Has(one) && Has(other))
        {
            Problems.Add(ArgumentDiagnostics.GivenTwice(Label, one, other));
        }
    }

    public bool Boolean(string name, bool defaultValue) => Find(name) is BooleanValue value ? value.Value : defaultValue;

    public string? Text(string name) => Find(name) is TextValue value ? value.Value : null;

    /// <summary>The method that an argument names; null without one, and where it was refused.</summary>
    public FunctionSpec? Function(string name) => (Find(name) as FunctionValue)?.Function;

    public IReadOnlyList<string?> Texts(string name) =>
        Find(name) is ArrayValue array ? array.Items.OfType<TextValue>().Select(item => item.Value).ToArray() : [];

    /// <summary>A number without a range: what is used as it is, or not at all.</summary>
    public double Number(string name, double defaultValue) => Find(name) switch
    {
        NumberValue value => value.Value,
        IntegerValue value => value.Value,
        _ => defaultValue,
    };

    /// <summary>A share of what is dropped, from 0 to 1.</summary>
    public double Rate(string name)
    {
        double rate = Number(name, 0);
        if (rate >= 0 && rate <= 1 && IsFloat(rate))
        {
            return rate;
        }

        Problems.Add(ArgumentDiagnostics.RateOutOfRange(Label, name, Shown(rate)));
        return 0;
    }

    /// <summary>A share of what is dropped that leaves something.</summary>
    public double RateBelowOne(string name) => InRange(name, 0, rate => rate >= 0 && rate < 1, "at least 0 and below 1");

    /// <summary>A number that a float holds and that is at least 0.</summary>
    public double NotNegative(string name, double defaultValue) =>
        InRange(name, defaultValue, value => value >= 0, "finite and not negative");

    /// <summary>A number that a float holds and that is above 0.</summary>
    public double Positive(string name, double defaultValue) => InRange(name, defaultValue, value => value > 0, "positive and finite");

    /// <summary>A number that a float holds.</summary>
    public double Finite(string name, double defaultValue) => InRange(name, defaultValue, _ => true, "finite");

    /// <summary>A number within a range, which a message names; else the default.</summary>
    public double InRange(string name, double defaultValue, Func<double, bool> isInRange, string range)
    {
        double value = Number(name, defaultValue);
        if (isInRange(value) && IsFloat(value))
        {
            return value;
        }

        Problems.Add(ArgumentDiagnostics.SettingOutOfRange(Label, name, range, Shown(value)));
        return defaultValue;
    }

    /// <summary>The penalty of a weight: the factors <c>L1</c> and <c>L2</c> with a prefix.</summary>
    public Penalty Penalty(string prefix)
    {
        double l1 = Factor(prefix + "L1");
        double l2 = Factor(prefix + "L2");
        return ProximalL1 ? new Penalty(0, l2) { ProximalL1 = l1 } : new Penalty(l1, l2);
    }

    /// <summary>A penalty's factor: finite and not negative.</summary>
    public double Factor(string name)
    {
        double value = Number(name, 0);

        // The gradient has twice the factor.
        if (value >= 0 && IsFloat(value) && IsFloat(2 * value))
        {
            return value;
        }

        Problems.Add(ArgumentDiagnostics.PenaltyOutOfRange(Label, name, Shown(value)));
        return 0;
    }

    /// <summary>A member of an enum; an unknown one is reported.</summary>
    public T Enum<T>(string name, T defaultValue)
        where T : struct, Enum => EnumOrNull<T>(name) ?? defaultValue;

    /// <summary>A member of an enum, or null where none is given; an unknown one is reported.</summary>
    public T? EnumOrNull<T>(string name)
        where T : struct, Enum
    {
        if (Find(name) is not EnumValue value)
        {
            return null;
        }

        if (System.Enum.IsDefined(typeof(T), value.Member))
        {
            return (T)System.Enum.Parse(typeof(T), value.Member);
        }

        Problems.Add(ArgumentDiagnostics.UnknownEnumValue(Label, name, value.Member));
        return null;
    }

    /// <summary>The member of <c>StaticNets.Padding</c>; causal padding is reported by layers that don't go along time.</summary>
    public Padding Padding(bool mayBeCausal = false)
    {
        Padding padding = Enum("Padding", Shared.Padding.Valid);
        if (padding == Shared.Padding.Causal && !mayBeCausal)
        {
            Problems.Add(SpatialDiagnostics.NotCausal(Label));
            return Shared.Padding.Valid;
        }

        return padding;
    }

    private int CheckSize(string name, long value)
    {
        if (value >= 1)
        {
            return Narrow(name, value);
        }

        Problems.Add(ArgumentDiagnostics.SizeNotPositive(Label, name, value));
        return 1;
    }

    /// <summary>An integer as sizes and axes are: only a block's product can be more than 32 bits hold.</summary>
    private int Narrow(string name, long value)
    {
        if (value is >= int.MinValue and <= int.MaxValue)
        {
            return (int)value;
        }

        Problems.Add(ArgumentDiagnostics.SettingOutOfRange(Label, name, $"at most {Literal.Int(int.MaxValue)}", value));
        return 1;
    }

    /// <summary>Whether a float holds the number: as another than 0 where it is none, and with all its digits.</summary>
    private static bool IsFloat(double value) =>
        value == 0 || (Math.Abs(value) >= SmallestFloat && Math.Abs(value) <= float.MaxValue);

    /// <summary>The number for messages, with what is wrong with it where that is not seen.</summary>
    private static string Shown(double value) => Literal.Short(value)
        + (double.IsNaN(value) || double.IsInfinity(value) || IsFloat(value) ? ""
            : Math.Abs(value) > 1 ? ", which is too large for a float"
            : ", which is too small for a float");

    private ArgumentValue? Find(string name) => attribute.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}
