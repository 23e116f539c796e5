using System;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;
using StaticNets.Codegen.Tests.Jit;
using Xunit;
using Xunit.Abstractions;

namespace StaticNets.Codegen.Tests;

/// <summary>
/// The samples learn what the README says, run as users run them. The limits leave room for vector widths with other bits, and for the text
/// of this repository, which changes.
/// </summary>
[Collection(AloneCollection.Name)]
public class SampleRunTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("ResidualNet", @"([\d.]+) on the 2000 others", 0.86, 1)]
    [InlineData("TwoOutputs", @"form: +wrong +([\d.]+) %", 0, 6)]
    [InlineData("TwoOutputs", @"loudness: mean absolute error ([\d.]+)", 0, 0.13)]
    [InlineData("Physics", @"against the formula ([\d.]+)", 0, 0.02)]
    [InlineData("Autoencoder", @"mean squared error of a pixel ([\d.]+)", 0, 0.018)]
    [InlineData("Transformer", @"([\d.]+) % of the sequences", 97, 100)]
    [InlineData("MobileNet", @"separable +37,130 +([\d.]+)", 0.84, 1)]
    [InlineData("TextLines", @"([\d.]+) % of \d+ unseen lines right", 80, 100)]
    public void Learns(string sample, string pattern, double least, double most)
    {
        string assembly = Path.Combine(AppContext.BaseDirectory, sample + ".dll");
        ChildResult run = ChildProcess.Run("dotnet", ["exec", assembly]).Succeeded();
        Match result = Regex.Match(run.Output, pattern);
        Assert.True(result.Success, run.Output);
        output.WriteLine(result.Value);
        Assert.InRange(double.Parse(result.Groups[1].Value, CultureInfo.InvariantCulture), least, most);
    }
}
