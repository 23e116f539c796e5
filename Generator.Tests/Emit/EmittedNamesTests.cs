using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>
/// Nets compile wherever they stand and whatever else a project declares: no name of the user's changes what emitted code means, and none of
/// emitted code's hides the user's.
/// </summary>
public sealed class EmittedNamesTests
{
    private const string Image =
        "[StaticNet, Input(6, 6, 1), Conv2D(4, 3, Activation = Activation.Relu), MaxPooling2D(2), Flatten, Dropout(0.5), "
        + "Dense(3, Activation = Activation.Softmax), Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)]";

    // Between them they call much of what the runtime has for emitted code.
    private const string Nets = """
        [StaticNet]
        [Input(10, 10, 16)]
        [Conv2D(16, 3, Padding = Padding.Same, Activation = Activation.Gelu, Algorithm = ConvolutionAlgorithm.WinogradF4)]
        [BatchNormalization]
        [GaussianNoise(0.1)]
        [DepthwiseConv2D(3)]
        [UpSampling2D(2)]
        [Conv2D(4, 5, Strides = 2)]
        [AveragePooling2D(2)]
        [GroupNormalization(2)]
        [GlobalMaxPooling2D]
        [Dense(2, ActivityL1 = 0.01, KernelInitializer = Initializer.VarianceScaling)]
        [Dense(2, Activation = Activation.Sparsemax)]
        [Compile(Loss.MeanSquaredError, Optimizer.Lamb)]
        public partial class Pictures[Rest]

        [StaticNet]
        [Input(5)]
        [Embedding(8, 6, MaskZero = true)]
        [MultiHeadAttention(2, 4, Dropout = 0.1)]
        [LayerNormalization]
        [Bidirectional]
        [LSTM(4, ReturnSequences = true, RecurrentDropout = 0.1)]
        [BatchNormalization]
        [GRU(5, ReturnSequences = true)]
        [TimeDistributed]
        [Dense(3)]
        [Dense(3, Activation = Activation.Softmax)]
        [Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Ftrl, IgnoreClass = 2)]
        public partial class Words[Rest]

        [StaticNet]
        [Input(4, Name = "a")]
        [Dense(4, Name = "b", Frozen = true)]
        [BatchNormalization(Frozen = true)]
        [PReLU(Name = "c")]
        [Activation(nameof(Own.Bent))]
        [Output("c", Loss.Huber)]
        [Concatenate("a")]
        [Dense(2)]
        [Compile(nameof(Own.Distance), Optimizer.Sgd, Momentum = 0.9)]
        public partial class Numbers[Rest]
        """;

    private const string Functions = """
        public static class Own
        {
            public static float Bent(float x) =>
                global::System.MathF.Tanh(x) + global::System.MathF.Max(x, 0) * global::System.MathF.Exp(-x * x);

            public static float Distance(float target, float x) => (x - target) * (x - target);
        }
        """;

    // Beside all that emitted code names: what issues told of, and what our own types are called.
    private static readonly string[] s_names =
    [
        "Strip", "StepMask", "PackedPanels", "Interleave", "IgnoredLabels", "LambRule", "Transpose", "Batch", "Predictor",
        "Vector512", "Unsafe", "Math", "MathF", "Span", "System", "StaticNets",
        "Weights", "Buffers", "Inference", "Training", "Kernels512", "Kernels128", "VectorFunctions",
    ];

    private static readonly Lazy<Task<Used>> s_used = new(Used.ByNets);

