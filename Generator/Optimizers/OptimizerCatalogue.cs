using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Optimizers;

/// <summary>All optimizers, with the settings that each has and Keras' defaults.</summary>
internal static class OptimizerCatalogue
{
    private static readonly string[] s_settings = ["LearningRate", "Momentum", "Nesterov", "Rho", "Centered", "Beta1", "Beta2", "Epsilon", "WeightDecay"];

    private static readonly Dictionary<string, (string[] Settings, Func<SettingReader, string> Create)> s_rules = new()
    {
        ["Sgd"] = (["Momentum", "Nesterov", "WeightDecay"], s => $"SgdRule({s.LearningRate(0.01)}, {s.Share("Momentum", 0)}, {s.Flag("Nesterov")}, {s.Positive("WeightDecay", 0)})"),
        ["RmsProp"] = (
            ["Rho", "Momentum", "Epsilon", "Centered", "WeightDecay"],
            s => $"RmsPropRule({s.LearningRate(0.001)}, {s.Decay("Rho", 0.9)}, {s.Share("Momentum", 0)}, {s.Positive("Epsilon", 1e-7)}, {s.Flag("Centered")}, {s.Positive("WeightDecay", 0)})"),
        ["Adam"] = (["Beta1", "Beta2", "Epsilon", "WeightDecay"], s => Adam(s, 0)),
        ["AdamW"] = (["Beta1", "Beta2", "Epsilon", "WeightDecay"], s => Adam(s, 0.004)),
    };

    /// <summary>The members of <c>StaticNets.Optimizer</c>.</summary>
    public static IEnumerable<string> Names => s_rules.Keys;

    public static OptimizerRule? Read(string name, ArgumentReader arguments)
    {
        if (!s_rules.TryGetValue(name, out (string[] Settings, Func<SettingReader, string> Create) rule))
        {
            return null;
        }

        foreach (string setting in s_settings.Where(setting => setting != "LearningRate" && arguments.Has(setting) && !rule.Settings.Contains(setting)))
        {
            arguments.Problems.Add("SN4003", setting, setting, name, "LearningRate, " + string.Join(", ", rule.Settings));
        }

        return new OptimizerRule("new " + rule.Create(new SettingReader(arguments)), Slots(name, arguments), name);
    }

    /// <summary>As many as the rule's <c>SlotCount</c> in Runtime.</summary>
    private static int Slots(string name, ArgumentReader arguments)
    {
        int momentum = arguments.Number("Momentum", 0) == 0 ? 0 : 1;
        return name switch
        {
            "Sgd" => momentum,
            "RmsProp" => 1 + momentum + (arguments.Boolean("Centered", false) ? 1 : 0),
            _ => 2,
        };
    }

    private static string Adam(SettingReader s, double weightDecay) =>
        $"AdamRule({s.LearningRate(0.001)}, {s.Decay("Beta1", 0.9)}, {s.Decay("Beta2", 0.999)}, {s.Positive("Epsilon", 1e-7)}, {s.Positive("WeightDecay", weightDecay)})";

    /// <summary>Reads settings as literals, and checks their ranges.</summary>
    private sealed class SettingReader(ArgumentReader arguments)
    {
        public string LearningRate(double defaultValue) => Positive("LearningRate", defaultValue);

        public string Flag(string name) => arguments.Boolean(name, false) ? "true" : "false";

        /// <summary>A number from 0 up.</summary>
        public string Positive(string name, double defaultValue) => Number(name, defaultValue, value => value >= 0 && value <= float.MaxValue, "finite and not negative");

        /// <summary>A number from 0 to 1.</summary>
        public string Share(string name, double defaultValue) => Number(name, defaultValue, value => value >= 0 && value <= 1, "between 0 and 1");

        /// <summary>A number from 0 to 1, but not 1: nothing new would ever count.</summary>
        public string Decay(string name, double defaultValue) => Number(name, defaultValue, value => value >= 0 && value < 1, "at least 0 and below 1");

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
}
