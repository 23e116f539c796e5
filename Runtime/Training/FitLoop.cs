using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using StaticNets.Execution;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>The epochs and batches of a fit. It trains, validates and tells its callbacks; everything else is theirs.</summary>
internal sealed class FitLoop : IDisposable
{
    private const string Zeros = "zeros";
    private const string LearningRate = "learning_rate";

    private readonly ITrainer _trainer;
    private readonly FitOptions _options;
    private readonly IReadOnlyList<Callback> _callbacks;
    private readonly TrainingRun _run;
    private readonly RunningLogs _running;
    private readonly ValidationLogs? _validation;
    private readonly ClassWeighting? _classWeights;
    private readonly IBatchReader _reader;
    private readonly CancelKey? _cancelKey;
    private readonly TrainingTelemetry _telemetry;
    private readonly int _batchSize;
    private readonly bool _reportsZeros;

    public FitLoop(ITrainer trainer, FitPlan plan, IReadOnlyList<Callback> callbacks)
    {
        _trainer = trainer;
        _options = plan.Options;
        if (_options.StopOnCancelKey)
        {
            CancelKey.Check(Platform.HasSignals);
        }

        _callbacks = callbacks;
        _batchSize = plan.BatchSize;
        _reportsZeros = ZeroShareExtensions.HasProximalL1(trainer.Info);
        TrainingLogs logs = new();
        _running = new RunningLogs(trainer.Info, logs);
        int validationBatch = _options.ValidationBatchSize ?? _options.BatchSize;
        _validation = plan.Validation is null ? null : new ValidationLogs(
            new Evaluator(trainer.Info, plan.Validation, validationBatch, trainer.ComputeLoss), logs);
        string[] ownValues = _reportsZeros ? [Zeros, LearningRate] : [LearningRate];
        _run = new TrainingRun(trainer, _options.Epochs, plan.Steps)
        {
            BatchSize = _batchSize,
            Output = _options.Output,
            Callbacks = callbacks,
            Logs = logs,
            Running = _running,
            Validates = _validation is not null,
            BatchValues = _running.Names,
            EpochValues = [.. _running.Names, .. _validation?.Names ?? [], .. ownValues],
            Position = new TrainingPosition { Epoch = _options.InitialEpoch, Seed = _options.Seed, Shuffle = _options.Shuffle },
        };
        _telemetry = new TrainingTelemetry(trainer, _options.Epochs, _batchSize);
        _classWeights = ClassWeighting.Create(trainer.Info, _options, _batchSize);
        _reader = plan.Training.CreateReader(_batchSize);
        _cancelKey = _options.StopOnCancelKey ? new CancelKey(_options.CancellationToken) : null;
    }

    private CancellationToken Cancellation => _cancelKey?.Token ?? _options.CancellationToken;

    private bool IsCanceled => Cancellation.IsCancellationRequested;

    /// <returns>False when it was cancelled before its end.</returns>
    public bool Run()
    {
        int attached = 0;
        _telemetry.BeginFit();
        try
        {
            for (; attached < _callbacks.Count; attached++)
            {
                _callbacks[attached].Attach(_run);
            }

            return RunEpochs();
        }
        catch (Exception exception)
        {
            _telemetry.Fail(exception);
            throw;
        }
        finally
        {
            _telemetry.Dispose();
            foreach (Callback callback in _callbacks.Take(attached))
            {
                callback.Detach();
            }
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _validation?.Dispose();
        _cancelKey?.Dispose();
    }

    private bool RunEpochs()
    {
        foreach (Callback callback in _callbacks)
        {
            callback.OnTrainBegin();
        }

        foreach (Callback callback in _callbacks)
        {
            callback.Restore();
        }

        bool finished = true;
        while (_run.Position.Epoch < _options.Epochs && finished && !_run.StopTraining)
        {
            finished = RunEpoch(_run.Position.Epoch);
        }

        _run.IsCanceled = !finished;
        foreach (Callback callback in finished ? [] : _callbacks)
        {
            callback.OnCancel();
        }

        if (!_trainer.AverageParameters.IsEmpty)
        {
            _trainer.SetParameters(_trainer.AverageParameters);
        }

        foreach (Callback callback in _callbacks)
        {
            callback.OnTrainEnd(_run.Logs);
        }

        return finished;
    }

    private bool RunEpoch(int epoch)
    {
        // An epoch that would be cancelled at its first batch is not announced.
        if (IsCanceled)
        {
            return false;
        }

        TrainingPosition position = _run.Position;
        if (position.Batch == 0)
        {
            _run.Logs.Clear();
            _running.Reset();
        }

        _run.Batch = position.Batch;
        _telemetry.BeginEpoch(epoch);
        foreach (Callback callback in _callbacks)
        {
            callback.OnEpochBegin(epoch);
        }

        _reader.Reset(new EpochOrder { Epoch = epoch, Seed = position.Seed, Shuffle = position.Shuffle, FirstBatch = position.Batch });
        if (!RunBatches(position.Batch) || !Validate())
        {
            return false;
        }

        if (_reportsZeros)
        {
            _run.Logs.Set(Zeros, ZeroShareExtensions.ZeroShare(_trainer.Info, _trainer.Parameters));
        }

        _run.Logs.Set(LearningRate, _trainer.LearningRate);
        _run.Position = position with { Epoch = epoch + 1, Batch = 0 };
        _run.Batch = 0;
        foreach (Callback callback in _callbacks)
        {
            callback.OnEpochEnd(epoch, _run.Logs);
        }

        foreach (Callback callback in _callbacks)
        {
            callback.AfterEpoch();
        }

        _telemetry.EndEpoch(_run.Logs);

        return true;
    }

    private bool RunBatches(int first)
    {
        for (int step = first; !_run.StopTraining; step++)
        {
            if (!_reader.Read(out Batch batch))
            {
                _trainer.ApplyAccumulatedGradients();
                return true;
            }

            if (IsCanceled)
            {
                return false;
            }

            SourceCheck.Batch(batch, _batchSize);
            for (int i = 0; i < _callbacks.Count; i++)
            {
                _callbacks[i].OnTrainBatchBegin(step);
            }

            _telemetry.BeginStep();
            float loss = _trainer.Step(_classWeights is null ? batch : _classWeights.Apply(batch));
            _telemetry.EndStep(batch.Count, loss);
            _running.Add(loss, _trainer, batch);
            _run.Batch = step + 1;
            for (int i = 0; i < _callbacks.Count; i++)
            {
                _callbacks[i].OnTrainBatchEnd(step, _run.Logs);
            }

            for (int i = 0; i < _callbacks.Count; i++)
            {
                _callbacks[i].AfterTrainBatch();
            }
        }

        return true;
    }

    private bool Validate()
    {
        if (_validation is null)
        {
            return true;
        }

        foreach (Callback callback in _callbacks)
        {
            callback.OnTestBegin();
        }

        if (!_validation.Run(Cancellation))
        {
            return false;
        }

        foreach (Callback callback in _callbacks)
        {
            callback.OnTestEnd(_run.Logs);
        }

        return true;
    }
}
