using StaticNets.Generator.Expressions;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Optimizers;

/// <summary>Reads an optimizer's settings as literals, and checks their ranges.</summary>
internal sealed class SettingReader(ArgumentReader arguments)
{
    public string LearningRate(double defaultValue) => NotNegative("LearningRate", defaultValue);

    public string Flag(string name) => arguments.Boolean(name, false) ? "true" : "false";

    /// <summary>1 where the setting is given and neither 0 nor false: what it costs in slots.</summary>
    public int Count(string name) => arguments.Boolean(name, false) || arguments.Number(name, 0) != 0 ? 1 : 0;

    /// <summary>What steps are divided by where gradients are 0.</summary>
    public string Epsilon() => Number("Epsilon", 1e-7, value => value > 0, "above 0 and finite: a gradient of 0 would be divided by 0");

    /// <summary>SGD's and RMSprop's momentum. A proximal step is divided by what it leaves.</summary>
    public string Momentum() => arguments.Boolean("ProximalL1", false)
        ? Number("Momentum", 0, value => value >= 0 && (float)value < 1, "at least 0 and below 1 with ProximalL1")
        : Share("Momentum", 0);

    /// <summary>What Ftrl's sums of squares start at: its weights are divided by their root and what is added to it.</summary>
    public string FtrlStart() => IsZero("L2RegularizationStrength") && IsZero("Beta")
        ? Number("InitialAccumulatorValue", 0.1, value => value > 0, "above 0 where L2RegularizationStrength and Beta are 0")
        : NotNegative("InitialAccumulatorValue", 0.1);

    /// <summary>A number from 0 up.</summary>
    public string NotNegative(string name, double defaultValue) =>
        Number(name, defaultValue, value => value >= 0, "finite and not negative");

    /// <summary>The same for what is doubled.</summary>
    public string HalfNotNegative(string name, double defaultValue) =>
        Number(name, defaultValue, value => value >= 0 && 2 * value <= float.MaxValue, "not negative, and finite when doubled");

    /// <summary>A number from 0 to 1.</summary>
    public string Share(string name, double defaultValue) =>
        Number(name, defaultValue, value => value >= 0 && value <= 1, "between 0 and 1");

    /// <summary>A number from 0 to 1, but not 1: nothing new would ever count.</summary>
    public string Decay(string name, double defaultValue) =>
        Number(name, defaultValue, value => value >= 0 && value < 1, "at least 0 and below 1");

    private bool IsZero(string name) => arguments.Number(name, 0) == 0;

    private string Number(string name, double defaultValue, Func<double, bool> isInRange, string range) =>
        Literal.Double(arguments.InRange(name, defaultValue, isInRange, range));
}
