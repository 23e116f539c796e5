using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Diagnostics.Advice;

/// <summary>
/// A Dense that answers for each position of an image alone, up to the output, where one answer for the image was meant. As many positions
/// as an input has are taken for an answer to each pixel.
/// </summary>
internal static class FlattenAdvice
{
    public static IEnumerable<Problem> Find(AdvisedNet net)
    {
        Node? first = null;
        Node node = net.Graph.MainOutput.Node;
        while (node is { Inputs.Count: 1, Shape.Rank: 3 } && net.Operations(node).All(AnswersForEachPosition))
        {
            first = net.Operations(node).Any(operation => operation is MatrixProduct) ? node : first;
            node = node.Inputs[0];
        }

        if (first is not null && !net.Graph.Inputs.Any(input => IsOfSameSize(input.Shape, first.Shape)))
        {
            Node image = first.Inputs[0];
            Shape output = net.Graph.MainOutput.Node.Shape;
            yield return AdviceDiagnostics.DenseOnImage(net.Label(first), image.Layer.Kind, image.Shape, output)
                with { Attribute = first.Attribute };
        }
    }

    private static bool AnswersForEachPosition(Operation operation) => operation is MatrixProduct or Activate or Noise;

    private static bool IsOfSameSize(Shape input, Shape image) => input.Rank == 3 && input[0] == image[0] && input[1] == image[1];
}
