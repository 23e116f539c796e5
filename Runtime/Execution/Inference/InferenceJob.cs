using System;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>
/// A forward pass shared by a team. One is kept by each trainer and predictor, so that a call allocates nothing once warm.
/// </summary>
internal sealed class InferenceJob(InferenceEngine engine) : ITeamJob
{
    private WeightSnapshot? _weights;
    private int _count;
    private bool _withLoss;
    private readonly BatchLoss _loss = new(engine.Info);
    private readonly int _lossesPerSample = engine.Info.LossColumns;
    private float[] _losses = [];
    private unsafe float* _inputs;
    private unsafe float* _outputs;
    private unsafe float* _targets;
    private unsafe int* _labels;
    private int _labelCount;
    private int _targetCount;

    public unsafe void Predict(ThreadTeam team, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        _count = Check.Samples(inputs, outputs, engine.Info);
        _withLoss = false;
        fixed (float* x = inputs, y = outputs)
        {
            _inputs = x;
            _outputs = y;
            Run(team);
        }
    }

    public unsafe float ComputeLoss(ThreadTeam team, Batch batch, Span<float> outputs, Span<float> outputLosses)
    {
        Check.Batch(batch, engine.Info, int.MaxValue);
        Check.Outputs(batch, outputs, outputLosses, engine.Info);
        _count = batch.Count;
        _withLoss = true;
        int losses = checked(_count * _lossesPerSample);
        if (_losses.Length < losses)
        {
            _losses = new float[losses];
        }

        fixed (float* x = batch.Inputs, y = outputs, t = batch.Targets)
        fixed (int* labels = batch.Labels)
        {
            _inputs = x;
            _outputs = y;
            _targets = t;
            _labels = labels;
            _labelCount = batch.Labels.Length;
            _targetCount = batch.Targets.Length;
            Run(team);
        }

        _loss.Reset();
        _loss.Add(_losses.AsSpan(0, losses), batch, 0);
        return _loss.Mean(_count, outputLosses);
    }

    unsafe void ITeamJob.Run(int worker, int workers)
    {
        (int first, int last) = WorkShare.Of(_count, worker, workers);
        if (first == last)
        {
            return;
        }

        NetInfo info = engine.Info;
        ReadOnlySpan<float> inputs = new(_inputs, _count * info.InputSize);
        Span<float> outputs = new(_outputs, _count * info.OutputSize);
        Workspace workspace = engine.RentWorkspace();
        try
        {
            if (!_withLoss)
            {
                engine.PredictRange(_weights!, workspace, inputs, outputs, first, last);
                return;
            }

            Batch batch = new()
            {
                Count = _count,
                Inputs = inputs,
                Labels = new ReadOnlySpan<int>(_labels, _labelCount),
                Targets = new ReadOnlySpan<float>(_targets, _targetCount),
            };
            for (int n = first; n < last; n += engine.Layout.BlockSize)
            {
                int end = Math.Min(last, n + engine.Layout.BlockSize);
                engine.LossOfBlock(_weights!, workspace, batch, outputs, n, end);
                workspace.Losses.AsSpan(0, (end - n) * _lossesPerSample).CopyTo(_losses.AsSpan(n * _lossesPerSample));
            }
        }
        finally
        {
            engine.ReturnWorkspace(workspace);
        }
    }

    private void Run(ThreadTeam team)
    {
        _weights = engine.Store.Rent();
        team.Begin(TeamCall.Inference, engine.Layout.Work * _count, most: _count);
        try
        {
            team.Run(this);
        }
        finally
        {
            team.End();
            engine.Store.Return(_weights);
            _weights = null;
        }
    }
}
