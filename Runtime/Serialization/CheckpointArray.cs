using System;
using static System.FormattableString;

namespace StaticNets.Serialization;

/// <summary>
/// What stands in a checkpoint beside the weights: a value for each trainable parameter, kept by the trainer, or for each
/// parameter, kept by a callback.
/// </summary>
internal readonly record struct CheckpointArray(string Name, float[] Values)
{
    /// <summary>How many of them a file may hold, so that a header can't name millions.</summary>
    public const int Most = 64;

    private const string Slots = "trainer/slot/";
    private const string Callbacks = "trainer/callback/";

    public static string OfSlot(int slot) => Invariant($"{Slots}{slot}");

    public static string OfCallback(string callback, string array) => $"{Callbacks}{callback}/{array}";

    public static bool IsSlot(string name) => name.StartsWith(Slots, StringComparison.Ordinal);

    public static int LengthOf(string name, NetInfo info) => IsSlot(name) ? info.TrainableCount : info.ParameterCount;

    public static bool Is(string name) => IsSlot(name) || name.StartsWith(Callbacks, StringComparison.Ordinal);
}
