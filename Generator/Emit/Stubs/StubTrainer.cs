using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Emit.Files;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Emit.Stubs;

/// <summary>The trainer of a stub. It derives from the same base as a real one, so it has every member that a real one has.</summary>
internal static class StubTrainer
{
    public static string Source(NetSpec spec, string fail)
    {
        bool hasLoss = TrainingReader.HasLoss(spec);
        IEnumerable<string> steps = hasLoss
            ? Overloads(spec).SelectMany(known => new[]
            {
                $"public float {StepParameters.Step(known.Labels, known.Targets)} => {fail};",
                $"public float {StepParameters.ComputeGradients(known.Labels, known.Targets)} => {fail};",
            }).Append($"protected override void ComputeLosses(int n0, int n1) => {fail};")
            : [];
        string[] members =
        [
            .. steps,
            $"protected override bool NeedsDerivedWeights => {fail};",
            $"protected override void DeriveWeights(int worker, int workers) => {fail};",
            $"protected override void ShowOutputs(int n0, int n1) => {fail};",
            $"protected override void TakeOutputGradients(int n0, int n1) => {fail};",
            $"protected override void WeightGradients(int worker, int workers) => {fail};",
        ];
        return $$"""
            [global::System.CodeDom.Compiler.GeneratedCode("StaticNets.Generator", "{{GeneratorVersion.Text}}")]
            [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
            public sealed class Trainer : global::StaticNets.Execution.{{(hasLoss ? "TrainerBase" : "GradientTrainerBase")}}
            {
                private Trainer()
                    : base(null!, null, null!, null!)
                {
                }

                {{string.Join("\n\n    ", members)}}
            }
            """;
    }

    /// <summary>The overload that the losses make; all that there may be where one of them can't be read.</summary>
    private static IReadOnlyList<(bool Labels, bool Targets)> Overloads(NetSpec spec)
    {
        Loss?[] losses = spec.Outputs.Append(spec.Compile!)
            .Select(attribute => new ArgumentReader(attribute, new Problems().For(Problem.Compile), attribute.Kind))
            .Where(arguments => LossReader.IsGiven(arguments) || arguments.Label == spec.Compile!.Kind)
            .Select(LossReader.Read)
            .ToArray();
        return losses.Contains(null)
            ? [(true, false), (false, true), (true, true)]
            : [(losses.Any(loss => loss!.IsSparse), losses.Any(loss => !loss!.IsSparse))];
    }
}
