using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>Everything that a training step reads and writes, allocated once. The emitted kernels see it through references.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TrainingMemory
{
    private readonly WeightStore _weights;
    private readonly AlignedBuffer _inputs;
    private readonly AlignedBuffer _gradients;
    private readonly AlignedBuffer _targets;
    private readonly float[] _scales; // (outputs, N)
    private readonly int _capacity;
    private readonly AlignedBuffer[] _perSample;
    private readonly AlignedBuffer[] _derived;
    private readonly AlignedBuffer[][] _perWorker;
    private readonly AlignedBuffer[] _scratch;
    private unsafe float* _outputGradients;
    private unsafe float* _inputGradients;

    internal TrainingMemory(NetInfo info, TrainingLayout layout, WeightStore weights, TrainerOptions options, int workers)
    {
        _weights = weights;
        int capacity = options.MaxBatchSize;
        _inputs = new AlignedBuffer((long)capacity * info.InputSize);
        _gradients = new AlignedBuffer(info.ParameterCount);
        Queue<AlignedBuffer> buffers = new(AlignedBuffer.Together(Lengths(layout, capacity, workers)));
        _perSample = Take(buffers, layout.PerSample.Count);
        _derived = Take(buffers, layout.Derived.Count);
        _perWorker = new AlignedBuffer[workers][];
        _scratch = new AlignedBuffer[workers];
        for (int worker = 0; worker < workers; worker++)
        {
            _perWorker[worker] = Take(buffers, layout.PerWorker.Count);
            _scratch[worker] = buffers.Dequeue();
        }

        LabelArray = new int[AlignedBuffer.CheckLength(Math.Max(1, (long)capacity * info.LabelCount))];
        _targets = new AlignedBuffer((long)capacity * info.TargetSize);
        OutputBuffer = new AlignedBuffer((long)capacity * info.OutputSize);
        LossArray = new float[AlignedBuffer.CheckLength((long)capacity * info.LossColumns)];
        _capacity = capacity;
        _scales = new float[AlignedBuffer.CheckLength((long)capacity * info.Outputs.Count)];
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

    /// <summary>The gradients of the outputs that came from outside: (N, OutputSize), and nothing may be read behind them.</summary>
    public unsafe ref float OutputGradients => ref *_outputGradients;

    /// <summary>Receives the gradients of the inputs where they are wanted: (N, InputSize).</summary>
    public unsafe ref float InputGradients => ref *_inputGradients;

    /// <summary>The net's weights.</summary>
    public ref float Parameters => ref _weights.Reference;

    /// <summary>Receives the gradients, laid out as the weights.</summary>
    public ref float Gradients => ref _gradients.Reference;

    /// <summary>Multiplies the penalty factors.</summary>
    public float PenaltyScale { get; }

    /// <summary>The number of samples in the batch.</summary>
    public int Count { get; internal set; }

    internal unsafe bool LendsInputGradients => _inputGradients != null;

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
    public ref float Buffer(int index) => ref _perSample[index].Reference;

    /// <summary>A buffer of derived weights.</summary>
    public ref float Derived(int index) => ref _derived[index].Reference;

    /// <summary>A buffer that every worker has of its own, and that stays from call to call.</summary>
    public ref float OfWorker(int index, int worker) => ref _perWorker[worker][index].Reference;

    /// <summary>A worker's own memory, which holds nothing from call to call.</summary>
    public ref float Scratch(int worker) => ref _scratch[worker].Reference;

    /// <summary>The key of this step's mask of one dropout layer.</summary>
    public ulong DropoutKey(int layer) => CounterRandom.Mix(DropoutSeed + (ulong)(uint)layer);

    /// <summary>Lends what is the caller's for a backward pass; null takes it back.</summary>
    internal unsafe void Lend(float* outputGradients, float* inputGradients)
    {
        _outputGradients = outputGradients;
        _inputGradients = inputGradients;
    }

    private static List<long> Lengths(TrainingLayout layout, int capacity, int workers)
    {
        List<long> lengths = [.. layout.PerSample.Select(size => (long)size * capacity), .. layout.Derived.Select(size => (long)size)];
        for (int worker = 0; worker < workers; worker++)
        {
            lengths.AddRange(layout.PerWorker.Select(size => (long)size));
            lengths.Add(layout.ScratchSize);
        }

        return lengths;
    }

    private static AlignedBuffer[] Take(Queue<AlignedBuffer> buffers, int count)
    {
        AlignedBuffer[] taken = new AlignedBuffer[count];
        for (int i = 0; i < count; i++)
        {
            taken[i] = buffers.Dequeue();
        }

        return taken;
    }
}
