using System.Linq;
using StaticNets.Generator.Model;

namespace StaticNets.Generator.Emit;

/// <summary>The trainer of a stub. It derives from the same base as a real one, so it has every member that a real one has.</summary>
internal static class StubTrainer
{
    public static string Source(AttributeSpec compile, string fail)
    {
        string second = IsSparse(compile) ? "global::System.ReadOnlySpan<int> labels" : "global::System.ReadOnlySpan<float> targets";
        return $$"""
            [global::System.CodeDom.Compiler.GeneratedCode("StaticNets.Generator", "{{GeneratorVersion.Text}}")]
            [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
            public sealed class Trainer : global::StaticNets.Execution.TrainerBase
            {
                private Trainer()
                    : base(null!, null, null!, null!)
                {
                }

                public float Step(global::System.ReadOnlySpan<float> inputs, {{second}}) => {{fail}};

                public float ComputeGradients(global::System.ReadOnlySpan<float> inputs, {{second}}) => {{fail}};

                protected override bool NeedsDerivedWeights => {{fail}};

                protected override void DeriveWeights(int worker, int workers) => {{fail}};

                protected override void ForwardBackward(int part, int worker, int n0, int n1) => {{fail}};

                protected override void WeightGradients(int worker, int workers) => {{fail}};
            }
            """;
    }

    private static bool IsSparse(AttributeSpec compile) =>
        compile.Arguments.Any(argument => argument is { Name: "Loss", Value: EnumValue { Member: "SparseCategoricalCrossentropy" } });
}
