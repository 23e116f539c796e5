using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace StaticNets.Training.Tests.Callbacks;

/// <summary>The progress line on a terminal that is narrower than it.</summary>
public sealed class ProgressWidthTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(41)]
    [InlineData(7)]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(1000)]
    public void Until_the_epoch_ends_the_line_takes_one_row(int width)
    {
        StringWriter output = new();
        Dataset data = new(Samples.Values(40 * 4, 1), new int[40], Samples.Values(40 * 2, 2), 4);
        FitOptions options = new() { Epochs = 2, BatchSize = 4, Output = output, ValidationData = data, TimeProvider = new Clock() };
        WeighedOutputNet net = new();
        using WeighedOutputNet.Trainer trainer = net.CreateTrainer();
        FitPlan plan = FitPlan.Create(trainer.Info, data, options);
        using (FitLoop loop = new(trainer, plan, [new ProgressReporter(options, trainer.Info, terminal: true, () => width)]))
        {
            Assert.True(loop.Run());
        }

        // Two lines an epoch: its number, and the progress, which is whole in the end.
        string[] lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        foreach (string line in new[] { lines[1], lines[3] })
        {
            string[] drawn = [.. line.Split('\r', StringSplitOptions.RemoveEmptyEntries).Select(Seen)];
            Assert.Equal(10, drawn.Length);
            if (width > 1)
            {
                Assert.All(drawn[..^1], text => Assert.InRange(text.TrimEnd().Length, 1, width - 1));
                Assert.All(drawn[..^1], text => Assert.InRange(text.Length, 1, Math.Max(width - 1, drawn[0].Length)));
            }

            Assert.Matches(@"^10/10 .* - kind_accuracy: .* - val_place_mean_absolute_error: \d\.\d{4}$", drawn[^1].TrimEnd());
            Assert.All(line.Split('\r')[1..], text => Assert.Equal(7, text.Count(character => character == '\e')));
        }
    }

    private static string Seen(string text)
    {
        StringBuilder seen = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\e')
            {
                i = text.IndexOf('m', i);
            }
            else
            {
                seen.Append(text[i]);
            }
        }

        return seen.ToString();
    }

    /// <summary>Goes on by a second whenever it is asked, so that each step is drawn.</summary>
    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _now++;
    }
}
