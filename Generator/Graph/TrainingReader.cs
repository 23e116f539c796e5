using StaticNets.Generator.Layers;
using StaticNets.Generator.Model;
using StaticNets.Generator.Optimizers;

namespace StaticNets.Generator.Graph;

/// <summary>Reads how the net is trained from <c>[Compile]</c>.</summary>
internal static class TrainingReader
{
    public static Training? Read(NetSpec spec, Problems problems)
    {
        if (spec.Compile is not { } attribute)
        {
            return null;
        }

        var arguments = new ArgumentReader(attribute, problems.For(Problem.Compile), attribute.Kind);
        OptimizerRule? optimizer = OptimizerCatalogue.Read(arguments.Enum("Optimizer", "", OptimizerCatalogue.Names), arguments);
        return optimizer is null ? null : new Training(optimizer);
    }
}
