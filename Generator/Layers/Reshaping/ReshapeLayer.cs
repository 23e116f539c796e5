using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Reshaping;

/// <summary>The same values under another shape: a view.</summary>
internal sealed class ReshapeLayer(IReadOnlyList<int> target) : Layer
{
    public override string Kind => "Reshape";

    public override string Description => $"Reshape({string.Join(", ", target.Select(size => Literal.Int(size)))})";

    public static Layer Read(ArgumentReader arguments) => new ReshapeLayer(arguments.Integers("TargetShape"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        int size = inputs[0].Size;
        int[] known = target.Where(dimension => dimension != -1).ToArray();
        bool legal = target.Count > 0
            && known.All(dimension => dimension >= 1)
            && target.Count - known.Length <= 1
            && Shape.ProductFits(known);
        string room = "sizes from 1 up and at most one -1";
        if (legal)
        {
            int product = known.Aggregate(1, (a, b) => a * b);
            if (known.Length == target.Count ? product == size : size % product == 0)
            {
                return new Shape(target.Select(dimension => dimension == -1 ? size / product : dimension).ToArray());
            }

            room = (known.Length == target.Count ? "" : "a multiple of ") + Literal.Int(product) + " values";
        }

        problems.Add(GraphDiagnostics.ReshapeDoesNotFit(problems.Label(this), room, problems.InputKind(), inputs[0]));
        return null;
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new View { X = lowering.X }, shape);
}
