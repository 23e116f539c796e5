using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNets.Benchmarks.Cases;

namespace StaticNets.Benchmarks.Profiling;

/// <summary>
/// Puts a clock around every call in the orchestrating methods of emitted code. Those are the public methods of the kernel classes; they
/// only list calls, and the kernels themselves stay as they are.
/// </summary>
/// <param name="layers">The net's layers with weights.</param>
/// <param name="calls">Takes the calls; <see cref="CallTimes"/> counts them by their index.</param>
internal sealed class CallInstrumenter(IReadOnlyList<DeclaredLayer> layers, List<KernelCall> calls) : CSharpSyntaxRewriter
{
    private MethodDeclarationSyntax? _orchestrator;

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (!node.Modifiers.Any(SyntaxKind.PublicKeyword) || !IsInKernels(node))
        {
            return node;
        }

        _orchestrator = node;
        SyntaxNode? instrumented = base.VisitMethodDeclaration(node);
        _orchestrator = null;
        return instrumented;
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        if (_orchestrator is null || node.Expression is not InvocationExpressionSyntax invocation)
        {
            return node;
        }

        int index = calls.Count;
        string method = invocation.Expression.ToString();
        calls.Add(KernelCall.Read(_orchestrator.Identifier.ValueText, method, invocation.ArgumentList.ToString(), layers));
        return SyntaxFactory.ParseStatement($$"""
            {
                long start = global::System.Diagnostics.Stopwatch.GetTimestamp();
                {{node}}
                global::StaticNets.Benchmarks.Profiling.CallTimes.Add({{index}}, start);
            }
            """);
    }

    private static bool IsInKernels(MethodDeclarationSyntax method) =>
        ((TypeDeclarationSyntax)method.Parent!).Identifier.ValueText.StartsWith("Kernels", StringComparison.Ordinal);
}
