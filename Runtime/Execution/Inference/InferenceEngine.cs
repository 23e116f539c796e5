using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>
/// The part of a net that every net shares: its weights, the snapshots that predictions read, and the checks of every public entry.
/// The emitted subclass adds the forward pass of one block of samples.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class InferenceEngine : IPredictorSource
{
    private readonly WeightStore _weights;
    private readonly WorkspacePool _workspaces;

    /// <summary>Allocates the weights.</summary>
    /// <param name="info">The net.</param>
    /// <param name="layout">The sizes of the buffers that the forward pass uses.</param>
    protected InferenceEngine(NetInfo info, InferenceLayout layout)
    {
        Info = info;
        Layout = layout;
        _weights = new WeightStore(info.ParameterCount, layout.PreparedWeights, PrepareWeights);
        _workspaces = new WorkspacePool(layout.Workspace);
    }

    /// <summary>What is known about the net at compile time.</summary>
    public NetInfo Info { get; }

    /// <summary>All weights. Reading this marks the snapshot that predictions use as stale.</summary>
    public Span<float> Parameters => _weights.Parameters;

    internal InferenceLayout Layout { get; }

    internal WeightStore Store => _weights;

    /// <summary>
    /// Has the weights initialized when they are first needed; where others are set before, as by <c>Load</c> and <c>Clone</c>, that costs
    /// nothing.
    /// </summary>
    public void Initialize(int seed) => _weights.InitializeLater(parameters => InitializeWeights(parameters, seed));

    /// <summary>Replaces all weights at once.</summary>
    /// <exception cref="ArgumentException">The length is not the net's parameter count.</exception>
    public void SetParameters(ReadOnlySpan<float> parameters)
    {
        Check.Parameters(parameters.Length, Info);
        _weights.Set(parameters);
    }

    /// <summary>Runs the net on the caller's thread.</summary>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int count = Check.Samples(inputs, outputs, Info);
        Workspace workspace = _workspaces.Rent();
        try
        {
            WeightSnapshot weights = _weights.Rent();
            try
            {
                PredictRange(weights, workspace, inputs, outputs, 0, count);
            }
            finally
            {
                _weights.Return(weights);
            }
        }
        finally
        {
            _workspaces.Return(workspace);
        }
    }

    /// <summary>Runs the net on the caller's thread and computes the mean data loss.</summary>
    /// <exception cref="ArgumentException">A length does not fit or a label is out of range.</exception>
    public float ComputeLoss(Batch batch, Span<float> outputs) => ComputeLossOfChecked(batch, outputs, default);

    /// <summary>Runs the net on the caller's thread and computes the mean data loss, of each output too.</summary>
    /// <exception cref="ArgumentException">A length does not fit or a label is out of range.</exception>
    public float ComputeLoss(Batch batch, Span<float> outputs, Span<float> outputLosses)
    {
        Check.OutputLosses(outputLosses.Length, Info);
        return ComputeLossOfChecked(batch, outputs, outputLosses);
    }

    private float ComputeLossOfChecked(Batch batch, Span<float> outputs, Span<float> outputLosses)
    {
        Check.Batch(batch, Info, int.MaxValue);
        Check.Outputs(batch, outputs, outputLosses, Info);
        Workspace workspace = _workspaces.Rent();
        try
        {
            WeightSnapshot weights = _weights.Rent();
            try
            {
                return LossOfChecked(weights, workspace, batch, outputs, outputLosses);
            }
            finally
            {
                _weights.Return(weights);
            }
        }
        finally
        {
            _workspaces.Return(workspace);
        }
    }

    private float LossOfChecked(WeightSnapshot weights, Workspace workspace, Batch batch, Span<float> outputs, Span<float> outputLosses)
    {
        BatchLoss loss = workspace.Loss ??= new BatchLoss(Info);
        loss.Reset();
        for (int n = 0; n < batch.Count; n += Layout.BlockSize)
        {
            int end = Math.Min(batch.Count, n + Layout.BlockSize);
            LossOfBlock(weights, workspace, batch, outputs, n, end);
            loss.Add(workspace.Losses.AsSpan(0, (end - n) * Info.LossColumns), batch, n);
        }

        return loss.Mean(batch.Count, outputLosses);
    }

    IPredictorTeam IPredictorSource.CreateTeam(PredictorOptions options) => new InferenceTeam(this, options);

    internal Workspace RentWorkspace() => _workspaces.Rent();

    internal void ReturnWorkspace(Workspace workspace) => _workspaces.Return(workspace);

    /// <summary>Samples n0 to n1 of inputs through the net, a block at a time.</summary>
    internal void PredictRange(WeightSnapshot weights, Workspace workspace, ReadOnlySpan<float> inputs, Span<float> outputs, int n0, int n1)
    {
        for (int n = n0; n < n1; n += Layout.BlockSize)
        {
            int end = Math.Min(n1, n + Layout.BlockSize);
            CopyIn(workspace, inputs, n, end);
            Forward(ref weights.Reference, ref workspace.Reference, end - n);
            CopyOut(workspace, outputs, n, end);
        }
    }

    /// <summary>Samples n0 to n1, at most a block, through the net; their losses end in the workspace.</summary>
    internal void LossOfBlock(WeightSnapshot weights, Workspace workspace, Batch batch, Span<float> outputs, int n0, int n1)
    {
        CopyIn(workspace, batch.Inputs, n0, n1);
        float[] losses = workspace.Losses ??= new float[Layout.BlockSize * Info.LossColumns];

        // Vector loads may read past the last target, which is the caller's memory; they read a copy with slack instead.
        AlignedBuffer targets = workspace.Targets ??= new AlignedBuffer((long)Layout.BlockSize * Info.TargetSize);
        if (!batch.Targets.IsEmpty)
        {
            batch.Targets[(n0 * Info.TargetSize)..(n1 * Info.TargetSize)].CopyTo(targets.Span);
        }

        int[] labels = workspace.Labels ??= new int[Math.Max(1, Layout.BlockSize * Info.LabelCount)];
        if (!batch.Labels.IsEmpty)
        {
            // Checked again as copied: what the caller's other threads write meanwhile must not become an index.
            Span<int> copy = labels.AsSpan(0, (n1 - n0) * Info.LabelCount);
            batch.Labels[(n0 * Info.LabelCount)..(n1 * Info.LabelCount)].CopyTo(copy);
            Check.Labels(copy, Info);
        }

        ForwardLoss(
            ref weights.Reference,
            ref workspace.Reference,
            ref MemoryMarshal.GetArrayDataReference(labels),
            ref targets.Reference,
            ref MemoryMarshal.GetArrayDataReference(losses),
            n1 - n0);
        CopyOut(workspace, outputs, n0, n1);
    }

    /// <summary>Sets the weights that the net begins with.</summary>
    protected virtual void InitializeWeights(Span<float> parameters, int seed)
    {
    }

    /// <summary>Fills the weights that the forward pass reads from the parameters: a copy, unless the net derives more from them.</summary>
    protected virtual void PrepareWeights(ref float parameters, ref float weights)
    {
        ReadOnlySpan<float> from = MemoryMarshal.CreateReadOnlySpan(ref parameters, Info.ParameterCount);
        from.CopyTo(MemoryMarshal.CreateSpan(ref weights, Info.ParameterCount));
    }

    /// <summary>The forward pass of n samples, whose inputs stand at the workspace's begin.</summary>
    protected abstract void Forward(ref float weights, ref float workspace, int n);

    /// <summary>The forward pass of n samples and the loss of each.</summary>
    protected virtual void ForwardLoss(
        ref float weights, ref float workspace, ref int labels, ref float targets, ref float losses, int n) =>
        throw new InvalidOperationException($"{Info.Name} has no [Compile] and so no loss.");

    private void CopyIn(Workspace workspace, ReadOnlySpan<float> inputs, int n0, int n1)
    {
        inputs[(n0 * Info.InputSize)..(n1 * Info.InputSize)].CopyTo(workspace.Span);

        // Checked again as copied: what the caller's other threads write meanwhile must not become an index.
        Check.Indexes(workspace.Span[..((n1 - n0) * Info.InputSize)], Info, n0);
    }

    private void CopyOut(Workspace workspace, Span<float> outputs, int n0, int n1) =>
        workspace.Span.Slice(Layout.OutputOffset, (n1 - n0) * Info.OutputSize).CopyTo(outputs[(n0 * Info.OutputSize)..]);
}
