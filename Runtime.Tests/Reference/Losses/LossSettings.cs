namespace StaticNets.Tests.Reference.Losses;

/// <summary>What stands beside the loss in <c>[Compile]</c>, with Keras' defaults.</summary>
internal sealed record LossSettings(double LabelSmoothing = 0, double Delta = 1, double Gamma = 2, double Alpha = 0.25, bool ApplyClassBalancing = false)
{
    public static LossSettings Read(AttributeArguments attribute) => new(
        attribute.Value("LabelSmoothing", 0.0),
        attribute.Value("Delta", 1.0),
        attribute.Value("Gamma", 2.0),
        attribute.Value("Alpha", 0.25),
        attribute.Value("ApplyClassBalancing", false))
    {
        IgnoreClass = attribute.Given("IgnoreClass") ? attribute.Value("IgnoreClass", 0) : null,
    };

    /// <summary>The class whose labels don't count, or null.</summary>
    public int? IgnoreClass { get; init; }
}
