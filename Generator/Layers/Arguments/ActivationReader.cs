using StaticNets.Generator.Ir.Functions;

namespace StaticNets.Generator.Layers.Arguments;

/// <summary>Reads which activation a layer has: a member of <c>StaticNets.Activation</c>, or a method of the user's.</summary>
internal static class ActivationReader
{
    /// <param name="arguments">The attribute's arguments.</param>
    /// <param name="name">The argument with the member; the one with the method is called after it.</param>
    /// <param name="defaultValue">The member where neither is given.</param>
    public static Activation Read(
        ArgumentReader arguments, string name = "Activation", Shared.Activation defaultValue = Shared.Activation.Linear)
    {
        string method = name + "Method";
        arguments.RefuseBoth(name, method);

        return arguments.Function(method) is { } function
            ? new UserActivation(function)
            : KnownActivations.Get(arguments.Enum(name, defaultValue));
    }

    /// <summary>What a layer that carries an activation is called after it: <c>silu</c>, <c>squash</c>.</summary>
    public static string Snake(Activation activation) =>
        Identifier.Snake(activation is UserActivation own ? own.Function.Name : activation.Name);
}
