using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Layers;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Declaration;

/// <summary>What the parser makes of attributes: every argument that was written, under its property's name.</summary>
public sealed class ParserTests
{
    [Theory]
    [InlineData("Input(28, 28, 1)", "Input(Shape: [28, 28, 1])")]
    [InlineData("Input(new[] { 4 }, Name = \"left\")", "Input(Shape: [4], Name: 'left')")]
    [InlineData("Input", "Input()")]
    [InlineData("Conv2D(32, 3)", "Conv2D(Filters: 32, KernelSize: 3)")]
    [InlineData("Conv2D(32, new[] { 3, 5 })", "Conv2D(Filters: 32, KernelSize: [3, 5])")]
    [InlineData("Conv2D(kernelSize: 3, filters: 32)", "Conv2D(KernelSize: 3, Filters: 32)")]
    [InlineData("Conv2D(32, 3, Activation = Activation.Relu, L1 = 1, UseBias = false)", "Conv2D(Filters: 32, KernelSize: 3, Activation: .Relu, L1: 1.0, UseBias: false)")]
    [InlineData("Conv2D(32, 3, StridesPerAxis = new[] { 1, 2 })", "Conv2D(Filters: 32, KernelSize: 3, StridesPerAxis: [1, 2])")]
    [InlineData("Conv2D(32, 3, StridesPerAxis = null, Name = null)", "Conv2D(Filters: 32, KernelSize: 3, Name: null)")]
    [InlineData("MaxPooling2D", "MaxPooling2D()")]
    [InlineData("MaxPooling2D(3, Strides = 0)", "MaxPooling2D(PoolSize: 3, Strides: 0)")]
    [InlineData("Add(\"a\", \"b\")", "Add(Inputs: ['a', 'b'])")]
    [InlineData("Dense(Sizes.Units, Activation = (Activation)99)", "Dense(Units: 10, Activation: .99)")]
    [InlineData("Dense(10, Activation = (Activation)(-1))", "Dense(Units: 10, Activation: .-1)")]
    [InlineData("Dropout(1)", "Dropout(Rate: 1.0)")]
    [InlineData("Dropout(double.NaN)", "Dropout(Rate: NaN.0)")]
    [InlineData("Short(1)", "Dense(Units: 1)")]
    public void Layer(string attribute, string expected) => Assert.Equal(expected, Show(Parse($"[StaticNet, {attribute}] partial class XorNet;").Layers[0]));

    [Fact]
    public void Compile()
    {
        NetSpec spec = Parse("[StaticNet(UnrollBudget = 8), Compile(Loss.MeanSquaredError, Optimizer.Adam, Metrics = new[] { Metric.Accuracy }, Beta1 = 0.5)] partial class XorNet;");

        Assert.Equal("StaticNet(UnrollBudget: 8)", Show(spec.Options));
        Assert.Equal("Compile(Loss: .MeanSquaredError, Optimizer: .Adam, Metrics: [.Accuracy], Beta1: 0.5)", Show(spec.Compile!));
    }

    [Fact]
    public void Layers_come_in_source_order()
    {
        NetSpec spec = Parse("[Input(2)] [Dense(1), Flatten] [StaticNet] [Dropout(0.5)] [System.Obsolete] [Dense(2)] partial class XorNet;");

        Assert.Equal(["Input", "Dense", "Flatten", "Dropout", "Dense"], spec.Layers.Select(layer => layer.Kind));
    }

    [Theory]
    [InlineData(
        "namespace A.@class { partial record struct Outer { partial interface @record { [StaticNet] partial class @event; } } }",
        "A.@class",
        "partial record struct Outer|partial interface @record",
        "@event",
        "A.class.Outer+record+event")]
    [InlineData("[StaticNet] partial class XorNet;", "", "", "XorNet", "XorNet")]
    [InlineData("namespace A; static partial class S { partial record R { [StaticNet] partial class N; } }", "A", "partial class S|partial record R", "N", "A.S+R+N")]
    public void Place(string source, string containingNamespace, string containingTypes, string name, string metadataName)
    {
        NetSpec spec = Parse(source);

        Assert.Equal(containingNamespace, spec.Namespace);
        Assert.Equal(containingTypes, string.Join("|", spec.ContainingTypes));
        Assert.Equal(name, spec.Name);
        Assert.Equal(metadataName, spec.MetadataName);
    }

    private static NetSpec Parse(string source)
    {
        CSharpCompilation compilation = GeneratorRun.Compile("using StaticNets; using Short = StaticNets.DenseAttribute;\n" + source, "static class Sizes { public const int Units = 5 + 5; }");
        return NetParser.Parse(
            compilation.GetSymbolsWithName(_ => true, Microsoft.CodeAnalysis.SymbolFilter.Type)
                .OfType<Microsoft.CodeAnalysis.INamedTypeSymbol>()
                .Single(type => type.GetAttributes().Any(attribute => attribute.AttributeClass!.Name == "StaticNetAttribute")),
            compilation,
            CancellationToken.None)!.Spec;
    }

    private static string Show(AttributeSpec attribute) =>
        attribute.Kind + "(" + string.Join(", ", attribute.Arguments.Select(argument => argument.Name + ": " + Show(argument.Value))) + ")";

    private static string Show(ArgumentValue value) => value switch
    {
        IntegerValue integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture) + (number.Value == (long)number.Value || double.IsNaN(number.Value) ? ".0" : ""),
        BooleanValue boolean => boolean.Value ? "true" : "false",
        TextValue text => text.Value is null ? "null" : "'" + text.Value + "'",
        EnumValue member => "." + member.Member,
        ArrayValue array => "[" + string.Join(", ", array.Items.Select(Show)) + "]",
        _ => "?",
    };
}