    [Theory]
    [InlineData("[Net] partial class @class;")]
    [InlineData("[Net] partial class @record;")]
    [InlineData("[Net] partial class My_Net; namespace My { [Net] partial class Net; partial class My { [Net] partial class Net; } }")]
    [InlineData("namespace @namespace.@int { [Net] public partial class XorNet; }")]
    [InlineData("partial record struct @event { partial interface IInner { [Net] partial class XorNet; } }")]
    [InlineData("static partial class Outer { [Net] partial class XorNet; }")]
    [InlineData("namespace StaticNets.Execution { [Net] public partial class XorNet; }")]
    [InlineData("namespace Shop { class Program; [Net] public sealed partial class XorNet { public XorNet() : this(3) { } } }")]
    [InlineData("partial class Outer { [Net] private partial class XorNet { [Net] private partial class Math; } }")]
    [InlineData("namespace Math { [Net] public partial class Unsafe; } namespace System.Math { } ")]
    public async Task Stands_anywhere(string declaration)
    {
        GeneratorRun run = await GeneratorRun.Of("using StaticNets;\n" + declaration.Replace("[Net]", Image));

        run.AssertReported();
        Assert.DoesNotContain(run.After.GetDiagnostics(), diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden);
        Assert.All(run.Sources.Values, source => Assert.DoesNotContain("InvalidNet", source));
    }

    [Fact]
    public async Task Every_emitted_member_is_listed()
    {
        GeneratorRun run = await GeneratorRun.Of("using StaticNets;\n" + Image + " partial class XorNet;");

        IEnumerable<ISymbol> members = run.After.GetTypeByMetadataName("XorNet")!.GetMembers().Where(member =>
            !member.IsImplicitlyDeclared
            && member is not IMethodSymbol { AssociatedSymbol: not null }
                and not IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.ExplicitInterfaceImplementation });

