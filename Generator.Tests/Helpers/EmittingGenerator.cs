using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>Another generator: what it emits is unseen by ours, but seen by the analyzer.</summary>
internal sealed class EmittingGenerator(string source) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.ParseOptionsProvider, (output, _) => output.AddSource("Other.g.cs", source));
}
