using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Emit.Text;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>Long lines are broken where a person would, and say the same.</summary>
public sealed class LineWrapTests
{
    [Theory]
    [InlineData(
        "DenseForward(ref inputs, ref kernel, ref bias, 0, n);",
        "DenseForward(\n    ref inputs,\n    ref kernel,\n    ref bias,\n    0,\n    n);")]
    [InlineData(
        "private static void Forward(ref float x, int n)",
        "private static void Forward(\n    ref float x, int n)")]
    [InlineData("sum += (first + second) + (third + fourth);", "sum +=\n    (first + second)\n    + (third + fourth);")]
    [InlineData("int longest = isFirst ? firstValue : secondValue;", "int longest =\n    isFirst ? firstValue\n    : secondValue;")]
    [InlineData("public float Step(float x) => Call(x, firstArgument);", "public float Step(float x) =>\n    Call(x, firstArgument);")]
    [InlineData("int[] sizes = { 1, 22, 333, 4444, 55555, 666666 };", "int[] sizes =\n{\n    1, 22, 333, 4444, 55555,\n    666666\n};")]
    [InlineData("/// <summary>One word follows another one.</summary>", "/// <summary>\n/// One word follows another\n/// one.\n/// </summary>")]
    [InlineData("ref float x = ref y; // what stands there, in words", "// what stands there, in words\nref float x = ref y;")]
    [InlineData("Call(\"(a, b), c and more than fits into it\");", "Call(\n    \"(a, b), c and more than fits into it\");")]
    [InlineData("short = line;", "short = line;")]
    public void Breaks(string line, string expected)
    {
        string broken = string.Join("\n", LineWrap.Break(line, 31).Select(piece => new string(' ', piece.Indentation) + piece.Text));

        Assert.Equal(expected, broken);
    }

    [Theory]
    [InlineData("float x = Math.Max(Math.Min(aa + bb, cc * dd), Vector128.Sum(ee) * 0.5f) + Math.Abs(ff - gg);", 30)]
    [InlineData("x = ref Unsafe.Add(ref y, Math.Max(first + second, third) * 4 + (isLast ? fourth : fifth));", 25)]
    [InlineData("for (int tile = Math.Max(tile0, 14); tile < Math.Min(tile1, 22222); tile++) Call(a, b);", 40)]
    [InlineData("if (first != second && third == fourth || fifth < sixth) { Call(\"a, b; (c\", d); }", 30)]
    public void Says_the_same(string statement, int room)
    {
        SourceWriter writer = new(outerDepth: (LineWrap.Limit - room) / 4);
        writer.Line(statement);

        string[] lines = writer.ToString().TrimEnd('\n').Split('\n');
        Assert.True(lines.Length > 1);
        Assert.Equal(Tokens(statement), Tokens(string.Join("\n", lines)));
    }

    private static string Tokens(string text)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetRoot();
        Assert.DoesNotContain(root.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return string.Join(" ", root.DescendantTokens().Select(token => token.Text));
    }
}
