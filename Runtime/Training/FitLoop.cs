using System;
using System.Collections.Generic;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>The epochs and batches of a fit. It trains, validates and tells its observers; everything else is theirs.</summary>
internal sealed class FitLoop : IDisposable
{
    private readonly ITrainer _trainer;
    private readonly FitOptions _options;
    private readonly IReadOnlyList<TrainingObserver> _observers;
    private readonly TrainingRun _run;
    private readonly RunningLogs _running;
    private readonly ValidationLogs? _validation;
    private readonly IBatchReader _reader;
    private readonly int _batchSize;

    public FitLoop(ITrainer trainer, FitPlan plan, IReadOnlyList<TrainingObserver> observers)
    {
        _trainer = trainer;
        _options = plan.Options;
        _observers = observers;
        _batchSize = plan.BatchSize;
        _run = new TrainingRun(trainer, plan.Options.Epochs, plan.Steps);
        _running = new RunningLogs(new MetricSet(trainer.Info), _run.Logs);
        _validation = plan.Validation is null ? null : new ValidationLogs(
            new Evaluator(trainer.Info, plan.Validation, _options.ValidationBatchSize ?? _options.BatchSize, trainer.ComputeLoss), _run.Logs);
        _reader = plan.Training.CreateReader(_batchSize);
    }

    /// <returns>False when it was cancelled before its end.</returns>
    public bool Run()
    {
        foreach (TrainingObserver observer in _observers)
        {
            observer.OnTrainBegin(_run);
        }

        bool finished = true;
        for (int epoch = _options.InitialEpoch; epoch < _options.Epochs && finished && !_run.StopTraining; epoch++)
        {
            finished = RunEpoch(epoch);
        }

        foreach (TrainingObserver observer in _observers)
        {
            observer.OnTrainEnd(_run);
        }

        return finished;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _validation?.Dispose();
    }

    private bool RunEpoch(int epoch)
    {
        // An epoch that would be cancelled at its first batch is not announced.
        if (_options.CancellationToken.IsCancellationRequested)
        {
            return false;
        }

        _run.Logs.Clear();
        _running.Reset();
        foreach (TrainingObserver observer in _observers)
        {
            observer.OnEpochBegin(_run, epoch);
        }

        _reader.Reset(new EpochOrder { Epoch = epoch, Seed = _options.Seed, Shuffle = _options.Shuffle });
        if (!RunBatches() || _validation?.Run(_options.CancellationToken) == false)
        {
            return false;
        }

        _run.Logs.Set("learning_rate", _trainer.LearningRate);
        foreach (TrainingObserver observer in _observers)
        {
            observer.OnEpochEnd(_run, epoch);
        }

        return true;
    }

    private bool RunBatches()
    {
        for (int step = 0; !_run.StopTraining && _reader.Read(out Batch batch); step++)
        {
            if (_options.CancellationToken.IsCancellationRequested)
            {
                return false;
            }

            SourceCheck.Batch(batch, _batchSize);
            float loss = _trainer.Step(batch);
            _running.Add(loss, _trainer.Penalty, _trainer.Outputs, batch);
            for (int i = 0; i < _observers.Count; i++)
            {
                _observers[i].OnTrainBatchEnd(_run, step);
            }
        }

        return true;
    }
}
