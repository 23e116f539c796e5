using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Initializers;

namespace StaticNets.Generator.Layers.Normalizations;

/// <summary>
/// What the normalizations with <c>gamma</c> and <c>beta</c> have in common: the properties of <c>ScaleAndCenterAttribute</c>.
/// </summary>
internal sealed record ScaleAndCenter(double Epsilon, WeightTensor? Gamma, WeightTensor? Beta)
{
    private static readonly Shape s_unknown = new(1);

    public static ScaleAndCenter Read(ArgumentReader arguments)
    {
        WeightTensor gamma = Tensor(arguments, "Gamma", "Ones");
        WeightTensor beta = Tensor(arguments, "Beta", "Zeros");
        return new ScaleAndCenter(
            ReadEpsilon(arguments, 1e-3),
            arguments.Boolean("Scale", true) ? gamma : null,
            arguments.Boolean("Center", true) ? beta : null);
    }

    /// <summary>A finite number above 0.</summary>
    public static double ReadEpsilon(ArgumentReader arguments, double defaultValue) => arguments.Positive("Epsilon", defaultValue);

    /// <summary>The weights that there are, <c>gamma</c> first; each is its own fan in and out.</summary>
    public IReadOnlyList<WeightTensor> Weights(Shape shape)
    {
        var weights = new List<WeightTensor>();
        foreach (WeightTensor? weight in new[] { Gamma, Beta })
        {
            if (weight is not null)
            {
                weights.Add(weight with { Shape = shape, Start = weight.Start with { FanIn = shape.Size, FanOut = shape.Size } });
            }
        }

        return weights;
    }

    private static WeightTensor Tensor(ArgumentReader arguments, string name, string initializer) => new()
    {
        Name = name.ToLowerInvariant(),
        Shape = s_unknown,
        Start = InitializerCatalogue.Read(arguments, name, initializer),
        Penalty = arguments.Penalty(name),
        Constraint = ConstraintReader.Read(arguments, name, name),
    };
}
