using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticNets.Generator;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.CodeFixes.Tests;

/// <summary>Applies a code fix as an editor would.</summary>
internal static class FixRun
{
    /// <summary>Applies the fix to a diagnostic and asserts the text, and that the diagnostic is gone and nothing is broken.</summary>
    public static async Task Assert(CodeFixProvider provider, string id, string before, string after)
    {
        string[] changed = await Apply(provider, id, before);

        Xunit.Assert.Equal(after, Xunit.Assert.Single(changed));
        await AssertGone(id, changed);
    }

    public static async Task AssertGone(string id, string[] sources)
    {
        GeneratorRun run = await GeneratorRun.Of(sources);
        Xunit.Assert.DoesNotContain(run.Reported, diagnostic => diagnostic.Id == id);
        Xunit.Assert.Empty(run.Before.GetDiagnostics().Where(diagnostic => diagnostic.Location.SourceTree is { } tree && tree.GetDiagnostics().Any()));
        run.AssertAddsNoErrors();
    }

    /// <summary>The files after the fix of the first such diagnostic.</summary>
    public static async Task<string[]> Apply(CodeFixProvider provider, string id, params string[] sources)
    {
        Project project = Project(sources);
        Diagnostic diagnostic = (await Reported(project)).First(reported => reported.Id == id);
        CodeAction action = Xunit.Assert.Single(await Actions(provider, project, diagnostic));
        return await Text(await Changed(action));
    }

    public static async Task<IReadOnlyList<CodeAction>> Actions(CodeFixProvider provider, string id, params string[] sources)
    {
        Project project = Project(sources);
        return await Actions(provider, project, (await Reported(project)).First(reported => reported.Id == id));
    }

    /// <summary>The files after Fix All in the project.</summary>
    public static async Task<string[]> ApplyAll(CodeFixProvider provider, string id, params string[] sources)
    {
        Project project = Project(sources);
        Diagnostic first = (await Reported(project)).First(reported => reported.Id == id);
        CodeAction action = Xunit.Assert.Single(await Actions(provider, project, first));
        FixAllContext context = new(
            project.GetDocument(first.Location.SourceTree)!, provider, FixAllScope.Project, action.EquivalenceKey, [id], new All(), CancellationToken.None);
        CodeAction? all = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return await Text(await Changed(all!));
    }

    private static Project Project(string[] sources)
    {
        AdhocWorkspace workspace = new();
        CSharpCompilation compilation = GeneratorRun.Compile();
        Project project = workspace.AddProject("UsersProject", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest));
        for (int i = 0; i < sources.Length; i++)
        {
            project = project.AddDocument($"File{i}.cs", sources[i]).Project;
        }

        return project;
    }

    private static async Task<IEnumerable<Diagnostic>> Reported(Project project)
    {
        Compilation? compilation = await project.GetCompilationAsync();
        ImmutableArray<Diagnostic> reported = await compilation!.WithAnalyzers([new StaticNetAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return reported.OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);
    }

    private static async Task<IReadOnlyList<CodeAction>> Actions(CodeFixProvider provider, Project project, Diagnostic diagnostic)
    {
        Xunit.Assert.Contains(diagnostic.Id, provider.FixableDiagnosticIds);
        List<CodeAction> actions = [];
        Document document = project.GetDocument(diagnostic.Location.SourceTree)!;
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<Solution> Changed(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static async Task<string[]> Text(Solution solution)
    {
        List<string> texts = [];
        foreach (Document document in solution.Projects.Single().Documents.OrderBy(document => document.Name, StringComparer.Ordinal))
        {
            texts.Add((await document.GetTextAsync()).ToString());
        }

        return [.. texts];
    }

    private sealed class All : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await Reported(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Reported(project);
    }
}
