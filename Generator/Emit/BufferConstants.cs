using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Declared.Passes;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit;

/// <summary>The constants with the indexes of training's buffers.</summary>
internal sealed class BufferConstants
{
    /// <summary>The class that declares them.</summary>
    public const string Class = "Buffers";

    /// <summary>Its arrays of sizes.</summary>
    public const string PerSample = "PerSample";
    public const string Derived = "Derived";
    public const string PerWorker = "PerWorker";

    private readonly NameScope _scope = new([Class, PerSample, Derived, PerWorker]);

    /// <param name="plan">The plan of all.</param>
    public BufferConstants(TrainingPlan plan)
    {
        foreach (PlannedBuffer buffer in plan.PerSample.Concat(plan.Derived).Concat(plan.PerWorker))
        {
            Name(buffer);
        }
    }

    /// <summary>The constant as its class declares it.</summary>
    public string Name(PlannedBuffer buffer) => Name(buffer.Node, buffer.Role, buffer.Name);

    /// <summary>The constant of an output as others name it.</summary>
    public string Output(Node node) => Of(node, BufferRole.Output, "");

    /// <summary>That of an output's gradient.</summary>
    public string Gradient(Node node) => Of(node, BufferRole.Gradient, "");

    /// <summary>That of a buffer that a layer has besides.</summary>
    public string Extra(Node node, BufferRole role, ExtraBuffer buffer) => Of(node, role, buffer.Name);

    private string Of(Node node, BufferRole role, string name) => $"{Class}.{Name(node, role, name)}";

    private string Name(Node node, BufferRole role, string name) =>
        _scope.Of((node, role, name), node.Constant + (role == BufferRole.Gradient ? "Gradient" : name));
}
