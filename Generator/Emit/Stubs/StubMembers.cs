using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Emit.Files;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Emit.Stubs;

/// <summary>The members of a stub. All types are written out in full, because here any name may be hidden.</summary>
internal static class StubMembers
{
    private const string Fail = "throw new global::System.InvalidOperationException(__message)";

    public static string Interface(NetSpec spec) =>
        "global::StaticNets." + (TrainingReader.HasLoss(spec) ? "ITrainableNet" : "IStaticNet") + "<" + spec.QualifiedName + ">";

    public static IReadOnlyList<StubMember> Of(NetSpec spec, string message)
    {
        string self = spec.QualifiedName;
        List<StubMember> members =
        [
            // The language keeps names with two underscores for compilers, so that no user's member is called so.
            new("__message", $"private const string __message = {Literal.Text(message)};"),

            // Not 0: a constant division by zero would be an error of its own.
            new("InputSize", "public const int InputSize = 1;"),
            new("OutputSize", "public const int OutputSize = 1;"),
            new("ParameterCount", "public const int ParameterCount = 1;"),
            new("Summary", $"public static string Summary => {Fail};"),
            new(EmittedNames.Constructor, $"public {spec.Name}(int seed = 0) => {Fail};"),
            Implemented(spec, "IStaticNet", "Parameters", "global::System.Span<float>", ""),
            Implemented(spec, "IStaticNet", "SetParameters", "void", "(global::System.ReadOnlySpan<float> parameters)"),
            Implemented(
                spec,
                "IStaticNet",
                "Predict",
                "void",
                "(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs)"),
            Implemented(
                spec,
                "IStaticNet",
                "CreatePredictor",
                "global::StaticNets.Predictor",
                "(global::StaticNets.PredictorOptions? options = null)"),
            new(EmittedNames.Interfaces, $"static global::StaticNets.NetInfo global::StaticNets.IStaticNet<{self}>.Info => {Fail};"),
        ];
        members.AddRange(PlaceConstants.OfStub(spec));
        if (TrainingReader.HasLoss(spec))
        {
            const string Parameters = "(global::StaticNets.Batch batch, global::System.Span<float> outputs)";
            members.Add(Implemented(spec, "ITrainableNet", "ComputeLoss", "float", Parameters));
            if (spec.Outputs.Count > 0)
            {
                const string Outputs = "global::System.Span<float> outputs, global::System.Span<float> outputLosses";
                const string OfEach = $"(global::StaticNets.Batch batch, {Outputs})";
                members.Add(Implemented(spec, "ITrainableNet", "ComputeLoss", "float", OfEach));
            }

        }

        if (spec.Compile is not null)
        {
            members.AddRange(Training(spec, self));
        }

        return members;
    }

    private static IEnumerable<StubMember> Training(NetSpec spec, string self)
    {
        // The trainer's type is nested under its own name unless the user has taken that.
        bool hasLoss = TrainingReader.HasLoss(spec);
        string contract = hasLoss ? "global::StaticNets.ITrainer" : "global::StaticNets.IGradientTrainer";
        string trainer = spec.TakenNames.Contains("Trainer") ? contract : "Trainer";
        const string Options = "(global::StaticNets.TrainerOptions? options = null)";
        yield return new("CreateTrainer", $"public {trainer} CreateTrainer{Options} => {Fail};");
        if (hasLoss)
        {
            yield return new(
                EmittedNames.Interfaces,
                $"global::StaticNets.ITrainer global::StaticNets.ITrainableNet<{self}>.CreateTrainer{Options} => {Fail};");
        }

        yield return new("Trainer", StubTrainer.Source(spec, Fail));
    }

    // Explicitly where the user has taken the name, so that the interface holds all the same.
    private static StubMember Implemented(NetSpec spec, string owner, string name, string type, string parameters)
    {
        string self = spec.QualifiedName;
        return spec.TakenNames.Contains(name)
            ? new(EmittedNames.Interfaces, $"{type} global::StaticNets.{owner}<{self}>.{name}{parameters} => {Fail};")
            : new(name, $"public {type} {name}{parameters} => {Fail};");
    }
}
