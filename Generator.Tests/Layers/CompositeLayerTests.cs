using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Layers;

/// <summary>A layer that is made of others is one layer for the user, and its parts for the passes.</summary>
public sealed class CompositeLayerTests
{
    [Fact]
    public async Task The_summary_has_one_line_for_it()
    {
        GeneratorRun run = await Run("Input(8, 8, 3), SeparableConv2D(16, 3, DepthMultiplier = 2), Flatten, Dense(2)");
        using LoadedAssembly loaded = new(run.After);

        string summary = (string)loaded.GetType("Net").GetProperty("Summary", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

        string line = Assert.Single(summary.Split('\n'), text => text.Contains("conv2d", System.StringComparison.OrdinalIgnoreCase));
        string[] cells = [.. line.Split('│').Select(cell => cell.Trim()).Where(cell => cell.Length > 0)];
        Assert.Equal(["separable_conv2d (SeparableConv2D)", "(None, 6, 6, 16)", "166", "5,400"], cells);
    }

    [Fact]
    public async Task Its_weights_have_its_name_and_the_names_of_Keras()
    {
        GeneratorRun run = await Run("Input(8, 8, 3), SeparableConv2D(16, 3, DepthMultiplier = 2, Name = \"both\"), Flatten, Dense(2)");

        string[] tensors = ["both/depthwise_kernel", "both/pointwise_kernel", "both/bias", "dense/kernel", "dense/bias"];
        string source = run.Sources["Net.Inference.g.cs"];
        int[] places = [.. tensors.Select(tensor => source.IndexOf($"\"{tensor}\"", System.StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task A_message_speaks_of_the_whole()
    {
        GeneratorRun run = await Run("Input(2, 2, 3), SeparableConv2D(16, 3), Flatten, Dense(2)");

        Diagnostic problem = Assert.Single(run.Reported);
        Assert.StartsWith("Layer 1 SeparableConv2D(16, 3) needs a 3x3 ", problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Its_activation_is_fused_into_its_last_part()
    {
        GeneratorRun run = await Run("Input(8, 8, 3), SeparableConv2D(16, 3, Activation = Activation.Relu), Flatten, Dense(2)");

        string kernels = run.Sources["Net.Kernels512.g.cs"];
        Assert.Contains("y = Relu of x * w + b", kernels);
        Assert.DoesNotContain("ReluForward", kernels);
    }

    private static Task<GeneratorRun> Run(string layers) => GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}] public sealed partial class Net;");
}
