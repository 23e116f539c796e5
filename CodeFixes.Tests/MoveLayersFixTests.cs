using System.Threading.Tasks;
using Xunit;

namespace StaticNets.CodeFixes.Tests;

public sealed class MoveLayersFixTests
{
    private static readonly MoveLayersFix s_fix = new();

    [Fact]
    public Task In_one_file() => FixRun.Assert(
        s_fix,
        "SN1015",
        """
        using StaticNets;

        /// <summary>A net.</summary>
        [StaticNet]
        [Input(4)]
        [Dense(8)] // hidden
        [Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
        public sealed partial class XorNet;

        // The rest.
        [Dense(2)] // out
        [System.Obsolete, Dropout(0.5)]
        [Dense(1)]
        public sealed partial class XorNet
        {
        }

        """,
        """
        using StaticNets;

        /// <summary>A net.</summary>
        [StaticNet]
        [Input(4)]
        [Dense(8)] // hidden
        [Dense(2)] // out
        [Dropout(0.5)]
        [Dense(1)]
        [Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
        public sealed partial class XorNet;

        // The rest.
        [System.Obsolete]
        public sealed partial class XorNet
        {
        }

        """);

    [Fact]
    public Task An_input_goes_above_the_layers() => FixRun.Assert(
        s_fix,
        "SN1015",
        "using StaticNets;\n[StaticNet]\n[Dense(8)]\npartial class XorNet;\n\n[Input(4)]\npartial class XorNet;\n",
        "using StaticNets;\n[StaticNet]\n[Input(4)]\n[Dense(8)]\npartial class XorNet;\n\npartial class XorNet;\n");

    [Fact]
    public async Task Over_three_files()
    {
        string[] changed = await FixRun.Apply(
            s_fix,
            "SN1015",
            "using StaticNets;\n[StaticNet]\npartial class XorNet;\n",
            "using StaticNets;\n[Input(4), Dense(8)]\npartial class XorNet;\n",
            "using StaticNets;\n[Dense(2)]\n[Dense(1)]\npartial class XorNet;\n");

        Assert.Equal(
            [
                "using StaticNets;\n[StaticNet]\npartial class XorNet;\n",
                "using StaticNets;\n[Input(4), Dense(8), Dense(2), Dense(1)]\npartial class XorNet;\n",
                "using StaticNets;\npartial class XorNet;\n",
            ],
            changed);
        await FixRun.AssertGone("SN1015", changed);
    }
}
