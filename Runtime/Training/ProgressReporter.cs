using System;
using System.IO;
using static System.FormattableString;

namespace StaticNets;

/// <summary>Prints the progress of a fit as Keras does.</summary>
internal sealed class ProgressReporter : Callback
{
    private static readonly TimeSpan Redraw = TimeSpan.FromSeconds(0.05);

    private readonly TextWriter _output;
    private readonly TimeProvider _clock;
    private readonly ProgressLine _line;
    private readonly bool _live;
    private readonly Func<int> _terminalWidth;
    private long _begin;
    private long _firstStep;
    private long _lastStep;
    private long _drawn;
    private int _steps;
    private int _firstBatch;
    private int _width;

    /// <param name="options">Where to print what.</param>
    /// <param name="info">The net; its penalty is shown where it has one.</param>
    /// <param name="terminal">Whether a line can be drawn over the one before.</param>
    /// <param name="terminalWidth">Gives the columns of the terminal, or 0 where that is not known. Default: the console's.</param>
    public ProgressReporter(FitOptions options, NetInfo info, bool terminal, Func<int>? terminalWidth = null)
    {
        bool bar = options.Verbose == Verbose.ProgressBar;
        _output = options.Output;
        _clock = options.TimeProvider;
        _live = bar && terminal;
        _terminalWidth = terminalWidth ?? ConsoleWidth;
        _line = new ProgressLine(bar, colors: _live, ProgressLine.Hidden(info));
    }

    /// <summary>Whether the options' output is a terminal.</summary>
    public static bool IsTerminal(FitOptions options) => ReferenceEquals(options.Output, Console.Out) && !Console.IsOutputRedirected;

    internal override bool AddsValues => false;

    public override void OnEpochBegin(int epoch)
    {
        if (Run.Epochs > 1)
        {
            _output.WriteLine(Invariant($"Epoch {epoch + 1}/{Run.Epochs}"));
        }

        _begin = _clock.GetTimestamp();
        _firstBatch = -1;
        _drawn = 0;
        _steps = 0;
        _width = 0;
    }

    public override void OnTrainBatchEnd(int batch, TrainingLogs logs)
    {
        _lastStep = _clock.GetTimestamp();
        _steps = batch + 1;
        if (_firstBatch < 0)
        {
            _firstBatch = batch;
            _firstStep = _lastStep;
        }

        if (_live && _steps < Run.Steps && (_drawn == 0 || _clock.GetElapsedTime(_drawn, _lastStep) >= Redraw))
        {
            TimeSpan step = StepTime();
            Draw(step, step * (Run.Steps - _steps), finished: false);
            _drawn = _lastStep;
        }
    }

    public override void OnEpochEnd(int epoch, TrainingLogs logs)
    {
        Draw(StepTime(), _clock.GetElapsedTime(_begin), finished: true);
        _output.WriteLine();
        Run.LineIsOpen = false;
    }

    public override void OnTrainEnd(TrainingLogs logs)
    {
        // Only the line of an epoch that was cancelled is still open.
        if (Run.LineIsOpen)
        {
            Run.LineIsOpen = false;
            _output.WriteLine();
        }
    }

    // The first step is left out: it pays for what is compiled and loaded then.
    private TimeSpan StepTime() => (_steps - Math.Max(0, _firstBatch)) switch
    {
        <= 0 => TimeSpan.Zero,
        1 => _clock.GetElapsedTime(_begin, _lastStep),
        _ => _clock.GetElapsedTime(_firstStep, _lastStep) / (_steps - _firstBatch - 1),
    };

    private static int ConsoleWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (Exception unknown) when (unknown is IOException or PlatformNotSupportedException)
        {
            return 0;
        }
    }

    private void Draw(TimeSpan step, TimeSpan time, bool finished)
    {
        // A line that is wrapped can't be drawn over. The last column stays free, since terminals wrap there, too.
        int columns = _live && !finished ? _terminalWidth() - 1 : 0;
        int width = _line.Build(_steps, Run.Steps, step, time, finished, Run.Logs.Entries, columns > 0 ? columns : int.MaxValue);
        if (_live)
        {
            _width = Run.LineIsOpen ? _width : 0;
            _output.Write('\r');
        }

        _output.Write(_line.Text);
        for (int column = width; _live && column < _width; column++)
        {
            _output.Write(' ');
        }

        _output.Flush();
        _width = width;
        Run.LineIsOpen = true;
    }
}
