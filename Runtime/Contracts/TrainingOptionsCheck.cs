using System;
using static System.FormattableString;

namespace StaticNets;

/// <summary>That the options of a trainer can be followed.</summary>
internal static class TrainingOptionsCheck
{
    /// <exception cref="ArgumentException">An option is out of range, or two exclude each other.</exception>
    public static void Check(TrainingOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads, "options.Threads");
        RequireNotNegative("LearningRate", options.LearningRate);
        RequireNotNegative("PenaltyScale", options.PenaltyScale);
        RequirePositive("ClipValue", options.ClipValue);
        RequirePositive("ClipNorm", options.ClipNorm);
        RequirePositive("GlobalClipNorm", options.GlobalClipNorm);
        Require(IsShare(options.EmaMomentum), "EmaMomentum", options.EmaMomentum, "from 0 to 1, and not so near to 1 that a float is 1");
        Require(options.EmaOverwriteFrequency is null or >= 1, "EmaOverwriteFrequency", options.EmaOverwriteFrequency, "at least 1");
        Require(options.GradientAccumulationSteps >= 1, "GradientAccumulationSteps", options.GradientAccumulationSteps, "at least 1");
        if (options is { ClipValue: not null, ClipNorm: not null } or { ClipNorm: not null, GlobalClipNorm: not null }
            or { ClipValue: not null, GlobalClipNorm: not null })
        {
            throw new ArgumentException("At most one of ClipValue, ClipNorm and GlobalClipNorm may be set.", nameof(options));
        }

        if (options is { LearningRate: not null, LearningRateSchedule: not null })
        {
            throw new ArgumentException("LearningRate and LearningRateSchedule exclude each other.", nameof(options));
        }
    }

    /// <summary>That penalties times their scale are numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is infinite as a float, so that its weights would be.</exception>
    public static void CheckPenalties(NetInfo info, float scale)
    {
        foreach (TensorInfo tensor in info.Tensors)
        {
            float largest = Math.Max(Math.Max(tensor.L1, 2 * tensor.L2), tensor.Orthogonality?.Factor ?? 0);
            string meaning = Invariant($"such that a float holds it times the penalty of {tensor.Name}");
            Require(float.IsFinite(largest * scale), "PenaltyScale", scale, meaning);
        }
    }

    private static bool IsShare(double value) => value == 1 || (value >= 0 && (float)value < 1);

    private static void RequireNotNegative(string name, double? value) =>
        Require(value is null or 0 || IsPositive(value.Value), name, value, "finite and not negative");

    private static void RequirePositive(string name, double? value) =>
        Require(value is null || IsPositive(value.Value), name, value, "finite and above 0");

    // As the float that is worked with: what is too small for one would be 0.
    private static bool IsPositive(double value) => float.IsFinite((float)value) && (float)value > 0;

    private static void Require(bool right, string name, object? value, string meaning)
    {
        if (!right)
        {
            throw new ArgumentOutOfRangeException("options." + name, value, Invariant($"{name} must be {meaning}."));
        }
    }
}
