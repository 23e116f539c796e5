using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Plan.Convolutions.Winograd;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>How a convolution is run: the algorithm of each pass, and what these keep.</summary>
internal sealed record ConvolutionPlan : OperationPlan
{
    public ConvolutionPlan(Convolution operation, OperationUse use)
        : base(operation, use)
    {
        Convolution = operation;
        Shape = ConvolutionShapes.Of(operation);
        Algorithms = ChooseConvolutions.For(operation.Algorithm, Shape);
        if (use.Trains && operation.Pool is not null)
        {
            Winners = new NamedBuffer("Winner", Shape.Output.Size);
            Saved = StoresConvolvedGradient ? [Winners, ConvolutionBuffers.Convolved(Shape)] : [Winners];
        }

        Derived = [.. DerivedWeights()];
        Scratch = use.Trains ? TrainingScratch() : InferenceScratch();
    }

    public Convolution Convolution { get; }

    /// <summary>The convolution as its kernels see it.</summary>
    public ConvolutionShape Shape { get; }

    public ConvolutionAlgorithms Algorithms { get; }

    /// <summary>Which position of each window of a fused pooling was the largest.</summary>
    public NamedBuffer? Winners { get; }

    /// <summary>
    /// Whether the gradient before the pooling is stored: for a direct gradient of the operand. Other passes take it from the winners.
    /// </summary>
    public bool StoresConvolvedGradient => Convolution.Pool is not null && Use.NeedsGradient() && Algorithms.BackwardData is null;

    private IEnumerable<NamedBuffer> DerivedWeights()
    {
        if (Algorithms.Forward is int tile)
        {
            yield return WinogradBuffers.Kernel(new WinogradShape(Shape, tile));
        }

        if (!Use.Trains)
        {
            yield break;
        }

        if (Use.NeedsGradient() && Algorithms.BackwardData is int dataTile)
        {
            var shape = new WinogradShape(Shape, dataTile);
            yield return WinogradBuffers.TransposedKernel(shape);
            yield return WinogradBuffers.BackwardKernel(shape);
        }
        else if (Use.NeedsGradient())
        {
            yield return ConvolutionBuffers.Transposed(Shape);
        }

        if (Convolution.Kernel.IsTrainable && Algorithms.BackwardWeights is int weightsTile)
        {
            yield return WinogradBuffers.KernelGradient(new WinogradShape(Shape, weightsTile));
        }
    }

    private long InferenceScratch() => Algorithms.Forward is int tile
        ? new WinogradShape(Shape, tile).ScratchSize
        : ConvolutionBuffers.ForwardScratch(Shape);

    private long TrainingScratch()
    {
        long winograd = Algorithms.Tiles.Select(tile => new WinogradShape(Shape, tile).ScratchSize).DefaultIfEmpty(0).Max();
        long forward = Algorithms.Forward is null ? ConvolutionBuffers.ForwardScratch(Shape) : 0;
        long backward = Algorithms.BackwardWeights is null ? ConvolutionBuffers.BackwardWeightsScratch(Shape) : 0;
        return Math.Max(winograd, Math.Max(forward, backward));
    }
}
