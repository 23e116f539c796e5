using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace StaticNets.Generator.Tests.Architecture;

/// <summary>
/// What machines have stands in the table of targets: no other file knows how many registers there are, or how large a cache is.
/// </summary>
public sealed partial class TargetDataTests
{
    // From here on a number of registers is that of a machine, and a number of floats or bytes is a cache's.
    private const long FewestRegisters = 8;
    private const long SmallestCache = 1 << 10;

    [Fact]
    public void No_other_file_names_a_register_count() => AssertNone(RegisterName(), FewestRegisters);

    [Fact]
    public void No_other_file_names_a_cache_size() => AssertNone(CacheName(), SmallestCache);

    private static void AssertNone(Regex names, long least)
    {
        string[] wrong =
        [
            .. from file in GeneratorSource.All
               where !file.Path.StartsWith("Targets/", StringComparison.Ordinal)
               from found in Constants(file.Root).Concat(Comparisons(file.Root))
               where names.IsMatch(found.Name) && found.Number >= least
               select file.At(found.Node),
        ];

        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    /// <summary>Constants, fields and properties that are made of numbers alone, or have such a number in what they are made of.</summary>
    private static IEnumerable<(string Name, long Number, SyntaxNode Node)> Constants(SyntaxNode root) =>
        from node in root.DescendantNodes()
        let named = node switch
        {
            VariableDeclaratorSyntax { Initializer: { } initializer } variable => (variable.Identifier.Text, initializer.Value),
            PropertyDeclarationSyntax { ExpressionBody: { } body } property => (property.Identifier.Text, body.Expression),
            PropertyDeclarationSyntax { Initializer: { } initializer } property => (property.Identifier.Text, initializer.Value),
            _ => default,
        }
        where named != default
        from number in named.Item2.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Select(Number).OfType<long>().Take(1)
        select (named.Item1, number, node);

    /// <summary>Names that are compared with a number: <c>flavour.Registers >= 32</c>.</summary>
    private static IEnumerable<(string Name, long Number, SyntaxNode Node)> Comparisons(SyntaxNode root) =>
        from node in root.DescendantNodes().OfType<BinaryExpressionSyntax>()
        where node.Kind() is SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
            or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
            or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
        let left = Number(node.Left)
        let right = Number(node.Right)
        where left is null != right is null
        select (left is null ? node.Left.ToString() : node.Right.ToString(), left ?? right!.Value, (SyntaxNode)node);

    /// <summary>The value of a number as written: <c>32</c>, <c>1 &lt;&lt; 17</c>, <c>48 * 1024</c>.</summary>
    private static long? Number(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: int or long } literal => Convert.ToInt64(literal.Token.Value, CultureInfo.InvariantCulture),
        ParenthesizedExpressionSyntax inner => Number(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LeftShiftExpression } shift => Number(shift.Left) << (int?)Number(shift.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product => Number(product.Left) * Number(product.Right),
        _ => null,
    };

    [GeneratedRegex("Registers")]
    private static partial Regex RegisterName();

    [GeneratedRegex("Cache|^Floats|Floats$|Bytes|L[12](Size|$)")]
    private static partial Regex CacheName();
}
