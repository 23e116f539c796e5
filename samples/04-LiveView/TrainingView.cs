using System;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using StaticNets;

namespace LiveView;

/// <summary>A callback of one's own: shows the training as it goes, ten times a second.</summary>
internal sealed class TrainingView(LiveDisplayContext display) : Callback
{
    private const double SecondsBetween = 0.1;

    private readonly Table _finished = new Table().Border(TableBorder.Simple).AddColumns(
        "epoch", "loss", "accuracy", "val_loss", "val_accuracy");
    private long _begin;
    private long _drawn;
    private long _batches;
    private int _epoch;

    public override void OnTrainBegin()
    {
        _begin = Stopwatch.GetTimestamp();
        _batches = 0;
    }

    public override void OnEpochBegin(int epoch) => _epoch = epoch;

    public override void OnTrainBatchEnd(int batch, TrainingLogs logs)
    {
        _batches++;
        if (Stopwatch.GetElapsedTime(_drawn).TotalSeconds >= SecondsBetween)
        {
            Draw(batch + 1, logs);
        }
    }

    public override void OnEpochEnd(int epoch, TrainingLogs logs)
    {
        _finished.AddRow($"{epoch + 1}", Text(logs["loss"]), Text(logs["accuracy"]), Text(logs["val_loss"]), Text(logs["val_accuracy"]));
        Draw(Run.Steps, logs);
    }

    private void Draw(int done, TrainingLogs logs)
    {
        TimeSpan time = Stopwatch.GetElapsedTime(_begin);
        long all = (long)Run.Steps * Run.Epochs;
        TimeSpan left = time * ((double)(all - _batches) / _batches);
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {_epoch + 1}/{Run.Epochs}   loss {logs["loss"]:F4}   accuracy {logs["accuracy"]:F4}   {_batches * Run.BatchSize / time.TotalSeconds:N0} samples/s   {left:mm\\:ss} left");
        IRenderable bar = new BreakdownChart().Width(60).HideTags().AddItem("done", done, Color.Green).AddItem(
            "to do", Run.Steps - done, Color.Grey23);
        display.UpdateTarget(new Rows(_finished, new Text(line), bar));
        display.Refresh();
        _drawn = Stopwatch.GetTimestamp();
    }

    private static string Text(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
}
