using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>A user's functions as emitted, checked in to be read as code, and the kernels that call them.</summary>
public sealed class FunctionSnapshotTests
{
    [Fact]
    public async Task Functions()
    {
        GeneratorRun run = await GeneratorRun.Of(
            """
            using System;
            using StaticNets;

            [StaticNet]
            [Input(2)]
            [Dense(4, ActivationMethod = nameof(Curves.Swish))]
            [Dense(4, ActivationMethod = nameof(Binary))]
            [Dense(2)]
            [Compile(nameof(Pinball), Optimizer.Sgd)]
            public sealed partial class QuantileNet
            {
                private const float Quantile = 0.9f;

                private static float Binary(float x) => x >= 0 ? 1 : -1;

                private static float BinaryDerivative(float x) => MathF.Abs(x) <= 1 ? 1 : 0;

                private static float Pinball(float target, float output) =>
                    target > output ? Quantile * (target - output) : (1 - Quantile) * (output - target);
            }

            public static class Curves
            {
                public static float Swish(float x) => x / (1 + MathF.Exp(-x));
            }
            """);

        run.AssertReported();
        run.AssertAddsNoErrors();
        Snapshot.Verify(run.Sources["QuantileNet.VectorFunctions.g.cs"] + Callers(run.Sources["QuantileNet.Kernels128.Training.g.cs"]));
    }

    /// <summary>A net that predicts keeps no input for the derivative.</summary>
    [Fact]
    public async Task A_cheap_function_is_applied_in_registers_while_the_net_predicts()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using System; using StaticNets; [StaticNet, Input(6, 6, 2), Conv2D(4, 3, ActivationMethod = nameof(Cheap)), MaxPooling2D(2), Conv2D(4, 1), "
            + "MaxPooling2D(2), Flatten, Dense(4, ActivationMethod = nameof(Dear)), Dense(3), Compile(Loss.MeanSquaredError, Optimizer.Sgd)] partial class XorNet "
            + "{ static float Cheap(float x) => x / (1 + MathF.Abs(x)); static float Dear(float x) => x * MathF.Sin(x); }");

        run.AssertReported();
        run.AssertAddsNoErrors();
        string inference = run.Sources["XorNet.Kernels512.g.cs"];
        Assert.Contains("= VectorFunctions.Cheap(y", inference);
        Assert.DoesNotContain("CheapForward", inference);
        Assert.Contains("DearForward", inference);

        // It may fall, so the pooling behind it stays; the other one is part of its convolution.
        Assert.Contains(" MaxPooling2dForward(", inference);
        Assert.DoesNotContain(" MaxPooling2d1Forward(", inference);
        Assert.Contains("CheapForward", run.Sources["XorNet.Kernels512.Training.g.cs"]);
    }

    /// <summary>The kernels that call the functions.</summary>
    private static string Callers(string kernels) => string.Concat(CSharpSyntaxTree.ParseText(kernels).GetRoot().DescendantNodes()
        .OfType<MethodDeclarationSyntax>()
        .Select(method => method.ToFullString())
        .Where(method => method.Contains("VectorFunctions.")));
}
