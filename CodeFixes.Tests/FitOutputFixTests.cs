using System.Threading.Tasks;
using Xunit;

namespace StaticNets.CodeFixes.Tests;

public sealed class FitOutputFixTests
{
    private static readonly FitOutputFix s_fix = new();

    [Theory]
    [InlineData("[Dense(3)]", "[Dense(3, Activation = Activation.Softmax)]")]
    [InlineData("[Dense(3, UseBias = false)]", "[Dense(3, UseBias = false, Activation = Activation.Softmax)]")]
    [InlineData("[Dense( 3, Activation = Activation.Relu /* why */, L1 = 0.1 )]", "[Dense( 3, Activation = Activation.Softmax /* why */, L1 = 0.1 )]")]
    [InlineData("[Dense(3, Activation = (Activation)1)]", "[Dense(3, Activation = Activation.Softmax)]")]
    [InlineData("[Dense(3)]\n[Activation(Activation.Relu)]", "[Dense(3)]\n[Activation(Activation.Softmax)]")]
    [InlineData("[Dense(3)]\n[Dense(3)]\n[Add(\"dense\")]", "[Dense(3)]\n[Dense(3)]\n[Add(\"dense\")]\n[Activation(Activation.Softmax)]")]
    public Task The_missing_softmax(string before, string after) =>
        AssertFix("SN5006", before, after, "[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]", "[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]");

    [Fact]
    public Task The_missing_sigmoid() => AssertFix(
        "SN5006",
        "[Dense(3)]",
        "[Dense(3, Activation = Activation.Sigmoid)]",
        "[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)]",
        "[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)]");

    [Fact]
    public Task A_namespace_written_out() => FixRun.Assert(
        s_fix,
        "SN5006",
        "[StaticNets.StaticNet, StaticNets.Input(4), StaticNets.Dense(3)]\n[StaticNets.Compile(StaticNets.Loss.BinaryCrossentropy, StaticNets.Optimizer.Sgd)]\npartial class XorNet;\n",
        "[StaticNets.StaticNet, StaticNets.Input(4), StaticNets.Dense(3, Activation = StaticNets.Activation.Sigmoid)]\n"
            + "[StaticNets.Compile(StaticNets.Loss.BinaryCrossentropy, StaticNets.Optimizer.Sgd)]\npartial class XorNet;\n");

    [Theory]
    [InlineData("[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]", "[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]")]
    [InlineData("[Compile(optimizer: Optimizer.Sgd, loss: Loss.MeanAbsoluteError)]", "[Compile(optimizer: Optimizer.Sgd, loss: Loss.CategoricalCrossentropy)]")]
    public Task A_distance_as_the_loss(string before, string after) =>
        AssertFix("SN5002", "[Dense(3, Activation = Activation.Softmax)]", "[Dense(3, Activation = Activation.Softmax)]", before, after);

    [Theory]
    [InlineData("[Dense(1, Activation = Activation.Softmax)]", "[Dense(1, Activation = Activation.Sigmoid)]")]
    [InlineData("[Dense(1)]", "[Dense(1, Activation = Activation.Sigmoid)]")]
    public Task One_class(string before, string after) => AssertFix(
        "SN4002", before, after, "[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]", "[Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)]");

    [Theory]
    [InlineData("Loss.BinaryCrossentropy", "Loss.BinaryCrossentropy")]
    [InlineData("Loss.CategoricalCrossentropy", "Loss.BinaryCrossentropy")]
    public Task Softmax_of_one(string before, string after) => AssertFix(
        "SN5007",
        "[Dense(1, Activation = Activation.Softmax)]",
        "[Dense(1, Activation = Activation.Sigmoid)]",
        $"[Compile({before}, Optimizer.Sgd)]",
        $"[Compile({after}, Optimizer.Sgd)]");

    [Fact]
    public async Task All_in_the_project()
    {
        const string Source = """
            using StaticNets;

            [StaticNet, Input(4), Dense(3), Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)]
            partial class A;

            [StaticNet, Input(4), Dense(2), Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
            partial class B;
            """;

        string[] changed = await FixRun.ApplyAll(s_fix, "SN5006", Source);

        Assert.Equal([Source.Replace("Dense(3)", "Dense(3, Activation = Activation.Softmax)").Replace("Dense(2)", "Dense(2, Activation = Activation.Softmax)")], changed);
    }

    private static Task AssertFix(string id, string before, string after, string compileBefore, string compileAfter) => FixRun.Assert(
        s_fix,
        id,
        $"using StaticNets;\n\n[StaticNet]\n[Input(4)]\n{before}\n{compileBefore} // end\npartial class XorNet;\n",
        $"using StaticNets;\n\n[StaticNet]\n[Input(4)]\n{after}\n{compileAfter} // end\npartial class XorNet;\n");
}
