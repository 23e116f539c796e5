using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Emit.Files;

/// <summary>
/// What the typed overloads of <c>Step</c> and <c>ComputeGradients</c> take: the inputs, and what the losses compare with.
/// </summary>
internal static class StepParameters
{
    private static readonly MethodParameter s_inputs = new("global::System.ReadOnlySpan<float>", "inputs");
    private static readonly MethodParameter s_labels = new("global::System.ReadOnlySpan<int>", "labels");
    private static readonly MethodParameter s_targets = new("global::System.ReadOnlySpan<float>", "targets");

    public static Signature Step(bool labels, bool targets) => new("Step", Of(labels, targets));

    public static Signature ComputeGradients(bool labels, bool targets) => new("ComputeGradients", Of(labels, targets));

    private static IReadOnlyList<MethodParameter> Of(bool labels, bool targets)
    {
        var parameters = new List<MethodParameter> { s_inputs };
        if (labels)
        {
            parameters.Add(s_labels);
        }

        if (targets)
        {
            parameters.Add(s_targets);
        }

        return parameters;
    }
}
