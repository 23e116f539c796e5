using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace StaticNets.Codegen.Tests.Size;

/// <summary>The methods that the generator emitted into an assembly.</summary>
internal static class EmittedMethods
{
    private const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>All methods of the nets in an assembly that have a body, of the nested classes too.</summary>
    public static IEnumerable<MethodBase> Of(Assembly assembly) => assembly.GetTypes()
        .Where(IsOfNet)
        .SelectMany(type => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
        .Where(method => method.GetMethodBody() is not null);

    /// <summary>The methods that do the arithmetic.</summary>
    public static IEnumerable<MethodBase> KernelsOf(Type net, int bits) => net.GetNestedTypes(All)
        .Where(type => type.Name == FormattableString.Invariant($"Kernels{bits}"))
        .SelectMany(type => type.GetMethods(All))
        .Where(method => (method.MethodImplementationFlags & MethodImplAttributes.AggressiveOptimization) != 0);

    public static bool IsNet(Type type) => type.GetCustomAttribute<StaticNetAttribute>() is not null;

    /// <summary>One line for each method that is larger than it may be.</summary>
    public static IReadOnlyList<string> TooLarge(IEnumerable<MethodBase> methods) => [.. methods
        .Select(method => (Name: $"{method.DeclaringType}.{method.Name}", Size: MethodSize.Of(method)))
        .Where(method => method.Size.Exceeds(MethodSize.Most))
        .Select(method => $"{method.Name}: {method.Size}")];

    private static bool IsOfNet(Type type)
    {
        for (Type? outer = type; outer is not null; outer = outer.DeclaringType)
        {
            if (IsNet(outer))
            {
                return true;
            }
        }

        return false;
    }
}
