namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>The names that emitted code declares in a net's class.</summary>
internal static class EmittedNames
{
    /// <summary>Stands for the emitted constructor among the names of members.</summary>
    public const string Constructor = ".ctor";

    /// <summary>Stands for the emitted list of interfaces among the names of members.</summary>
    public const string Interfaces = ":interfaces";

    /// <summary>What every net has.</summary>
    private static readonly HashSet<string> s_members =
    [
        "InputSize", "OutputSize", "ParameterCount",
        "Summary", "Parameters",
        "SetParameters", "Predict", "CreatePredictor", "_inference",
    ];

    /// <summary>What a net with <c>[Compile]</c> has besides.</summary>
    private static readonly HashSet<string> s_trainingMembers = ["CreateTrainer", "Trainer"];

    /// <summary>Whether emitted code declares a member of this name.</summary>
    public static bool IsMember(string name, bool trains, bool hasLoss) =>
        s_members.Contains(name) || (trains && s_trainingMembers.Contains(name)) || (hasLoss && name == "ComputeLoss");

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
}
