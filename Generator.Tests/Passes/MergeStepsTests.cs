using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>Layers that work on the steps of the same sequences are fused as those that work on samples.</summary>
public sealed class MergeStepsTests
{
    [Fact]
    public async Task A_pooling_of_each_step_goes_into_the_convolution_of_each_step()
    {
        GeneratorRun run = await Run("Input(3, 8, 8, 2), TimeDistributed, Conv2D(4, 3), ReLU, Dropout(0.5), TimeDistributed, MaxPooling2D(2), Flatten, Dense(2)");

        string kernels = run.Sources["Net.Kernels512.g.cs"];
        Assert.Contains("y = largest of each 2x2 window of Relu of x * w + b: (N, 8, 8, 2) x (3, 3, 2, 4)", kernels);
        Assert.DoesNotContain("ReLUForward", kernels);
        Assert.DoesNotContain("MaxPooling", kernels);
    }

    [Theory]
    [InlineData("TimeDistributed, Dense(5, Activation = Activation.Softmax)")]
    [InlineData("TimeDistributed, Dense(5), Softmax")]
    [InlineData("TimeDistributed, Dense(5), TimeDistributed, Activation(Activation.Softmax)")]
    [InlineData("Dense(5), TimeDistributed, Softmax")]
    public async Task A_softmax_of_each_step_goes_with_the_loss(string layers)
    {
        GeneratorRun run = await Run($"Input(3, 4), {layers}, Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)");

        string training = run.Sources["Net.Kernels512.Training.g.cs"];
        Assert.Contains("Softmax and SparseCategoricalCrossentropy of each sample, and dz: (N, 3, 5)", training);
        Assert.DoesNotContain("SoftmaxForward", training);
    }

    /// <summary>The steps of others stay as they are.</summary>
    [Fact]
    public async Task A_value_that_somebody_else_reads_is_kept()
    {
        GeneratorRun run = await Run(
            "Input(3, 8, 8, 2), TimeDistributed(Name = \"all\"), Conv2D(4, 3), TimeDistributed, MaxPooling2D(2), Flatten, Dense(2, Name = \"few\"), Flatten(From = \"all\"), "
                + "Dense(2), Add(\"few\")");

        string kernels = run.Sources["Net.Kernels512.g.cs"];
        Assert.DoesNotContain("largest of each 2x2 window of x * w + b", kernels);
        Assert.Contains("ref float allSteps = ref Unsafe.Add(ref workspace, ", kernels);
    }

    private static async Task<GeneratorRun> Run(string layers)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}] public sealed partial class Net;");
        run.AssertReported();
        run.AssertAddsNoErrors();
        return run;
    }
}
