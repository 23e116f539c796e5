using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Emit.Convolution;
using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>
/// A transposed convolution: each pixel is spread over the pixels that a convolution would have read it from. The kernel's shape
/// is (KH, KW, filters, C).
/// </summary>
internal sealed class Conv2DTransposeLayer(
    int filters, ConvolutionWindow window, OutputPadding outputPadding, WeightedOptions weighted) : WeightedLayer(weighted)
{
    private IReadOnlyList<WeightTensor> _weights = [];
    private WindowAxis _vertical = new(1, 1, 1, 1, false);
    private WindowAxis _horizontal = new(1, 1, 1, 1, false);
    private int _channels;

    public override string Kind => "Conv2DTranspose";

    public override string Description => $"Conv2DTranspose({Literal.Int(filters)}, {window.KernelText})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    /// <summary>The input channels, which stand behind each filter.</summary>
    public override int KernelRun => _channels;

    public override long MultiplyAdds => (long)_vertical.Pairs * _horizontal.Pairs * _channels * filters;

    public static Layer Read(ArgumentReader arguments)
    {
        var window = ConvolutionWindow.Read(arguments);
        if (window.IsStrided && window.IsDilated)
        {
            string argument = arguments.Has("DilationRatePerAxis") ? "DilationRatePerAxis" : "DilationRate";
            arguments.Problems.Add("SN2005", argument, arguments.Label);
        }

        return new Conv2DTransposeLayer(
            arguments.Size("Filters"),
            window,
            OutputPadding.Read(arguments, window.Strides),
            WeightedOptions.Read(arguments));
    }

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        if (!problems.IsImage(this, input))
        {
            return null;
        }

        _channels = input.Last;
        (int vertical, int horizontal) = window.Kernel;
        _vertical = WindowAxis.Transposed(
            input[0], vertical, window.Strides.Vertical, window.Dilation.Vertical, window.IsSame, outputPadding.Vertical);
        _horizontal = WindowAxis.Transposed(
            input[1], horizontal, window.Strides.Horizontal, window.Dilation.Horizontal, window.IsSame, outputPadding.Horizontal);
        if (_vertical.Input < 1 || _horizontal.Input < 1)
        {
            // An even kernel on one row or column, all of which would be cut off.
            problems.Add("SN2007", outputPadding.Argument, this, outputPadding.Argument, "at least 1 for the output to have a pixel", "0");
            return null;
        }

        int[] kernel = [window.Kernel.Vertical, window.Kernel.Horizontal, filters, _channels];
        if (!Declared.Shape.ProductFits(kernel))
        {
            problems.Add("SN3010", "Filters", this, Literal.Product(kernel), Literal.Int(Declared.Shape.LargestSize));
            return null;
        }

        int fanIn = window.Taps * filters;
        int fanOut = window.Taps * _channels;
        IReadOnlyList<WeightTensor> weights = Options.Weights(new Shape(kernel), fanIn, fanOut, new Shape(filters));
        _weights = [weights[0] with { Units = new UnitLayout(filters, _channels) }, .. weights.Skip(1)];
        return new Shape(_vertical.Input, _horizontal.Input, filters);
    }

    public override int ScratchSize(bool training) => training ? new PaddedInput(Turned).Size : 0;

    public override IReadOnlyList<ExtraBuffer> PreparedWeights => [DirectPasses.Transposed(Turned)];

    public override IReadOnlyList<ExtraBuffer> DerivedWeights(bool inputNeedsGradient) => PreparedWeights;

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var convolution = new TransposedConvolution
        {
            X = lowering.X,
            Kernel = lowering.Weights[0],
            Bias = lowering.Bias(),
            Vertical = _vertical,
            Horizontal = _horizontal,
            Channels = _channels,
            Filters = filters,
        };
        return lowering.Activate(lowering.Add(convolution, shape), Applied);
    }

    public override void EmitForward(LayerEmission emission) => Passes(emission).EmitForward();

    public override void EmitPreparedWeights(LayerEmission emission) => Passes(emission).EmitKernel(isShared: false);

    public override void EmitDerivedWeights(LayerEmission emission) => Passes(emission).EmitKernel(isShared: true);

    public override void EmitBackward(LayerEmission emission)
    {
        if (Activation != "Linear")
        {
            ActivationBackward.Emit(emission, "BackwardActivation", Function, emission.Y, emission.DY, emission.DY, accumulates: false);
        }

        if (emission.NeedsInputGradient())
        {
            Passes(emission).EmitBackwardData(emission.Accumulates());
        }
    }

    public override void EmitWeightGradients(LayerEmission emission)
    {
        Passes(emission).EmitBackwardWeights(_weights[0].Penalty);
        if (Options.UseBias)
        {
            BiasGradient.Emit(emission, 1, emission.DY, _vertical.Input * _horizontal.Input);
        }
    }

    private TransposedPasses Passes(LayerEmission emission) => new(emission, Turned, AddsBias, Function);

    /// <summary>The convolution that goes the other way, from the output to the input.</summary>
    private ConvolutionShape Turned => new()
    {
        Vertical = _vertical,
        Horizontal = _horizontal,
        Channels = filters,
        Filters = _channels,
        UseBias = false,
        Activation = ActivationCatalogue.Linear,
    };
}
