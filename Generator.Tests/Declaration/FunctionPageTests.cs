using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using StaticNets.Generator.Expressions;
using StaticNets.Generator.Tests.Helpers;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Generator.Tests.Declaration;

/// <summary>That <c>docs/custom-functions.md</c> tells the truth: its net compiles, and it names all functions that there are.</summary>
public sealed class FunctionPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "custom-functions.md"));

    [Fact]
    public async Task Its_net_compiles()
    {
        MatchCollection blocks = Regex.Matches(s_page, @"^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
        string withSteps = blocks[0].Groups[1].Value
            .Replace("[Dense(16)]", "[Dense(16, ActivationMethod = nameof(Binary))]")
            .Replace("public sealed partial class QuantileNet\n{", "public sealed partial class QuantileNet\n{\n" + blocks[1].Groups[1].Value);

        GeneratorRun run = await GeneratorRun.Of(withSteps);

        run.AssertReported();
        run.AssertAddsNoErrors();
        Assert.Contains("BinaryDerivative(", run.Sources["QuantileNet.VectorFunctions.g.cs"]);
    }

    [Fact]
    public void It_names_the_functions()
    {
        string page = s_page.Replace("MathF.", "").Replace("Math.", "");
        IEnumerable<Operator> functions = Enum.GetValues<Operator>().Where(function => function is > Operator.MultiplyAdd and < Operator.Less);

        Assert.All(functions, function => Assert.Contains($"`{function}`", page));
    }
}
