using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using StaticNets.Benchmarks.Cases;
using StaticNets.Generator;
using StaticNets.Generator.Declaration.Parsing;

namespace StaticNets.Benchmarks.Profiling;

/// <summary>
/// A net of Nets.cs, compiled once more in memory, with a clock around each kernel's call. So every pass is timed inside real steps,
/// with the caches as they are there, whatever its method is called and takes.
/// </summary>
/// <param name="Net">The net.</param>
/// <param name="Calls">Its kernels' calls in all flavours; <see cref="CallTimes"/> counts them by their index.</param>
internal sealed record InstrumentedNet(MeasuredNet Net, IReadOnlyList<KernelCall> Calls)
{
    private const string Declarations = "Nets.cs";

    /// <exception cref="InvalidOperationException">The net does not compile.</exception>
    public static InstrumentedNet Compile(DeclaredNet net)
    {
        CSharpParseOptions parsing = new(LanguageVersion.Latest);
        CSharpCompilation declared = CSharpCompilation.Create(
            "Instrumented" + net.ClassName,
            [CSharpSyntaxTree.Create(ReadDeclaration(net.ClassName), parsing)],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new StaticNetGenerator().AsSourceGenerator()], parseOptions: parsing);
        List<KernelCall> calls = [];
        CallInstrumenter instrumenter = new(net.Layers, calls);
        CSharpCompilation instrumented = declared.AddSyntaxTrees(
            driver.RunGenerators(declared).GetRunResult().GeneratedTrees
                .Select(tree => tree.WithRootAndOptions(instrumenter.Visit(tree.GetRoot()), parsing)));
        Type type = Load(instrumented).GetType(typeof(CnnNet).Namespace + "." + net.ClassName, throwOnError: true)!;
        object created = Activator.CreateInstance(type, 1)!;
        return new InstrumentedNet((MeasuredNet)Activator.CreateInstance(typeof(MeasuredNet<>).MakeGenericType(type), created)!, calls);
    }

    // The file without the other nets, which are partial. Blocks stay.
    private static CompilationUnitSyntax ReadDeclaration(string className)
    {
        using StreamReader reader = new(typeof(InstrumentedNet).Assembly.GetManifestResourceStream(Declarations)!);
        CompilationUnitSyntax file = SyntaxFactory.ParseCompilationUnit(reader.ReadToEnd());
        var others = file.DescendantNodes().OfType<ClassDeclarationSyntax>().Where(
            one => one.Identifier.ValueText != className && one.Modifiers.Any(SyntaxKind.PartialKeyword));
        return file.RemoveNodes(others, SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static Assembly Load(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException(string.Join("\n", errors));
        }

        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    // The framework, the library and this program.
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Select(path => MetadataReference.CreateFromFile(path));
}
