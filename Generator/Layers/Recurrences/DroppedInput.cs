using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Regularization;

namespace StaticNets.Generator.Layers.Recurrences;

/// <summary>The parts of a recurrent layer whose input has dropout: that, and the layer without.</summary>
internal static class DroppedInput
{
    /// <summary>One mask serves all gates, unless the state has dropout too: then each gate has its own, if there are several.</summary>
    public static IReadOnlyList<LayerPart> Parts(RecurrentLayer layer, int gates, Shape input, LayerProblems problems)
    {
        RecurrentOptions options = layer.Options;
        NoiseLayer dropout = options.RecurrentDropout > 0 && gates > 1
            ? new GateDropoutLayer(options.Dropout, gates, options.DropoutStream)
            : new SpatialDropoutLayer(SpatialAxes.Sequence, options.Dropout, options.DropoutStream);
        RecurrentLayer steps = layer.With(options with { Dropout = 0 });
        return problems.Infer(dropout, input) is Shape dropped && problems.Infer(steps, input) is Shape output
            ? Parts(new LayerPart("dropout", dropout, dropped), steps, output)
            : [];
    }

    private static IReadOnlyList<LayerPart> Parts(LayerPart dropout, RecurrentLayer steps, Shape output) =>
        [dropout, new LayerPart("steps", steps, output) { Inputs = [dropout] }];
}
