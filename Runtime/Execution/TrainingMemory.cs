using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>Everything that a training step reads and writes, allocated once. The emitted kernels see it through references.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TrainingMemory
{
    // Buffers that begin at multiples of 4 KiB evict each other from the cache; five lines of distance keep them apart.
    private const int Skew = 80;

    private readonly WeightStore _weights;
    private readonly AlignedBuffer _inputs;
    private readonly AlignedBuffer _gradients;
    private readonly AlignedBuffer _arena;
    private readonly AlignedBuffer _targets;
    private readonly float[] _scales; // (outputs, N)
    private readonly int _capacity;
    private readonly long[] _perSample;
    private readonly long[] _derived;
    private readonly long[][] _perWorker;
    private readonly long[] _scratch;

    internal TrainingMemory(NetInfo info, TrainingLayout layout, WeightStore weights, TrainerOptions options, int workers)
    {
        _weights = weights;
        int capacity = options.MaxBatchSize;
        _inputs = new AlignedBuffer((long)capacity * info.InputSize);
        _gradients = new AlignedBuffer(info.ParameterCount);
        long length = 0;
        _perSample = Place(layout.PerSample, capacity, ref length);
        _derived = Place(layout.Derived, 1, ref length);
        _perWorker = new long[workers][];
        _scratch = new long[workers];
        for (int worker = 0; worker < workers; worker++)
        {
            _perWorker[worker] = Place(layout.PerWorker, 1, ref length);
            _scratch[worker] = Place([layout.ScratchSize], 1, ref length)[0];
        }

        _arena = new AlignedBuffer(length);
        LabelArray = new int[Math.Max(1, (long)capacity * info.LabelCount)];
        _targets = new AlignedBuffer((long)capacity * info.TargetSize);
        OutputBuffer = new AlignedBuffer((long)capacity * info.OutputSize);
        LossArray = new float[(long)capacity * info.LossColumns];
        _capacity = capacity;
        _scales = new float[(long)capacity * info.Outputs.Count];
        PenaltyScale = (float)options.PenaltyScale;
    }

    /// <summary>The inputs of the batch: (N, InputSize).</summary>
    public ref float Inputs => ref _inputs.Reference;

    /// <summary>The labels of the batch.</summary>
    public ref int Labels => ref MemoryMarshal.GetArrayDataReference(LabelArray);

    /// <summary>The targets of the batch: (N, OutputSize).</summary>
    public ref float Targets => ref _targets.Reference;

    /// <summary>What each sample's loss is multiplied by before it is differentiated: its weight over the batch's count.</summary>
    public ref float Scales => ref MemoryMarshal.GetArrayDataReference(_scales);

    /// <summary>Receives the loss of each sample and output: (N, outputs).</summary>
    public ref float Losses => ref MemoryMarshal.GetArrayDataReference(LossArray);

    /// <summary>Receives the outputs of the batch: (N, OutputSize).</summary>
    public ref float Outputs => ref OutputBuffer.Reference;

    /// <summary>The net's weights.</summary>
    public ref float Parameters => ref _weights.Reference;

    /// <summary>Receives the gradients, laid out as the weights.</summary>
    public ref float Gradients => ref _gradients.Reference;

    /// <summary>Multiplies the penalty factors.</summary>
    public float PenaltyScale { get; }

    /// <summary>The number of samples in the batch.</summary>
    public int Count { get; internal set; }

    internal ulong DropoutSeed { get; set; }

    internal int[] LabelArray { get; }

    internal Span<float> TargetSpan => _targets.Span;

    internal float[] LossArray { get; }

    internal AlignedBuffer OutputBuffer { get; }

    internal Span<float> ScaleSpan(int output) => _scales.AsSpan(output * _capacity, _capacity);

    internal Span<float> InputSpan => _inputs.Span;

    internal Span<float> GradientSpan => _gradients.Span;

    /// <summary>The same of one of several outputs, which can have weights of its own.</summary>
    public ref float ScalesOf(int output) => ref Unsafe.Add(ref Scales, (nint)output * _capacity);

    /// <summary>A buffer of activations or gradients: (N, floats a sample).</summary>
    public ref float Buffer(int index) => ref Unsafe.Add(ref _arena.Reference, (nint)_perSample[index]);

    /// <summary>A buffer of derived weights.</summary>
    public ref float Derived(int index) => ref Unsafe.Add(ref _arena.Reference, (nint)_derived[index]);

    /// <summary>A buffer that every worker has of its own, and that stays from call to call.</summary>
    public ref float OfWorker(int index, int worker) => ref Unsafe.Add(ref _arena.Reference, (nint)_perWorker[worker][index]);

    /// <summary>A worker's own memory, which holds nothing from call to call.</summary>
    public ref float Scratch(int worker) => ref Unsafe.Add(ref _arena.Reference, (nint)_scratch[worker]);

    /// <summary>The key of this step's mask of one dropout layer.</summary>
    public ulong DropoutKey(int layer) => CounterRandom.Mix(DropoutSeed + (ulong)(uint)layer);

    private static long[] Place(System.Collections.Generic.IReadOnlyList<int> sizes, int capacity, ref long length)
    {
        long[] offsets = new long[sizes.Count];
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = length;
            long floats = (long)sizes[i] * capacity + AlignedBuffer.Slack;
            length += ((floats + 15) & ~15L) + Skew;
        }

        return offsets;
    }
}
