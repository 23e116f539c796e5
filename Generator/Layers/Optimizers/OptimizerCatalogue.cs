using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Optimizers;

/// <summary>All optimizers, with the settings that each has and Keras' defaults.</summary>
internal static class OptimizerCatalogue
{
    private static readonly Dictionary<Optimizer, OptimizerDefinition> s_definitions = new()
    {
        [Optimizer.Sgd] = new(
            ["Momentum", "Nesterov", "WeightDecay"],
            s => Rule("SgdRule", s.LearningRate(0.01), s.Momentum(), s.Flag("Nesterov"), s.NotNegative("WeightDecay", 0)),
            s => s.Count("Momentum")),
        [Optimizer.RmsProp] = new(
            ["Rho", "Momentum", "Epsilon", "Centered", "WeightDecay"],
            s => Rule(
                "RmsPropRule",
                s.LearningRate(0.001),
                s.Decay("Rho", 0.9),
                s.Momentum(),
                s.Epsilon(),
                s.Flag("Centered"),
                s.NotNegative("WeightDecay", 0)),
            s => 1 + s.Count("Momentum") + s.Count("Centered")),
        [Optimizer.Adam] = new([.. AdamSettings, "AmsGrad"], s => Adam(s, 0), s => 2 + s.Count("AmsGrad")),
        [Optimizer.AdamW] = new([.. AdamSettings, "AmsGrad"], s => Adam(s, 0.004), s => 2 + s.Count("AmsGrad")),
        [Optimizer.Adamax] = new(AdamSettings, s => $"AdamaxRule({AdamArguments(s, 0)})", s => 2),
        [Optimizer.Nadam] = new(AdamSettings, s => $"NadamRule({AdamArguments(s, 0)})", s => 2),
        [Optimizer.Lamb] = new(AdamSettings, s => $"LambRule({AdamArguments(s, 0)})", s => 2) { HasProximalStep = false },
        [Optimizer.Adagrad] = new(
            ["InitialAccumulatorValue", "Epsilon", "WeightDecay"],
            s => Rule(
                "AdagradRule",
                s.LearningRate(0.001),
                s.NotNegative("InitialAccumulatorValue", 0.1),
                s.Epsilon(),
                s.NotNegative("WeightDecay", 0)),
            s => 1),
        [Optimizer.Adadelta] = new(
            ["Rho", "Epsilon", "WeightDecay"],
            s => Rule(
                "AdadeltaRule",
                s.LearningRate(0.001),
                s.Decay("Rho", 0.95),
                s.Epsilon(),
                s.NotNegative("WeightDecay", 0)),
            s => 2),
        [Optimizer.Lion] = new(
            ["Beta1", "Beta2", "WeightDecay"],
            s => Rule("LionRule", s.LearningRate(0.001), s.Decay("Beta1", 0.9), s.Decay("Beta2", 0.99), s.NotNegative("WeightDecay", 0)),
            s => 1) { HasProximalStep = false },
        [Optimizer.Ftrl] = new(
            [
                "InitialAccumulatorValue",
                "L1RegularizationStrength",
                "L2RegularizationStrength",
                "L2ShrinkageRegularizationStrength",
                "Beta",
                "WeightDecay",
            ],
            s => Rule(
                "FtrlRule",
                s.LearningRate(0.001),
                s.FtrlStart(),
                s.NotNegative("L1RegularizationStrength", 0),
                s.HalfNotNegative("L2RegularizationStrength", 0),
                s.HalfNotNegative("L2ShrinkageRegularizationStrength", 0),
                s.NotNegative("Beta", 0),
                s.NotNegative("WeightDecay", 0)),
            s => 2) { HasProximalStep = false },
    };

    private static readonly string[] s_settings = s_definitions.Values.SelectMany(definition => definition.Settings).Distinct().ToArray();

    private static string[] AdamSettings => ["Beta1", "Beta2", "Epsilon", "WeightDecay"];

    public static OptimizerRule? Read(Optimizer? optimizer, ArgumentReader arguments)
    {
        if (optimizer is not { } given)
        {
            return null;
        }

        OptimizerDefinition definition = s_definitions[given];
        string name = given.ToString();
        foreach (string setting in s_settings.Where(setting => arguments.Has(setting) && !definition.Settings.Contains(setting)))
        {
            string known = "LearningRate, " + string.Join(", ", definition.Settings);
            arguments.Problems.Add(TrainingDiagnostics.SettingOfAnotherOptimizer(setting, name, known));
        }

        var settings = new SettingReader(arguments);
        string creation = "new global::StaticNets.Optimizers." + definition.Creation(settings);
        return new OptimizerRule(creation, definition.Slots(settings), name, definition.HasProximalStep);
    }

    private static string Rule(string name, params string[] arguments) => $"{name}({string.Join(", ", arguments)})";

    private static string Adam(SettingReader s, double weightDecay) =>
        $"AdamRule({AdamArguments(s, weightDecay)}{(s.Count("AmsGrad") == 0 ? "" : ", amsGrad: true")})";

    private static string AdamArguments(SettingReader s, double weightDecay) => string.Join(
        ", ",
        s.LearningRate(0.001),
        s.Decay("Beta1", 0.9),
        s.Decay("Beta2", 0.999),
        s.Epsilon(),
        s.NotNegative("WeightDecay", weightDecay));

    /// <param name="Settings">The properties of <c>[Compile]</c> that it reads beside the learning rate.</param>
    /// <param name="Creation">The expression that creates the rule in Runtime.</param>
    /// <param name="Slots">The rule's <c>SlotCount</c>, for summaries; a test compares what they say with what is allocated.</param>
    private sealed record OptimizerDefinition(string[] Settings, Func<SettingReader, string> Creation, Func<SettingReader, int> Slots)
    {
        /// <summary>Whether its step is proportional to the gradient: the rule in Runtime is made of an <c>IProximalFormula</c>.</summary>
        public bool HasProximalStep { get; init; } = true;
    }
}
