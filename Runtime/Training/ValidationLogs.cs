using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace StaticNets;

/// <summary>Validates at the end of an epoch and reports it with <c>val_</c> before each name.</summary>
internal sealed class ValidationLogs : IDisposable
{
    private const string Loss = "val_loss";

    private readonly Evaluator _evaluator;
    private readonly TrainingLogs _logs;
    private readonly ReportedLoss[] _reportedLosses;
    private readonly string[] _metricNames;

    public ValidationLogs(Evaluator evaluator, TrainingLogs logs)
    {
        _evaluator = evaluator;
        _logs = logs;
        _reportedLosses = [.. evaluator.ReportedLosses.Select(loss => loss with { Name = "val_" + loss.Name })];
        _metricNames = new string[evaluator.Metrics.Items.Length];
        for (int i = 0; i < _metricNames.Length; i++)
        {
            _metricNames[i] = "val_" + evaluator.Metrics.Items[i].Name;
        }
    }

    /// <summary>What is reported at the end of an epoch.</summary>
    public IEnumerable<string> Names => [Loss, .. _reportedLosses.Select(loss => loss.Name), .. _metricNames];

    /// <returns>False when it was cancelled before its end.</returns>
    public bool Run(CancellationToken cancellationToken)
    {
        if (!_evaluator.Run(cancellationToken))
        {
            return false;
        }

        _logs.Set(Loss, _evaluator.Loss);
        foreach (ReportedLoss loss in _reportedLosses)
        {
            _logs.Set(loss.Name, _evaluator.OutputLosses[loss.Output]);
        }

        for (int i = 0; i < _metricNames.Length; i++)
        {
            _logs.Set(_metricNames[i], _evaluator.Metrics.Items[i].Result);
        }

        return true;
    }

    public void Dispose() => _evaluator.Dispose();
}
