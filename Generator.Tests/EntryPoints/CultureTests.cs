using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.EntryPoints;

/// <summary>The emitted text must not depend on the culture of the machine that builds.</summary>
public sealed class CultureTests
{
    [Fact]
    public async Task Another_minus_sign_and_decimal_comma_change_nothing()
    {
        const string Source = "using StaticNets; [StaticNet, Input(2), Compile(Loss.MeanSquaredError, Optimizer.Sgd, LearningRate = -0.5)] partial class XorNet;";
        string expected = (await GeneratorRun.Of(Source)).Source;
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo before = CultureInfo.CurrentCulture;
        string? actual = null;
        Thread thread = new(() =>
        {
            CultureInfo.CurrentCulture = culture;
            actual = GeneratorRun.Of(Source).GetAwaiter().GetResult().Source;
        });

        thread.Start();
        thread.Join();

        Assert.Equal(before, CultureInfo.CurrentCulture);
        Assert.Contains("-3, null", expected);
        Assert.Equal(expected, actual);
        Assert.DoesNotContain('\r', expected);
    }
}
