using StaticNets.Generator.Declaration;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>The constants with the indexes of training's buffers.</summary>
internal sealed class BufferConstants
{
    /// <summary>The class that declares them.</summary>
    public const string Class = EmittedTypes.Buffers;

    /// <summary>Its arrays of sizes.</summary>
    public const string PerSample = "PerSample";
    public const string Derived = "Derived";
    public const string PerWorker = "PerWorker";

    private readonly NameScope _scope = new([Class, PerSample, Derived, PerWorker]);
    private readonly ValueNames _values;

    /// <param name="plan">The plan of all.</param>
    /// <param name="values">The stems of their names.</param>
    public BufferConstants(TrainingPlan plan, ValueNames values)
    {
        _values = values;
        foreach (PlannedBuffer buffer in plan.PerSample.Concat(plan.Derived).Concat(plan.PerWorker))
        {
            Name(buffer);
        }
    }

    /// <summary>The constant as its class declares it.</summary>
    public string Name(PlannedBuffer buffer) => Name(buffer.Of, buffer.Role, buffer.Name);

    /// <summary>The constant of a value as others name it.</summary>
    public string Output(Value value) => Of(value, BufferRole.Output, "");

    /// <summary>That of a value's gradient.</summary>
    public string Gradient(Value value) => Of(value, BufferRole.Gradient, "");

    /// <summary>That of a buffer that the operation has besides.</summary>
    public string Extra(Value value, BufferRole role, NamedBuffer buffer) => Of(value, role, buffer.Name);

    private string Of(Value value, BufferRole role, string name) => $"{Class}.{Name(value, role, name)}";

    private string Name(Value value, BufferRole role, string name) =>
        _scope.Of((value, role, name), _values.Constant(value) + (role == BufferRole.Gradient ? "Gradient" : name));
}
