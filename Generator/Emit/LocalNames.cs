using System;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Declared.Passes;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit;

/// <summary>
/// What the methods that run passes call the things of layers. All methods of a graph share the names, so that a layer is called the same
/// in each.
/// </summary>
internal sealed class LocalNames
{
    private readonly NameScope _scope = new(PassMethods.Variables);

    /// <summary>A layer's output.</summary>
    public string Output(Node node) => _scope.Of((node, BufferRole.Output, ""), node.Variable, node.Variable + "_layer");

    /// <summary>The gradient of a layer's output.</summary>
    public string Gradient(Node node) => _scope.Of((node, BufferRole.Gradient, ""), "d" + node.Constant);

    /// <summary>A buffer that a layer has besides.</summary>
    public string Extra(Node node, BufferRole role, ExtraBuffer buffer) =>
        _scope.Of((node, role, buffer.Name), node.Variable + buffer.Name);

    /// <summary>Throws for a name that nobody has asked for: another thing could have it, too.</summary>
    public void Check(string name)
    {
        if (!_scope.Has(name))
        {
            throw new InvalidOperationException($"The name '{name}' is not reserved.");
        }
    }
}
