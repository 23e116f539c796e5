using System;
using StaticNets.Generator.Common;
using StaticNets.Generator.Expressions;

namespace StaticNets.Generator.Layers.Optimizers;

/// <summary>Reads an optimizer's settings as literals, and checks their ranges.</summary>
internal sealed class SettingReader(ArgumentReader arguments)
{
    public string LearningRate(double defaultValue) => Positive("LearningRate", defaultValue);

    public string Flag(string name) => arguments.Boolean(name, false) ? "true" : "false";

    /// <summary>1 where the setting is given and neither 0 nor false: what it costs in slots.</summary>
    public int Count(string name) => arguments.Boolean(name, false) || arguments.Number(name, 0) != 0 ? 1 : 0;

    /// <summary>A number from 0 up.</summary>
    public string Positive(string name, double defaultValue) =>
        Number(name, defaultValue, value => value >= 0 && value <= float.MaxValue, "finite and not negative");

    /// <summary>A number from 0 to 1.</summary>
    public string Share(string name, double defaultValue) =>
        Number(name, defaultValue, value => value >= 0 && value <= 1, "between 0 and 1");

    /// <summary>A number from 0 to 1, but not 1: nothing new would ever count.</summary>
    public string Decay(string name, double defaultValue) =>
        Number(name, defaultValue, value => value >= 0 && value < 1, "at least 0 and below 1");

    private string Number(string name, double defaultValue, Func<double, bool> isInRange, string range)
    {
        double value = arguments.Number(name, defaultValue);
        if (!isInRange(value))
        {
            arguments.Problems.Add("SN2007", name, arguments.Label, name, range, Literal.Short(value));
        }

        return Literal.Double(value);
    }
}
