using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Emit.Convolution;
using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Emit.Winograd;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>
/// A convolution of an image, or of a sequence as an image of height 1, with its activation and, where a pass fused it,
/// the max-pooling behind it.
/// </summary>
internal sealed class Conv2DLayer(Conv2DOptions options, WeightedOptions weighted) : WeightedLayer(weighted)
{
    private IReadOnlyList<WeightTensor> _weights = [];
    private WindowAxis _vertical = new(1, 1, 1, 1, false);
    private WindowAxis _horizontal = new(1, 1, 1, 1, false);
    private int _channels;

    public override string Kind => "Conv" + options.Axes.Suffix;

    public override string Description => $"{Kind}({Literal.Int(options.Filters)}, {options.KernelText})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override long MultiplyAdds => (long)Shape.ComputedRows * Shape.ComputedColumns * Shape.KernelSize;

    /// <summary>Into how many pieces a row's sum falls: its taps, where padding or dilation keeps them apart, else one.</summary>
    public int PiecesOfARow => _horizontal.IsPadded || _horizontal.Dilation > 1 ? _horizontal.Window : 1;

    /// <summary>The window of the max-pooling that a pass fused in, or null.</summary>
    public (int Vertical, int Horizontal)? Pool { get; set; }

    public static Layer Read1D(ArgumentReader arguments) => Read(arguments, SpatialAxes.Sequence);

    public static Layer Read2D(ArgumentReader arguments) => Read(arguments, SpatialAxes.Image);

    private static Conv2DLayer Read(ArgumentReader arguments, SpatialAxes axes) =>
        new(Conv2DOptions.Read(arguments, axes), WeightedOptions.Read(arguments));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (options.Axes.ToImage(this, inputs[0], problems) is not { } image)
        {
            return null;
        }

        _channels = image.Last;
        _vertical = options.Vertical(image[0]);
        _horizontal = options.Horizontal(image[1]);
        if (_vertical.Output < 1 || _horizontal.Output < 1)
        {
            options.Axes.ReportWindow(this, "KernelSize", (_vertical.Reach, _horizontal.Reach), image, problems);
            return null;
        }

        if (_channels % options.Groups != 0)
        {
            problems.Add("SN3050", "Groups", this, Literal.Int(options.Groups), problems.InputKind(), Literal.Int(_channels));
            return null;
        }

        if (options.Filters % options.Groups != 0)
        {
            problems.Add("SN3030", "Groups", this, Literal.Int(options.Filters), Literal.Int(options.Groups));
            return null;
        }

        int summed = _channels / options.Groups;
        int[] kernel = [options.Kernel.Vertical, options.Kernel.Horizontal, summed, options.Filters];
        if (!Declared.Shape.ProductFits(kernel))
        {
            problems.Add("SN3010", "Filters", this, Literal.Product(kernel), Literal.Int(Declared.Shape.LargestSize));
            return null;
        }

