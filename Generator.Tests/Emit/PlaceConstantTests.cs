using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>The constants that say where several inputs and outputs stand: whatever layers are called, they compile and don't meet.</summary>
public sealed class PlaceConstantTests
{
    [Fact]
    public async Task Odd_names_do_not_meet()
    {
        GeneratorRun run = await GeneratorRun.Of("""
            using StaticNets;
            [StaticNet]
            [Input(4, Name = "inputs")]
            [Input(3, Name = "2nd eye")]
            [Input(2, Name = "größe")]
            [Dense(2, From = "inputs", Name = "a")]
            [Dense(3, From = "2nd eye", Name = "A")]
            [Dense(4, From = "größe", Name = "a_offset")]
            [Dense(5, Name = "outputs")]
            [Dense(6, Name = "класс")]
            [Dense(7, Name = "size")]
            [Output("a"), Output("A"), Output("a_offset"), Output("outputs"), Output("класс")]
            partial class XorNet;
            """);

        run.AssertReported();
        Assert.DoesNotContain(run.After.GetDiagnostics(), diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden);
        Assert.Equal("InputsOffset 0, InputsSize 4, Layer2ndEyeOffset 4, Layer2ndEyeSize 3, GrößeOffset 7, GrößeSize 2", Constants(run, "Inputs"));
        Assert.Equal(
            "AOffset 0, ASize 2, A_2Offset 2, A_2Size 3, AOffsetOffset 5, AOffsetSize 4, OutputsOffset 9, OutputsSize 5, LayerOffset 14, LayerSize 6, "
                + "SizeOffset 20, SizeSize 7",
            Constants(run, "Outputs"));
    }

    [Fact]
    public async Task A_stub_has_them_too()
    {
        GeneratorRun run = await GeneratorRun.Of("""
            using StaticNets;
            [StaticNet, Input(4, Name = "left"), Input(4), Dense(0, From = "left", Name = "kind"), TimeDistributed, Dense(3), Output("kind")]
            public partial class XorNet
            {
                public const int Sum = Inputs.LeftOffset + Inputs.InputLayerSize + Outputs.KindOffset + Outputs.TimeDistributedSize;
            }
            """);

        run.AssertReported("SN2001 0");
        run.AssertAddsNoErrors();
        Assert.Equal("KindOffset 1, KindSize 1, TimeDistributedOffset 1, TimeDistributedSize 1", Constants(run, "Outputs"));
    }

    private static string Constants(GeneratorRun run, string name) => string.Join(
        ", ",
        run.After.GetTypeByMetadataName("XorNet")!.GetTypeMembers(name).Single().GetMembers().OfType<IFieldSymbol>()
            .Select(field => $"{field.Name} {field.ConstantValue}"));
}
