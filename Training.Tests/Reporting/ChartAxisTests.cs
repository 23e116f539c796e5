using System;
using System.Linq;
using StaticNets.Reporting;
using Xunit;

namespace StaticNets.Training.Tests.Reporting;

public sealed class ChartAxisTests
{
    [Theory]
    [InlineData(new[] { 0.001 }, "0.0005 0.0010 0.0015")]
    [InlineData(new[] { 0.5, 0.5, 0.5 }, "0.2 0.4 0.6 0.8")]
    [InlineData(new[] { -3.0 }, "-5 -4 -3 -2 -1")]
    [InlineData(new[] { 0.0, 0 }, "-1.0 -0.5 0.0 0.5 1.0")]
    [InlineData(new[] { 1.0, 1 + 1e-12 }, "0.0 0.5 1.0 1.5 2.0")]
    [InlineData(new[] { 4420.0, 12.5 }, "0 2000 4000 6000")]
    [InlineData(new[] { 0.31, 0.02, 0.25 }, "0.0 0.1 0.2 0.3 0.4")]
    [InlineData(new[] { 0.9871, 0.9912 }, "0.986 0.988 0.990 0.992")]
    [InlineData(new[] { -1.5, 2.5 }, "-2 -1 0 1 2 3")]
    [InlineData(new[] { 1e7, 3e7 }, "1e7 1.5e7 2e7 2.5e7 3e7")]
    [InlineData(new[] { 1e-6, 3e-6 }, "1e-6 1.5e-6 2e-6 2.5e-6 3e-6")]
    [InlineData(new double[0], "0.0 0.5 1.0")]
    public void A_linear_axis_has_round_marks_around_the_values(double[] values, string marks) => Check(ChartAxis.Linear(values), values, marks);

    [Theory]
    [InlineData(new[] { 2.3, 0.04 }, "0.02 0.05 0.1 0.2 0.5 1 2 5")]
    [InlineData(new[] { 0.002, 0.0041 }, "0.002 0.005")]
    [InlineData(new[] { 1000.0, 1e-7 }, "1e-7 1e-5 0.001 0.1 10 1000")]
    [InlineData(new[] { 1e-4, 10 }, "0.0001 0.001 0.01 0.1 1 10")]
    public void A_logarithmic_axis_has_marks_at_powers_of_ten_and_between(double[] values, string marks) =>
        Check(ChartAxis.Logarithmic(values)!, values, marks);

    [Theory]
    [InlineData(new[] { 0.0, 1 })]
    [InlineData(new[] { -1.0, 1 })]
    [InlineData(new[] { 5e-324, 1 })]
    [InlineData(new double[0])]
    [InlineData(new[] { 0.001 })]
    [InlineData(new[] { 4420.0, 4430 })]
    public void What_has_no_logarithm_or_would_be_flat_has_no_logarithmic_axis(double[] values) => Assert.Null(ChartAxis.Logarithmic(values));

    [Theory]
    [InlineData(double.MaxValue, double.MinValue)]
    [InlineData(5e-324, 1e-323)]
    [InlineData(1e-300, 1e300)]
    [InlineData(1e300, 1e300)]
    [InlineData(1, 1.0000000000000002)]
    [InlineData(123456789, 123456789.5)]
    public void Extremes_have_an_axis(double first, double second)
    {
        foreach (ChartAxis axis in new[] { ChartAxis.Linear([first, second]), ChartAxis.Logarithmic([first, second]) }.OfType<ChartAxis>())
        {
            Assert.InRange(axis.Marks.Count, 2, 12);
            Assert.Equal(axis.Marks.Count, axis.Marks.Select(axis.TextOf).Distinct().Count());
            Assert.InRange(axis.PositionOf(first), 0, 1);
            Assert.InRange(axis.PositionOf(second), 0, 1);
        }
    }

    [Fact]
    public void Equal_ratios_have_equal_distances()
    {
        ChartAxis axis = ChartAxis.Logarithmic([0.01, 100])!;
        Assert.Equal([0, 0.25, 0.5, 0.75, 1], new[] { 0.01, 0.1, 1, 10, 100 }.Select(value => Math.Round(axis.PositionOf(value), 12)));
    }

    private static void Check(ChartAxis axis, double[] values, string marks)
    {
        Assert.Equal(marks, string.Join(' ', axis.Marks.Select(axis.TextOf)));
        Assert.All(values, value => Assert.InRange(value, axis.Low, axis.High));
        Assert.Equal(0, axis.PositionOf(axis.Low));
        Assert.Equal(1, axis.PositionOf(axis.High));
    }
}
