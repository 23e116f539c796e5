using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>
/// What the methods that run passes call the values of a graph. All methods share the names, so that a value is called the same in each.
/// </summary>
internal sealed class LocalNames(ValueNames values)
{
    private readonly NameScope _scope = new(PassMethods.Variables);

    /// <summary>A value.</summary>
    public string Output(Value value)
    {
        string variable = values.Variable(value);
        return _scope.Of((value, BufferRole.Output, ""), variable, variable + "Layer");
    }

    /// <summary>Its gradient.</summary>
    public string Gradient(Value value) => _scope.Of((value, BufferRole.Gradient, ""), "d" + values.Constant(value));

    /// <summary>A buffer that the operation that makes it has besides.</summary>
    public string Extra(Value value, BufferRole role, NamedBuffer buffer) =>
        _scope.Of((value, role, buffer.Name), values.Variable(value) + buffer.Name);

    /// <summary>The stem of the names of an operation's methods.</summary>
    public string Constant(Value value) => values.Constant(value);

    /// <summary>A weight.</summary>
    public string Weight(Weight weight) => _scope.Of(("weight", weight.File), values.Variable(weight));

    /// <summary>Its gradient.</summary>
    public string WeightGradient(Weight weight) => _scope.Of(("weight gradient", weight.File), "d" + values.Constant(weight));

    /// <summary>One worker's share of so many tiles.</summary>
    public string Share(int tiles) => _scope.Of(("share", tiles), "tiles" + Literal.Int(tiles));

    /// <summary>Throws for a name that nobody has asked for: another thing could have it, too.</summary>
    public void Check(string name)
    {
        if (!_scope.Has(name))
        {
            throw new InvalidOperationException($"The name '{name}' is not reserved.");
        }
    }
}
