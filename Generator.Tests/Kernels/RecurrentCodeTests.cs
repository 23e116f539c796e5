using System.Linq;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Kernels;

/// <summary>How the steps of recurrent layers are laid out, and what is not in their code where it is not needed.</summary>
public sealed class RecurrentCodeTests
{
    private const string Compile = "Compile(Loss.MeanSquaredError, Optimizer.Sgd)";

    private static readonly string[] s_files = ["Net.Kernels512.g.cs", "Net.Kernels512.Training.g.cs", "Net.Kernels128.g.cs", "Net.Kernels128.Training.g.cs"];

    [Theory]
    [InlineData("LSTM(2)")]
    [InlineData("GRU(2, GoBackwards = true, ReturnSequences = true)")]
    [InlineData("Bidirectional, SimpleRNN(2, ReturnSequences = true)")]
    public async Task Few_steps_of_a_small_layer_stand_one_after_the_other(string layers)
    {
        GeneratorRun unrolled = await GeneratorRun.Of(Net("StaticNet", $"Input(4, 2), {layers}, Dense(1)"));
        GeneratorRun looped = await GeneratorRun.Of(Net("StaticNet(UnrollBudget = 0)", $"Input(4, 2), {layers}, Dense(1)"));

        unrolled.AssertAddsNoErrors();
        Assert.All(s_files, file => Assert.DoesNotContain("for (int t =", unrolled.Sources[file]));
        Assert.All(s_files, file => Assert.Contains("for (int t =", looped.Sources[file]));
    }

    [Fact]
    public async Task Many_steps_are_a_loop()
    {
        GeneratorRun run = await GeneratorRun.Of(Net("StaticNet", "Input(20, 16), LSTM(32), Dense(1)"));

        Assert.All(s_files.Where(file => !file.Contains("Training")), file => Assert.Contains("for (int t = 1; t <= 19; t++)", run.Sources[file]));
        Assert.All(s_files.Where(file => file.Contains("Training")), file => Assert.Contains("for (int t = 19; t >= 1; t--)", run.Sources[file]));
    }

    [Fact]
    public async Task Only_masked_nets_test_masks()
    {
        GeneratorRun plain = await GeneratorRun.Of(Net("StaticNet", "Input(6), Embedding(9, 4), LSTM(3), Dense(1)"));
        GeneratorRun masked = await GeneratorRun.Of(Net("StaticNet", "Input(6), Embedding(9, 4, MaskZero = true), LSTM(3), Dense(1)"));

        Assert.All(s_files, file => Assert.DoesNotContain("mask", plain.Sources[file], System.StringComparison.OrdinalIgnoreCase));
        Assert.All(s_files, file => Assert.Contains("isMasked", masked.Sources[file]));
    }

    [Fact]
    public async Task Predictions_hold_no_trace_of_dropout()
    {
        GeneratorRun plain = await GeneratorRun.Of(Net("StaticNet", "Input(5, 3), GRU(17), Dense(1)"));
        GeneratorRun state = await GeneratorRun.Of(Net("StaticNet", "Input(5, 3), GRU(17, RecurrentDropout = 0.5), Dense(1)"));
        GeneratorRun both = await GeneratorRun.Of(Net("StaticNet", "Input(5, 3), GRU(17, Dropout = 0.5, RecurrentDropout = 0.5), Dense(1)"));

        Assert.Equal(plain.Sources["Net.Kernels512.g.cs"], state.Sources["Net.Kernels512.g.cs"]);
        Assert.DoesNotContain("drop", both.Sources["Net.Kernels512.g.cs"], System.StringComparison.OrdinalIgnoreCase);
        Assert.Contains("DropoutMask", both.Sources["Net.Kernels512.Training.g.cs"]);
    }

    private static string Net(string attribute, string layers) => $"using StaticNets; [{attribute}, {layers}, {Compile}] public sealed partial class Net;";
}
