using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Diagnostics.Advice;
using StaticNets.Generator.Diagnostics.Reports;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator;

/// <summary>
/// Reports what is wrong with a net, while it is typed, on the argument that is wrong. It shares parser and graph with the generator.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticNetAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticTable.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(AnalyzeCall, SyntaxKind.InvocationExpression);
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        LocatedProblem? missing = MissingAttributes.OfCall(call, context.SemanticModel, context.CancellationToken)
            ?? MissingAttributes.OfLoss(call, context.SemanticModel, context.CancellationToken);
        if (missing is { } problem)
        {
            context.ReportDiagnostic(ProblemReport.Create(problem, context.Options.AnalyzerConfigOptionsProvider.GlobalOptions));
        }
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        AnalyzerConfigOptions options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!type.GetAttributes().Any(attribute => WellKnownTypes.IsStaticNet(attribute.AttributeClass)))
        {
            if (MissingAttributes.OfClass(type) is { } missing)
            {
                context.ReportDiagnostic(ProblemReport.Create(missing, options));
            }

            return;
        }

        if (NetParser.Parse(type, context.Compilation, context.CancellationToken) is not { } net)
        {
            return;
        }

        var planned = PlannedNet.Of(net.Spec, context.CancellationToken);
        foreach (LocatedProblem problem in FindAll(net, planned, type, context.CancellationToken))
        {
            context.ReportDiagnostic(ProblemReport.Create(problem, options));
        }
    }

    private static IEnumerable<LocatedProblem> FindAll(
        ParsedNet net, PlannedNet planned, INamedTypeSymbol type, CancellationToken cancellation)
    {
        // What the analyzer can't see either is an error of the compiler's at the same place.
        IEnumerable<LocatedProblem> declaration = net.Problems
            .Where(located => located.Problem.Id != DeclarationDiagnostics.ValueNotSeenId);
        IEnumerable<LocatedProblem> graph = planned.Problems
            .Where(problem => !net.Spec.Problems.Contains(problem))
            .Select(problem => net.Locate(problem, cancellation));
        if (planned.Plan is not { } plan)
        {
            return declaration.Concat(graph);
        }

        IEnumerable<LocatedProblem> advice = Advisor.Find(net.Spec, plan.Declared, plan.Lowered)
            .Select(problem => net.Locate(problem, cancellation));
        return declaration.Concat(graph).Concat(StubChecks.Find(net, type, cancellation)).Concat(advice);
    }
}
