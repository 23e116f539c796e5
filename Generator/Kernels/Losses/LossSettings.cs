using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>A loss' settings, as an attribute gives them: with Keras' defaults, and checked.</summary>
internal sealed class LossSettings(ArgumentReader arguments)
{
    /// <summary>All settings that some loss has.</summary>
    public static readonly string[] Names = ["LabelSmoothing", "Delta", "Gamma", "Alpha", "ApplyClassBalancing", "IgnoreClass"];

    public LabelSmoothing LabelSmoothing => new(Share("LabelSmoothing", 0));

    public double Delta => arguments.Positive("Delta", 1);

    public double Gamma => arguments.NotNegative("Gamma", 2);

    public double Alpha => Share("Alpha", 0.25);

    public bool ApplyClassBalancing => arguments.Boolean("ApplyClassBalancing", false);

    public int? IgnoreClass => arguments.Has("IgnoreClass") ? arguments.Integer("IgnoreClass", 0) : null;

    private double Share(string name, double defaultValue) =>
        arguments.InRange(name, defaultValue, value => value >= 0 && value <= 1, "between 0 and 1");
}
