using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;

namespace StaticNets.Tests.Shared.Size;

/// <summary>The methods that the generator emitted into an assembly.</summary>
internal static class EmittedMethods
{
    private const BindingFlags All =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The namespace of all code behind nets.</summary>
    private const string Namespace = "StaticNets.Emitted.";

    /// <summary>All methods of the nets in an assembly that have a body, of the nested classes and the code behind them too.</summary>
    public static IEnumerable<MethodBase> Of(Assembly assembly) => assembly.GetTypes()
        .Where(IsOfNet)
        .SelectMany(type => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
        .Where(method => method.GetMethodBody() is not null);

    /// <summary>The methods that do the arithmetic.</summary>
    public static IEnumerable<MethodBase> KernelsOf(Type net, int bits) => net.Assembly
        .GetType(FormattableString.Invariant($"{CodeOf(net)}.Kernels{bits}"), throwOnError: true)!
        .GetMethods(All)
        .Where(method => (method.MethodImplementationFlags & MethodImplAttributes.AggressiveOptimization) != 0);

    /// <summary>The methods of a kernel's class that call it.</summary>
    public static IEnumerable<MethodBase> CallersOf(MethodBase kernel) => kernel.DeclaringType!.GetMethods(All)
        .Where(method => method.GetMethodBody()?.GetILAsByteArray() is byte[] code && ILReader.Read(code)
            .Any(line => line.OpCode == OpCodes.Call && BitConverter.ToInt32(code, line.Offset + line.OpCode.Size) == kernel.MetadataToken));

    /// <summary>The namespace of the code behind a net.</summary>
    public static string CodeOf(Type net) =>
        Namespace + net.FullName!.Replace("_", "_0", StringComparison.Ordinal).Replace('.', '_').Replace('+', '_');

    public static bool IsNet(Type type) => type.GetCustomAttribute<StaticNetAttribute>() is not null;

    /// <summary>One line for each method that is larger than it may be.</summary>
    public static IReadOnlyList<string> TooLarge(IEnumerable<MethodBase> methods) => [.. methods
        .Select(method => (Name: $"{method.DeclaringType}.{method.Name}", Size: MethodSize.Of(method)))
        .Where(method => method.Size.Exceeds(MethodSize.Most))
        .Select(method => $"{method.Name}: {method.Size}")];

    private static bool IsOfNet(Type type)
    {
        if (type.FullName!.StartsWith(Namespace, StringComparison.Ordinal))
        {
            return true;
        }

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
