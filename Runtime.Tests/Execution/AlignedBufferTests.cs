using System;
using System.Linq;
using System.Runtime.CompilerServices;
using StaticNets.Execution;
using StaticNets.Tests.Checks;
using Xunit;

namespace StaticNets.Tests.Execution;

/// <summary>Where buffers stand in memory, and the borders that tests put around them.</summary>
[Collection("Alone")]
public class AlignedBufferTests
{
    private const int LineBytes = 64;

    [Fact]
    public void Buffers_together_begin_on_lines_and_keep_their_slack_apart()
    {
        long[] lengths = [1, 16, 1000, 0, 4096, 17];
        AlignedBuffer[] buffers = AlignedBuffer.Together(lengths);
        nint[] begins = [.. buffers.Select(buffer => Address(buffer))];

        Assert.Equal(lengths, buffers.Select(buffer => (long)buffer.Length));
        Assert.All(begins, begin => Assert.Equal(0, begin % LineBytes));
        for (int i = 1; i < begins.Length; i++)
        {
            nint end = begins[i - 1] + ((nint)(lengths[i - 1] + AlignedBuffer.Slack) * sizeof(float));
            Assert.True(begins[i] >= end);
        }
    }

    [Theory]
    [InlineData(long.MaxValue / 8)]
    [InlineData(int.MaxValue)]
    public void More_than_an_array_holds_is_refused(long length)
    {
        Assert.Throws<ArgumentException>(() => new AlignedBuffer(length));
        Assert.Throws<ArgumentException>(() => AlignedBuffer.Together([length, 1]));
        Assert.Throws<ArgumentException>(() => AlignedBuffer.CheckLength(length + 1L));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_border_shows_what_is_written_into_the_slack(bool isBefore)
    {
        Border border = new(isBefore);
        AlignedBuffer buffer = new(5);
        AlignedBuffer[] others = AlignedBuffer.Together([7, 100]);
        buffer.Span.Fill(1);
        others[1].Span.Fill(1);
        Unsafe.Add(ref others[0].Reference, 7 + AlignedBuffer.Slack - 1) = 2;

        Assert.Contains("1 buffers", Assert.Throws<CheckFailure>(border.Dispose).Message);
        Assert.Null(BufferBorder.Current);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Within_a_border_a_buffer_is_what_it_always_is(bool isBefore)
    {
        using Border border = new(isBefore);
        AlignedBuffer buffer = new(1000);

        Assert.Equal(new float[1000], buffer.Span.ToArray());
        Assert.True(float.IsNaN(Unsafe.Add(ref buffer.Reference, 1000)));
        Assert.True(float.IsNaN(Unsafe.Add(ref buffer.Reference, 1000 + AlignedBuffer.Slack - 1)));
    }

    private static nint Address(AlignedBuffer buffer) => Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref buffer.Reference);
}