        int taps = options.Kernel.Vertical * options.Kernel.Horizontal;
        _weights = Options.Weights(options.Axes.FromImage(kernel), taps * summed, taps * options.Filters);
        return options.Axes.FromImage(_vertical.Output, _horizontal.Output, options.Filters);
    }

    /// <summary>Takes zeros around the input for padding of its own; false where it can't.</summary>
    public bool TryPad(Margins zeros)
    {
        if (_vertical.WithoutZeros(zeros.Top, zeros.Bottom) is not { } vertical
            || _horizontal.WithoutZeros(zeros.Left, zeros.Right) is not { } horizontal)
        {
            return false;
        }

        (_vertical, _horizontal) = (vertical, horizontal);
        return true;
    }

    /// <summary>How each pass is computed; a pass over the graph chooses.</summary>
    public ConvolutionAlgorithms Algorithms { get; set; } = ConvolutionAlgorithms.Direct;

    /// <summary>The algorithm that the attribute asks for.</summary>
    public string RequestedAlgorithm => options.Algorithm;

    /// <summary>Groups of channels that are convolved for themselves.</summary>
    public int Groups => options.Groups;

    /// <summary>Whether Winograd's algorithm can compute it.</summary>
    public bool SuitsWinograd => options.SuitsWinograd;

    public override IReadOnlyList<ExtraBuffer> ExtraBuffers(bool inputNeedsGradient) =>
        Pool is null ? [] : ReadsConvolvedGradient(inputNeedsGradient) ? [Winners, DirectPasses.Convolved(Shape)] : [Winners];

    public override int ScratchSize(bool training)
    {
        if (!training)
        {
            return Algorithms.Forward is int tile
                ? new WinogradShape(Shape, tile).ScratchSize
                : DirectPasses.ScratchSize(Shape, forward: true, backwardWeights: false);
        }

        int winograd = Algorithms.Tiles.Select(tile => new WinogradShape(Shape, tile).ScratchSize).DefaultIfEmpty(0).Max();
        return Math.Max(winograd, DirectPasses.ScratchSize(Shape, Algorithms.Forward is null, Algorithms.BackwardWeights is null));
    }

    public override IReadOnlyList<ExtraBuffer> PreparedWeights =>
        Algorithms.Forward is int tile ? [WinogradBuffers.Kernel(new WinogradShape(Shape, tile))] : [];

    public override IReadOnlyList<ExtraBuffer> DerivedWeights(bool inputNeedsGradient)
    {
        var buffers = new List<ExtraBuffer>(PreparedWeights);
        if (inputNeedsGradient && Algorithms.BackwardData is int dataTile)
        {
            var shape = new WinogradShape(Shape, dataTile);
            buffers.Add(WinogradBuffers.TransposedKernel(shape));
            buffers.Add(WinogradBuffers.BackwardKernel(shape));
        }
        else if (inputNeedsGradient)
        {
            buffers.Add(DirectPasses.Transposed(Shape));
        }

        if (!IsFrozen && Algorithms.BackwardWeights is int weightsTile)
        {
            buffers.Add(WinogradBuffers.KernelGradient(new WinogradShape(Shape, weightsTile)));
        }

        return buffers;
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var convolution = new Convolution
        {
            X = lowering.X,
            Kernel = lowering.Weights[0],
            Bias = lowering.Bias(),
            Vertical = _vertical,
            Horizontal = _horizontal,
            Channels = _channels,
            Filters = options.Filters,
            Groups = options.Groups,
            Algorithm = !options.SuitsWinograd ? "Direct" : options.Algorithm == "Auto" ? lowering.Convolution : options.Algorithm,
        };
        return lowering.Activate(lowering.Add(convolution, shape), Applied);
    }

    public override void EmitForward(LayerEmission emission)
    {
        ExtraBuffer? winners = emission.Training && Pool is not null ? Winners : null;
        if (Algorithms.Forward is int tile)
        {
            new WinogradForward(emission, new WinogradShape(Shape, tile)).Emit(winners);
        }
        else
        {
            new DirectPasses(emission, Shape).EmitForward(winners);
        }
    }

    public override void EmitPreparedWeights(LayerEmission emission)
    {
        if (Algorithms.Forward is int tile)
        {
            new WinogradForward(emission, new WinogradShape(Shape, tile)).EmitKernel(isShared: false);
        }
    }

    public override void EmitDerivedWeights(LayerEmission emission)
    {
        if (Algorithms.Forward is int forwardTile)
        {
            new WinogradForward(emission, new WinogradShape(Shape, forwardTile)).EmitKernel(isShared: true);
        }

        if (!emission.NeedsInputGradient())
        {
            return;
        }

        if (Algorithms.BackwardData is int dataTile)
        {
            new WinogradBackwardData(emission, new WinogradShape(Shape, dataTile)).EmitKernel();
        }
        else
        {
            new DirectPasses(emission, Shape).EmitDerivedWeights();
        }
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (Activation != "Linear")
        {
            ActivationBackward.Emit(emission, "BackwardActivation", Function, emission.Y, emission.DY, emission.DY, accumulates: false);
        }

        var direct = new DirectPasses(emission, Shape);
        if (ReadsConvolvedGradient(emission.NeedsInputGradient()))
        {
            direct.EmitBackwardPooling(Winners);
        }

        if (!emission.NeedsInputGradient())
        {
            return;
        }

        if (Algorithms.BackwardData is int tile)
        {
            new WinogradBackwardData(emission, new WinogradShape(Shape, tile)).Emit(Winners, emission.Accumulates());
        }
        else
        {
            direct.EmitBackwardData(emission.Accumulates());
        }
    }

    public override void EmitWeightGradients(LayerEmission emission)
    {
        if (Algorithms.BackwardWeights is int tile)
        {
            new WinogradBackwardWeights(emission, new WinogradShape(Shape, tile), _weights[0].Penalty).Emit(Winners);
        }
        else
        {
            new DirectPasses(emission, Shape).EmitBackwardWeights(
                _weights[0].Penalty, Winners, readsWinners: Pool is not null && !ReadsConvolvedGradient(emission.NeedsInputGradient()));
        }

        if (Options.UseBias)
        {
            BiasGradient.Emit(emission, 1, emission.DY, Shape.Output[0] * Shape.Output[1]);
        }
    }

    /// <summary>The convolution as its kernels see it.</summary>
    public ConvolutionShape Shape => new()
    {
        Vertical = _vertical,
        Horizontal = _horizontal,
        Channels = _channels,
        Filters = options.Filters,
        Groups = options.Groups,
        UseBias = AddsBias,
        Activation = Function,
        Pool = Pool,
    };

    private ExtraBuffer Winners => new("Winner", Shape.Output.Size);

    /// <summary>
    /// Whether the gradient before the pooling is stored: for a direct input gradient. Other passes take it from the winners.
    /// </summary>
    private bool ReadsConvolvedGradient(bool inputNeedsGradient) =>
        Pool is not null && inputNeedsGradient && Algorithms.BackwardData is null;
}
