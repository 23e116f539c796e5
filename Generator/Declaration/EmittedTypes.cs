using StaticNets.Generator.Expressions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Declaration;

/// <summary>
/// The types that emitted code calls by their simple names, and its own: what nothing with a name of the user's in it may be called.
/// </summary>
internal static class EmittedTypes
{
    /// <summary>The class that connects the net with the runtime.</summary>
    public const string Inference = "Inference";

    /// <summary>The class with the phases of a training step.</summary>
    public const string Training = "Training";

    /// <summary>The class with the places of weights.</summary>
    public const string Weights = "Weights";

    /// <summary>The class with the indexes of training's buffers.</summary>
    public const string Buffers = "Buffers";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "Array", "Math", "MathF", "ReadOnlySpan", "Span",
        "MethodImpl", "MethodImplAttribute", "MethodImplOptions", "Unsafe",
        "Vector128", "Vector256", "Vector512",
        "DropoutMask", "IgnoredLabels", "InferenceEngine", "InferenceLayout", "Interleave", "LaneSums", "LongSums", "NormalNoise",
        "NormalizationWeights", "PackedPanels", "SampleColumns", "Share", "SimdWidth", "StepMask", "Strip", "TableRows", "TrainingLayout",
        "TrainingMemory", "Transpose", "VectorMath", "VectorReduce", "VectorTable", "WeightInitializer",
        Inference, Training, Weights, Buffers, FunctionSpec.EmittedClass,
        .. Target.All.Select(target => target.KernelClass),
    ];
}
