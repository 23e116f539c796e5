using System;
using System.Linq;
using CsCheck;
using StaticNets.Generator.Plan.Tiles;
using Xunit;

namespace StaticNets.Generator.Tests.Plan.Tiles;

/// <summary>A length cut into pieces that are as equal as possible.</summary>
public sealed class SplitTests
{
    private static readonly Gen<(int Length, int Largest, int Multiple)> s_cases = Gen.Select(Cases.Lengths, Gen.Int[1, 40], Gen.Int[1, 6]);

    [Fact]
    public void Each_element_is_in_one_piece_and_pieces_are_in_order() =>
        s_cases.Sample(of => Cases.Pieces(Split.Balanced(of.Length, of.Largest, of.Multiple)).Cover(of.Length));

    [Fact]
    public void No_piece_is_larger_than_asked_for() => s_cases.Sample(of =>
        Split.Balanced(of.Length, of.Largest, of.Multiple).All(run => run.Size <= Math.Max(of.Largest, of.Multiple)));

    [Fact]
    public void All_but_a_rest_are_multiples_and_differ_by_one_multiple_at_most() => s_cases.Sample(of =>
    {
        int rest = of.Length % of.Multiple;
        int[] sizes = [.. Cases.Pieces(Split.Balanced(of.Length, of.Largest, of.Multiple)).Select(piece => piece.End - piece.Start)];
        int[] whole = rest > 0 ? sizes[..^1] : sizes;
        return (rest == 0 || sizes[^1] == rest)
            && whole.All(size => size % of.Multiple == 0)
            && (whole.Length == 0 || whole.Max() - whole.Min() <= of.Multiple);
    });

    [Fact]
    public void There_are_no_more_pieces_than_needed() => s_cases.Sample(of =>
    {
        int units = of.Length / of.Multiple;
        int most = Math.Max(1, of.Largest / of.Multiple);
        int needed = ((units + most - 1) / most) + (of.Length % of.Multiple > 0 ? 1 : 0);
        return Split.Balanced(of.Length, of.Largest, of.Multiple).Sum(run => run.Count) == needed;
    });

    [Theory]
    [InlineData(11, 6, 1, "0: 1 of 6; 6: 1 of 5")]
    [InlineData(12, 5, 1, "0: 3 of 4")]
    [InlineData(11, 6, 4, "0: 2 of 4; 8: 1 of 3")]
    [InlineData(3, 8, 4, "0: 1 of 3")]
    public void By_hand(int length, int largest, int multiple, string expected) => Assert.Equal(
        expected,
        string.Join("; ", Split.Balanced(length, largest, multiple).Select(run => $"{run.Start}: {run.Count} of {run.Size}")));
}