        Assert.All(members.Where(member => !member.Name.Contains('.')), member => Assert.True(EmittedNames.IsMember(member.Name, trains: true, hasLoss: true), member.Name));
    }

    [Theory]
    [InlineData("namespace Shop { [Types] public class Base { [Types] } public partial class Outer : Base { [Types] [Nets { [Types] }] } }")]
    [InlineData("namespace Shop { public class Base { [Types] } public partial class Outer { [Nets : Base] } }")]
    [InlineData("namespace Shop { public class Base { [Methods] } public partial class Outer : Base { [Nets] } }")]
    [InlineData("namespace Shop { [Namespaces] [Extensions] [Nets] }")]
    [InlineData("global using Acme; namespace Acme { [Types] } [Global] [Nets]")]
    [InlineData("[Aliases] namespace Acme { public class Other<T>; } [Nets]")]
    [InlineData("[Aliases] namespace Acme { public class Other<T>; } namespace Shop { [Nets] }")]
    public async Task Names_of_the_project_change_nothing(string project)
    {
        Used used = await s_used.Value;
        string[] names = [.. used.Names.Concat(s_names).Distinct()];

        GeneratorRun run = await GeneratorRun.OfTarget("v4", Source(project, names, used.Extensions));

        run.AssertReported();
        run.AssertAddsNoErrors();
        Assert.Empty(UsersOwn(run));
    }

    /// <summary>A kernel or a function of the user's must not be called what the code means a type by.</summary>
    [Fact]
    public async Task Every_type_that_code_calls_by_its_simple_name_is_reserved()
    {
        Used used = await s_used.Value;

        Assert.Contains("Share", used.Types);
        Assert.Subset(EmittedTypes.All.ToHashSet(), used.Types.ToHashSet());
    }

    [Theory]
    [InlineData("Transpose")]
    [InlineData("Unsafe")]
    [InlineData("Predict")]
    [InlineData("Kernels512")]
    [InlineData("WeightGradients")]
    public async Task A_function_of_the_users_may_be_called_like_them(string name)
    {
        GeneratorRun run = await GeneratorRun.Of($$"""
            using StaticNets;
            [StaticNet, Input(4), Dense(4, ActivationMethod = nameof(Own.{{name}})), Dense(2), Compile(nameof(Own.{{name}}), Optimizer.Sgd)]
            public partial class XorNet;
            public static class Own
            {
                public static float {{name}}(float Vector512) => Vector512 * Vector512 + 1;
                public static float {{name}}(float VectorMath, float x) => (x - VectorMath) * (x - VectorMath);
            }
            """);

        run.AssertReported();
        run.AssertAddsNoErrors();
    }

    [Fact]
    public async Task A_nets_own_code_means_what_it_says()
    {
        GeneratorRun run = await GeneratorRun.Of($$"""
            using System;
            using StaticNets;

            namespace Shop
            {
                public class Weights { public const int DenseKernel = 7; }
                public class Buffers { }
                public class Inference { }
                public class Training { }
                public class VectorFunctions { }
                public class Kernels512 { }

                {{Image}}
                public partial class XorNet
                {
                    public Weights W = new();
                    public Buffers B = new();
                    public Inference I = new();
                    public Training T = new();
                    public VectorFunctions V = new();
                    public Kernels512 K = new();
                    public int Seven => Weights.DenseKernel;
                }
            }
            """);

        run.AssertReported();
        Assert.Empty(run.After.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden));
    }

    /// <summary>Only a <c>new</c> of the user's can set them, so code that knows the class as a type parameter alone can't create a net.</summary>
    [Theory]
    [InlineData("public partial class XorNet { public required string Title { get; init; } }")]
    [InlineData("public partial class XorNet : Base; public class Base { public required int Count; }")]
    public async Task Required_members_are_for_the_user_to_set(string declaration)
    {
        GeneratorRun run = await GeneratorRun.Of($$"""
            using StaticNets;
            {{Image}} {{declaration}}
            public static class User
            {
                public static XorNet Create() => new(seed: 3) { {{(declaration.Contains("Title") ? "Title = \"x\"" : "Count = 1")}} };
                public static T Clone<T>() where T : class, IStaticNet<T> => T.Create(1);
                public static XorNet Clone() => Clone<XorNet>();
            }
            """);

        run.AssertReported();
        run.AssertAddsNoErrors();
        using LoadedAssembly loaded = new(run.After);
        Type user = loaded.GetType("User");
        Assert.NotNull(user.GetMethod("Create")!.Invoke(null, []));
        System.Reflection.TargetInvocationException failure =
            Assert.Throws<System.Reflection.TargetInvocationException>(() => user.GetMethod("Clone", 0, [])!.Invoke(null, []));
        Assert.StartsWith("XorNet has required members: create one with new", Assert.IsType<NotSupportedException>(failure.InnerException).Message);
    }

    private static string Source(string project, IReadOnlyCollection<string> names, IEnumerable<IMethodSymbol> extensions)
    {
        string Each(Func<string, string> declaration) => string.Join(" ", names.Select(declaration));

        string types = Each(name => $"public class {name}; public class {name}<T>;");
        string text = project
            .Replace("[Nets : Base]", Nets.Replace("[Rest]", " : Base;"))
            .Replace("[Nets { [Types] }]", Nets.Replace("[Rest]", " { " + types + " }"))
            .Replace("[Nets]", Nets.Replace("[Rest]", ";"))
            .Replace("[Types]", types)
            .Replace("[Global]", Each(name => name is "System" or "StaticNets" ? "" : $"public class {name}; public class {name}<T>;"))
            .Replace("[Aliases]", Each(name => $"global using {name} = Acme.Other<int>;"))
            .Replace("[Methods]", Each(name => $"protected static int {name}() => 0;"))
            .Replace("[Namespaces]", Each(name => $"namespace {name} {{ class Inner; }}"))
            .Replace("[Extensions]", "public static class Hostile { " + string.Join(" ", extensions.Select(Hostile)) + " }");
        int end = text.LastIndexOf("global using", StringComparison.Ordinal);
        int usings = end < 0 ? 0 : text.IndexOf(';', end) + 1;
        return text[..usings] + "\nusing StaticNets;\n" + text[usings..] + "\n" + Functions;
    }

    /// <summary>A method that fits a call better than the one that emitted code means.</summary>
    private static string Hostile(IMethodSymbol method) =>
        $"public static {method.ReturnType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} {method.Name}("
        + string.Join(", ", method.Parameters.Select((parameter, i) =>
            $"{(i == 0 ? "this " : "")}{(parameter.RefKind == RefKind.Ref ? "ref " : "")}"
            + $"{parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} p{i}"))
        + ") => throw new global::System.Exception();";

    /// <summary>What emitted code takes from the user's source, but for the net and the types around it.</summary>
    private static IEnumerable<string> UsersOwn(GeneratorRun run)
    {
        foreach (SyntaxTree tree in Used.Trees(run))
        {
            SemanticModel model = run.After.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name).Symbol is { } symbol and not INamespaceSymbol
                    && symbol.DeclaringSyntaxReferences.Any()
                    && symbol.DeclaringSyntaxReferences.All(part => !EmittedSource.Contains(part.SyntaxTree, CancellationToken.None)))
                {
                    yield return $"{tree.FilePath}: {symbol}";
                }
            }
        }
    }

    /// <summary>What emitted code uses that is not its own.</summary>
    /// <param name="Names">The names of namespaces and types.</param>
    /// <param name="Types">The simple names by which the code behind nets calls types.</param>
    /// <param name="Extensions">The extension methods that it calls as such.</param>
    private sealed record Used(
        IReadOnlyCollection<string> Names, IReadOnlyCollection<string> Types, IReadOnlyCollection<IMethodSymbol> Extensions)
    {
        public static IEnumerable<SyntaxTree> Trees(GeneratorRun run) =>
            run.After.SyntaxTrees.Where(tree => EmittedSource.Contains(tree, CancellationToken.None));

        public static async Task<Used> ByNets()
        {
            GeneratorRun run = await GeneratorRun.OfTarget("v4", Source("[Nets]", [], []));
            run.AssertReported();
            run.AssertAddsNoErrors();
            SortedSet<string> names = [];
            SortedSet<string> types = [];
            Dictionary<string, IMethodSymbol> extensions = [];
            foreach (SyntaxTree tree in Trees(run))
            {
                SemanticModel model = run.After.GetSemanticModel(tree);
                foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
                {
                    ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
                    if (symbol is IMethodSymbol { ReducedFrom: { } extension } reduced)
                    {
                        IMethodSymbol called = extension.IsGenericMethod ? extension.Construct([.. reduced.TypeArguments]) : extension;
                        extensions[called.ToDisplayString()] = called;
                    }
                    else if (symbol is INamespaceOrTypeSymbol { IsImplicitlyDeclared: false } and not ITypeSymbol { SpecialType: not SpecialType.None })
                    {
                        names.Add(name.Identifier.ValueText);
                        if (symbol is INamedTypeSymbol && IsSimple(name))
                        {
                            types.Add(name.Identifier.ValueText);
                        }
                    }
                    else if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: var type } && IsSimple(name))
                    {
                        types.Add(type);
                    }
                }
            }

            // What the nets' own attributes name, members that a net has, and the nets.
            names.ExceptWith(["global", "Loss", "Trainer", "Pictures", "Words", "Numbers"]);
            Assert.Superset(new HashSet<string> { "Vector512", "Unsafe", "Math", "TrainingMemory", "LambRule", "VectorMath", "DropoutMask" }, names);
            Assert.Contains(extensions.Values, method => method.Name == "GetElement");
            types.ExceptWith(["Trainer"]);
            return new Used(names, types, extensions.Values);
        }

        private static bool IsSimple(SimpleNameSyntax name) =>
            name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null
            && name.Parent switch
            {
                QualifiedNameSyntax qualified => qualified.Left == name,
                AliasQualifiedNameSyntax => false,
                MemberAccessExpressionSyntax access => access.Expression == name,
                _ => true,
            };
    }
}
