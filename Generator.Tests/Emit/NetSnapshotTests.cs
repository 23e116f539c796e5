using System.Linq;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>Whole nets as emitted, checked in to be read as code.</summary>
public sealed class NetSnapshotTests
{
    [Fact]
    public async Task Xor() => Snapshot.Verify(await Emit(
        """
        using StaticNets;

        [StaticNet]
        [Input(2)]
        [Dense(4, Activation = Activation.Tanh)]
        [Dense(1, Activation = Activation.Sigmoid)]
        [Compile(Loss.BinaryCrossentropy, Optimizer.Adam, LearningRate = 0.05)]
        public sealed partial class XorNet;
        """,
        "512"));

    [Fact]
    public async Task Image() => Snapshot.Verify(await Emit(
        """
        using StaticNets;

        namespace Shop;

        [StaticNet]
        [Input(10, 10, 3)]
        [Conv2D(16, 3, Activation = Activation.Relu, L1 = 0.001)]
        [MaxPooling2D(2)]
        [Conv2D(24, 3, Padding = Padding.Same, BiasL2 = 0.01)]
        [Flatten]
        [Dropout(0.25)]
        [Dense(5, Activation = Activation.Softmax, L2 = 0.001)]
        [Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd, Momentum = 0.9, Metrics = new[] { Metric.Accuracy })]
        public sealed partial class ImageNet;
        """,
        "256"));

    [Fact]
    public async Task Prediction_only_with_a_branch() => Snapshot.Verify(await Emit(
        """
        using StaticNets;

        [StaticNet]
        [Input(6, Name = "features")]
        [Dense(8, Activation = Activation.Gelu)]
        [Dense(8, Name = "side", From = "features")]
        [Add("dense")]
        [Concatenate("features")]
        [Dense(3, Activation = Activation.Softmax)]
        internal sealed partial class BranchNet;
        """,
        "128"));

    /// <summary>All files but the kernels of the other widths.</summary>
    private static async Task<string> Emit(string source, string width)
    {
        GeneratorRun run = await GeneratorRun.Of(source);

        run.AssertReported();
        run.AssertAddsNoErrors();
        return string.Join("\n", run.Sources
            .Where(file => !file.Key.Contains("Kernels") || file.Key.Contains("Kernels" + width))
            .OrderBy(file => file.Key, System.StringComparer.Ordinal)
            .Select(file => $"// ==== {file.Key} ====\n{file.Value}"));
    }
}
