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
        if (legal)
        {
            int product = known.Aggregate(1, (a, b) => a * b);
            if (known.Length == target.Count ? product == size : size % product == 0)
            {
                return new Shape(target.Select(dimension => dimension == -1 ? size / product : dimension).ToArray());
            }
        }

        string room = !legal ? "sizes from 1 up and at most one -1"
            : known.Length == target.Count ? Literal.Product(known) + " values"
            : "a multiple of " + Literal.Product(known) + " values";
        problems.Add("SN3003", "TargetShape", this, room, problems.InputKind(), inputs[0].ToString(), Literal.Int(size));
        return null;
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new View { X = lowering.X }, shape);
}
