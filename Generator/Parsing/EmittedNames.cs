using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Generator.Parsing;

/// <summary>The names that emitted code declares in a net's class, and those that it uses without their namespace.</summary>
internal static class EmittedNames
{
    /// <summary>Stands for the emitted constructor among the names of members.</summary>
    public const string Constructor = ".ctor";

    /// <summary>Stands for the emitted list of interfaces among the names of members.</summary>
    public const string Interfaces = "IStaticNet";

    /// <summary>What every net has.</summary>
    private static readonly HashSet<string> s_members =
    [
        "InputSize", "OutputSize", "ParameterCount",
        "Summary", "Parameters",
        "SetParameters", "Predict", "CreatePredictor",
        "Inference", "Kernels512", "Kernels256", "Kernels128", "Weights", "Buffers", "VectorFunctions", "_inference",
    ];

    /// <summary>What a net with <c>[Compile]</c> has besides.</summary>
    private static readonly HashSet<string> s_trainingMembers = ["CreateTrainer", "ComputeLoss", "Trainer"];

    /// <summary>The types that emitted code names without their namespace. A declaration nearer to the net must not hide them.</summary>
    public static readonly IReadOnlyList<UsedType> UsedTypes =
    [
        .. In("System", "Array", "Math", "MathF", "InvalidOperationException"),
        .. In("System", "Span", "ReadOnlySpan").Select(Generic),
        .. In("System.Runtime.CompilerServices", "Unsafe", "MethodImpl", "MethodImplAttribute", "MethodImplOptions"),
        .. In("System.Runtime.InteropServices", "MemoryMarshal"),
        .. In("System.Runtime.Intrinsics", "Vector128", "Vector256", "Vector512").Select(Generic),
        .. In("StaticNets", "Batch", "Predictor", "PredictorOptions", "TrainerOptions", "ITrainer"),
        .. In("StaticNets", "NetInfo", "TensorInfo", "Loss", "Metric"),
        .. In("StaticNets", "IStaticNet", "ITrainableNet").Select(Generic),
        .. In("StaticNets.Execution", "InferenceEngine", "InferenceLayout", "TrainerBase", "TrainingLayout", "TrainingMemory"),
        .. In("StaticNets.Execution", "SimdWidth", "WeightInitializer", "VectorMath", "VectorReduce", "DropoutMask", "NormalNoise"),
        .. In("StaticNets.Execution", "Transpose", "VectorTable", "NormalizationWeights"),
        .. In("StaticNets.Optimizers", "SgdRule", "RmsPropRule", "AdamRule", "AdamaxRule", "NadamRule", "AdagradRule"),
        .. In("StaticNets.Optimizers", "AdadeltaRule", "LionRule", "FtrlRule"),
    ];

    /// <summary>Whether emitted code declares a member of this name.</summary>
    public static bool IsMember(string name, bool trains) => s_members.Contains(name) || (trains && s_trainingMembers.Contains(name));

    /// <summary>Whether it is the class with the places of several inputs, or of several outputs.</summary>
    public static bool IsOfPlaces(string name, bool hasInputs, bool hasOutputs) =>
        (hasInputs && name == "Inputs") || (hasOutputs && name == "Outputs");

    /// <summary>
    /// The property whose accessor has this name, else the name itself: C# reserves <c>get_Summary</c> where there is a <c>Summary</c>.
    /// </summary>
    public static string WithoutAccessor(string name)
    {
        bool isAccessor = name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal);
        return isAccessor ? name.Substring(4) : name;
    }

    private static IEnumerable<UsedType> In(string containingNamespace, params string[] names) =>
        names.Select(name => new UsedType(containingNamespace, name, IsGeneric: false));

    private static UsedType Generic(UsedType type) => type with { IsGeneric = true };
}

/// <summary>A type that emitted code uses by its simple name.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsGeneric">Whether emitted code also uses it with type arguments.</param>
internal sealed record UsedType(string Namespace, string Name, bool IsGeneric);
