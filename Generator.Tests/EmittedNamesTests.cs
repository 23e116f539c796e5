using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNets.Generator.Parsing;
using Xunit;

namespace StaticNets.Generator.Tests;

/// <summary>Real nets, wherever they stand, compile; and the lists of names that the parser guards are what emitted code really declares and uses.</summary>
public sealed class EmittedNamesTests
{
    private const string Net =
        "[StaticNet, Input(6, 6, 1), Conv2D(4, 3, Activation = Activation.Relu), MaxPooling2D(2), Flatten, Dropout(0.5), "
        + "Dense(3, Activation = Activation.Softmax), Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]";

    [Theory]
    [InlineData("[Net] partial class @class;")]
    [InlineData("[Net] partial class @record;")]
    [InlineData("namespace @namespace.@int { [Net] public partial class XorNet; }")]
    [InlineData("partial record struct @event { partial interface IInner { [Net] partial class XorNet; } }")]
    [InlineData("static partial class Outer { [Net] partial class XorNet; }")]
    [InlineData("namespace StaticNets.Execution { [Net] public partial class XorNet; }")]
    [InlineData("namespace Shop { class Program; [Net] public sealed partial class XorNet { public XorNet() : this(3) { } } }")]
    public async Task Stands_anywhere(string declaration)
    {
        GeneratorRun run = await GeneratorRun.Of("using StaticNets;\n" + declaration.Replace("[Net]", Net));

        run.AssertReported();
        Assert.DoesNotContain(run.After.GetDiagnostics(), diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden);
        Assert.All(run.Sources.Values, source => Assert.DoesNotContain("InvalidNet", source));
    }

    [Fact]
    public async Task Every_emitted_member_is_listed()
    {
        GeneratorRun run = await GeneratorRun.Of("using StaticNets;\n" + Net + " partial class XorNet;");

        IEnumerable<ISymbol> members = run.After.GetTypeByMetadataName("XorNet")!.GetMembers().Where(member =>
            !member.IsImplicitlyDeclared
            && member is not IMethodSymbol { AssociatedSymbol: not null }
                and not IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.ExplicitInterfaceImplementation });

        Assert.All(members.Where(member => !member.Name.Contains('.')), member => Assert.True(EmittedNames.IsMember(member.Name, trains: true), member.Name));
    }

    [Fact]
    public async Task Every_type_used_by_its_simple_name_is_listed()
    {
        GeneratorRun run = await GeneratorRun.Of("using StaticNets;\n" + Net + " partial class XorNet;");
        INamedTypeSymbol net = run.After.GetTypeByMetadataName("XorNet")!;
        SortedSet<string> missing = [];
        foreach (SyntaxTree tree in run.After.SyntaxTrees.Where(tree => EmittedSource.Contains(tree, CancellationToken.None)))
        {
            SemanticModel model = run.After.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(IsUnqualified))
            {
                if (model.GetSymbolInfo(name).Symbol is INamedTypeSymbol { TypeKind: not TypeKind.Error } type
                    && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, net)
                    && type.ContainingType is null
                    && !EmittedNames.UsedTypes.Any(used => used.Name == name.Identifier.ValueText))
                {
                    missing.Add(name.Identifier.ValueText);
                }
            }
        }

        Assert.Empty(missing);
    }

    private static bool IsUnqualified(SimpleNameSyntax name) =>
        name.Ancestors().OfType<UsingDirectiveSyntax>().FirstOrDefault() is null
        && name.Parent switch
        {
            QualifiedNameSyntax qualified => qualified.Left == name,
            AliasQualifiedNameSyntax => false,
            MemberAccessExpressionSyntax access => access.Expression == name,
            _ => true,
        };
}
