using System.Collections.Generic;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Emit.Convolution;
using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Layers;

/// <summary>A two-dimensional convolution, with its activation and, where a pass fused it, the max-pooling behind it.</summary>
internal sealed class Conv2DLayer(Conv2DOptions options, WeightedOptions weighted) : WeightedLayer(weighted)
{
    private IReadOnlyList<WeightTensor> _weights = [];
    private WindowAxis _vertical = new(1, 1, 1, 1, false);
    private WindowAxis _horizontal = new(1, 1, 1, 1, false);
    private int _channels;

    public override string Kind => "Conv2D";

    public override string Description => $"Conv2D({Literal.Int(options.Filters)}, {options.KernelText})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override long MultiplyAdds => (long)Shape.ComputedRows * Shape.ComputedColumns * Shape.KernelSize;

    /// <summary>Into how many pieces a row's sum falls: its taps, where padding or dilation keeps them apart, else one.</summary>
    public int PiecesOfARow => _horizontal.IsPadded || _horizontal.Dilation > 1 ? _horizontal.Window : 1;

    /// <summary>The window of the max-pooling that a pass fused in, or null.</summary>
    public (int Vertical, int Horizontal)? Pool { get; set; }

    public static Layer Read(ArgumentReader arguments) => new Conv2DLayer(Conv2DOptions.Read(arguments), WeightedOptions.Read(arguments));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        if (!problems.IsImage(this, input))
        {
            return null;
        }

        _channels = input.Last;
        _vertical = new WindowAxis(input[0], options.Kernel.Vertical, options.Strides.Vertical, options.Dilation.Vertical, options.IsSame);
        _horizontal = new WindowAxis(input[1], options.Kernel.Horizontal, options.Strides.Horizontal, options.Dilation.Horizontal, options.IsSame);
        if (_vertical.Output < 1 || _horizontal.Output < 1)
        {
            string window = $"{Literal.Int(_vertical.Reach)}x{Literal.Int(_horizontal.Reach)}";
            problems.Add("SN3002", "KernelSize", this, window, problems.InputKind(), $"{Literal.Int(input[0])}x{Literal.Int(input[1])}");
            return null;
        }

        int[] kernel = [options.Kernel.Vertical, options.Kernel.Horizontal, _channels, options.Filters];
        if (!Graph.Shape.ProductFits(kernel))
        {
            problems.Add("SN3010", "Filters", this, Literal.Product(kernel), Literal.Int(Graph.Shape.LargestSize));
            return null;
        }

        int taps = options.Kernel.Vertical * options.Kernel.Horizontal;
        _weights = Options.Weights(new Shape(kernel), taps * _channels, taps * options.Filters);
        return new Shape(_vertical.Output, _horizontal.Output, options.Filters);
    }

    public override IReadOnlyList<ExtraBuffer> ExtraBuffers => Pool is null ? [] : [Winners, Convolution];

    public override IReadOnlyList<ExtraBuffer> DerivedWeights(bool inputNeedsGradient) => inputNeedsGradient ? [Transposed] : [];

    public override void EmitForward(LayerEmission emission)
    {
        bool storeWinners = emission.Training && Pool is not null;
        var forward = new ConvolutionForward(Shape, emission.Flavour, emission.UnrollBudget, storeWinners);
        string method = emission.Kernel(storeWinners ? "ForwardTraining" : "Forward", Outline(emission), forward.Parameters, forward.Write);
        emission.Call(
            method,
            emission.X(),
            emission.Weight(0),
            Options.UseBias ? emission.Weight(1) : "",
            emission.Y,
            storeWinners ? emission.Extra(Winners) : "",
            emission.Range);
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (Pool is not null)
        {
            var pooled = new PooledBackward(Shape, emission.Flavour);
            string method = emission.Kernel(
                "BackwardPooling",
                $"dz = dy at the winner of each window, through {Activation}: {Shape.Output.WithBatch} -> {Shape.Convolved.WithBatch}.",
                pooled.Parameters,
                pooled.Write);
            emission.Call(
                method, pooled.ReadsOutput ? emission.Y : "", emission.Extra(Winners), emission.DY, emission.Extra(Convolution), emission.Range);
        }
        else if (Activation != "Linear")
        {
            ActivationBackward.Emit(emission, "BackwardActivation", Function, emission.Y, emission.DY, emission.DY, accumulates: false);
        }

        if (emission.NeedsInputGradient())
        {
            bool accumulates = emission.Accumulates();
            var backward = new ConvolutionBackwardData(Shape, emission.Flavour, emission.UnrollBudget, accumulates);
            string method = emission.Kernel(
                "BackwardData",
                $"dx {(accumulates ? "+" : "")}= dz convolved with the turned kernel: {Shape.Convolved.WithBatch} -> {Shape.Input.WithBatch}.",
                ConvolutionBackwardData.Parameters,
                backward.Write);
            emission.Call(method, DZ(emission), emission.Derived(Transposed), emission.DX(), emission.Range);
        }
    }

    public override void EmitDerivedWeights(LayerEmission emission)
    {
        if (emission.NeedsInputGradient())
        {
            emission.Call(
                "Transpose.Kernel",
                emission.Weight(0),
                emission.Derived(Transposed),
                Literal.Int(options.Kernel.Horizontal),
                Literal.Int(_channels),
                Literal.Int(options.Filters),
                LayerEmission.Share(options.Kernel.Vertical * options.Kernel.Horizontal));
        }
    }

    public override void EmitWeightGradients(LayerEmission emission)
    {
        Penalty penalty = _weights[0].Penalty;
        var backward = new ConvolutionBackwardWeights(Shape, emission.Flavour, penalty);
        string method = emission.Kernel(
            "BackwardWeights",
            $"dw = x convolved with dz{(penalty.IsNone ? "" : " + the penalty's gradient")}: {Shape.Input.WithBatch}, {Shape.Convolved.WithBatch} -> {_weights[0].Shape}.",
            backward.Parameters,
            backward.Write);
        emission.Call(
            method,
            emission.X(),
            DZ(emission),
            penalty.IsNone ? "" : emission.Weight(0) + ", memory.PenaltyScale",
            emission.WeightGradient(0),
            "memory.Count",
            LayerEmission.Share(backward.Tiles));
        if (Options.UseBias)
        {
            BiasGradient.Emit(emission, 1, DZ(emission), Shape.ComputedRows * Shape.ComputedColumns);
        }
    }

    private ConvolutionShape Shape => new()
    {
        Vertical = _vertical,
        Horizontal = _horizontal,
        Channels = _channels,
        Filters = options.Filters,
        UseBias = Options.UseBias,
        Activation = Function,
        Pool = Pool,
    };

    private ExtraBuffer Winners => new("Winner", Shape.Output.Size);

    private ExtraBuffer Convolution => new("Convolution", Shape.ComputedRows * Shape.ComputedColumns * options.Filters);

    private ExtraBuffer Transposed => new("Transposed", Shape.KernelSize);

    /// <summary>The gradient of the convolution's results, before pooling and activation.</summary>
    private string DZ(LayerEmission emission) => Pool is null ? emission.DY : emission.Extra(Convolution);

    private string Outline(LayerEmission emission)
    {
        string bias = Options.UseBias ? " + b" : "";
        string activation = Activation == "Linear" ? "" : Activation + " of ";
        string pooling = Pool is (int height, int width) ? $"largest of each {Literal.Int(height)}x{Literal.Int(width)} window of " : "";
        return $"y = {pooling}{activation}x * w{bias}: {Shape.Input.WithBatch} x {_weights[0].Shape} -> {emission.Node.Shape.WithBatch}.";
    }
}
