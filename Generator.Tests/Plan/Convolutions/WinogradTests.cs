using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Plan.Convolutions;

/// <summary>The matrices of Winograd's algorithm, and where it is chosen.</summary>
public sealed class WinogradTests
{
    public static TheoryData<int, int> Tiles => new()
    {
        { 2, 1 }, { 2, 2 }, { 4, 1 }, { 4, 2 }, { 4, 3 }, { 4, 4 },
    };

    [Theory]
    [MemberData(nameof(Tiles))]
    public void A_tile_computes_the_convolution(int tile, int results)
    {
        var matrices = new ToomCook(tile);
        IReadOnlyList<int> frequencies = matrices.FrequenciesOf(results);
        double[] kernel = [0.3, -1.7, 2.9];
        double[] input = Enumerable.Range(0, results + 2).Select(i => Math.Sin(i + 0.5)).ToArray();
        double[] u = Times(matrices.Kernel(), kernel);
        double[] v = Times(matrices.Input(results), input);

        double[] y = Times(matrices.Output(results), frequencies.Select((f, i) => u[f] * v[i]).ToArray());

        Assert.Equal(results + 2, frequencies.Count);
        for (int i = 0; i < results; i++)
        {
            Assert.Equal((kernel[0] * input[i]) + (kernel[1] * input[i + 1]) + (kernel[2] * input[i + 2]), y[i], 12);
        }
    }

    [Fact]
    public void The_input_is_transformed_with_whole_numbers()
    {
        foreach (object[] row in Tiles)
        {
            double[,] matrix = new ToomCook((int)row[0]).Input((int)row[1]);
            Assert.All(matrix.Cast<double>(), value => Assert.Equal(Math.Round(value), value));
        }
    }

    [Theory]
    [InlineData("Input(14, 14, 32), Conv2D(64, 3)", true)]
    [InlineData("Input(14, 14, 32), Conv2D(64, 3, Algorithm = ConvolutionAlgorithm.Direct)", false)]
    [InlineData("Input(3, 14, 14, 32), TimeDistributed, Conv2D(64, 3)", true)]
    [InlineData("Input(3, 14, 14, 32), TimeDistributed, Conv2D(64, 3, Algorithm = ConvolutionAlgorithm.Direct)", false)]
    [InlineData("Input(14, 14, 1), Conv2D(64, 3)", false)]
    [InlineData("Input(14, 14, 32), Conv2D(64, 5)", false)]
    [InlineData("Input(14, 14, 32), Conv2D(64, 3, Strides = 2)", false)]
    [InlineData("Input(14, 14, 32), Conv2D(64, 3, DilationRate = 2)", false)]
    [InlineData("Input(14, 14, 1), Conv2D(3, 3, Algorithm = ConvolutionAlgorithm.WinogradF2)", true)]
    public async Task Auto_takes_it_where_it_pays(string layers, bool isWinograd)
    {
        GeneratorRun run = await Run("[StaticNet]", layers);

        Assert.Equal(isWinograd, run.Sources["Net.Kernels512.g.cs"].Contains("InputTransform"));
    }

    [Fact]
    public async Task The_net_chooses_for_layers_that_do_not()
    {
        const string Layers = "Input(14, 14, 32), Conv2D(64, 3), Conv2D(8, 5), Conv2D(8, 3, Algorithm = ConvolutionAlgorithm.WinogradF2)";

        GeneratorRun direct = await Run("[StaticNet(Convolution = ConvolutionAlgorithm.Direct)]", Layers);
        GeneratorRun large = await Run("[StaticNet(Convolution = ConvolutionAlgorithm.WinogradF4)]", Layers);

        string directKernels = direct.Sources["Net.Kernels512.g.cs"];
        string largeKernels = large.Sources["Net.Kernels512.g.cs"];
        Assert.DoesNotContain("Conv2dInputTransform", directKernels);
        Assert.Contains("tiles of 2x2", directKernels);
        Assert.Contains("Conv2dInputTransform", largeKernels);
        Assert.Contains("tiles of 4x4", largeKernels);
        Assert.DoesNotContain("Conv2d1InputTransform", largeKernels);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task A_pooling_is_fused_where_its_windows_fall_into_tiles(int pool, bool isFused)
    {
        GeneratorRun run = await Run(
            "[StaticNet(Convolution = ConvolutionAlgorithm.WinogradF4)]", $"Input(14, 14, 16), Conv2D(16, 3), MaxPooling2D({pool})");

        Assert.Equal(!isFused, run.Sources["Net.Kernels512.g.cs"].Contains("MaxPooling2dForward"));
    }

    private static double[] Times(double[,] matrix, double[] vector) =>
        Enumerable.Range(0, matrix.GetLength(0)).Select(row => vector.Select((value, column) => matrix[row, column] * value).Sum()).ToArray();

    private static async Task<GeneratorRun> Run(string declaration, string layers)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; {declaration} [{layers}] public sealed partial class Net;");
        run.AssertAddsNoErrors();
        return run;
    }
}
