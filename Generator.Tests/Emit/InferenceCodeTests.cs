using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>What inference must not carry: penalties, dropout, and without <c>[Compile]</c> any training code.</summary>
public sealed class InferenceCodeTests
{
    private const string Plain = "Input(6, 6, 1), Conv2D(4, 3), MaxPooling2D, Flatten, Dense(3, Activation = Activation.Relu), Dense(2, Activation = Activation.Softmax)";
    private const string Regularized =
        "Input(6, 6, 1), Conv2D(4, 3, L1 = 0.5, BiasL2 = 0.5, ActivityL1 = 0.5), ActivityRegularization(L2 = 0.5), MaxPooling2D, "
        + "Dropout(0.5), Flatten, Dense(3, Activation = Activation.Relu, L2 = 0.5), Dropout(0.25), Dense(2, Activation = Activation.Softmax, ActivityL2 = 0.5)";
    private const string Compile = ", Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)";

    [Fact]
    public async Task The_kernels_of_inference_are_the_same_with_and_without_penalty_and_dropout()
    {
        GeneratorRun plain = await Run(Plain + Compile);
        GeneratorRun regularized = await Run(Regularized + Compile);

        foreach (string width in new[] { "512", "256", "128" })
        {
            string kernels = regularized.Sources[$"Net.Kernels{width}.g.cs"];
            Assert.Equal(plain.Sources[$"Net.Kernels{width}.g.cs"], kernels);
            Assert.DoesNotContain("penalty", kernels, System.StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("dropout", kernels, System.StringComparison.OrdinalIgnoreCase);
            Assert.Contains("penaltyScale", regularized.Sources[$"Net.Kernels{width}.Training.g.cs"]);
            Assert.DoesNotContain("penaltyScale", plain.Sources[$"Net.Kernels{width}.Training.g.cs"]);
        }
    }

    /// <summary>All that is left of it is the method that derives the weights, once for each change of them.</summary>
    [Theory]
    [InlineData("Conv2D(4, 3, UseBias = false), BatchNormalization, Activation(Activation.Relu), Flatten, Dense(3), BatchNormalization")]
    [InlineData("SeparableConv2D(4, 3), BatchNormalization, Activation(Activation.Relu), Flatten, Dense(2)")]
    [InlineData("Conv2D(4, 3), Dropout(0.5), BatchNormalization, Flatten, Dense(2)")]
    public async Task A_normalization_behind_linear_layers_is_part_of_their_weights(string layers)
    {
        GeneratorRun run = await Run("Input(6, 6, 2), " + layers + Compile);

        string kernels = run.Sources["Net.Kernels512.g.cs"];
        string derives = Regex.Match(kernels, @"static void PrepareWeights\(.*?\n    }", RegexOptions.Singleline).Value;
        Assert.Contains("NormalizationWeights.Fold(", derives);
        Assert.DoesNotContain("ormalization", kernels.Replace(derives, ""));
        Assert.Contains("BatchMoments", run.Sources["Net.Kernels512.Training.g.cs"]);
    }

    [Fact]
    public async Task A_net_without_Compile_has_no_training_code()
    {
        GeneratorRun run = await Run(Regularized);

        Assert.DoesNotContain(run.Sources.Keys, file => file.Contains("Train"));
        Assert.All(run.Sources.Values, source => Assert.DoesNotContain("Gradient", source));
        Assert.Equal(5, run.Sources.Count);
    }

    [Fact]
    public async Task No_emitted_member_has_the_name_of_a_public_type()
    {
        GeneratorRun run = await Run(Plain + Compile);
        string[] publicTypes = [.. typeof(StaticNetAttribute).Assembly.GetExportedTypes().Where(type => type.Namespace == "StaticNets").Select(type => type.Name.Split('`')[0])];

        Assert.DoesNotContain(run.After.GetTypeByMetadataName("Net")!.GetMembers(), member => publicTypes.Contains(member.Name));
    }

    private static async Task<GeneratorRun> Run(string layers)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}] public sealed partial class Net;");
        run.AssertReported();
        run.AssertAddsNoErrors();
        return run;
    }
}
