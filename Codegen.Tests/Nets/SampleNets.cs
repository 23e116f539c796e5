using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using StaticNets.Codegen.App;

namespace StaticNets.Codegen.Tests.Nets;

/// <summary>The nets of the samples. Reflection finds them, so that none is forgotten.</summary>
internal static class SampleNets
{
    /// <summary>All assemblies beside the tests that have nets: that of their own nets, and one for each sample.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Select(Assembly.LoadFrom)
            .Where(assembly => assembly != typeof(SampleNets).Assembly && assembly.GetName().Name != "StaticNets.Tests.Shared")
            .Where(assembly => assembly.GetReferencedAssemblies().Any(name => name.Name == "StaticNets")),
    ];

    /// <summary>The samples' nets that are trained.</summary>
    public static IReadOnlyList<NetCase> All { get; } =
    [
        .. Assemblies.Where(assembly => assembly != typeof(DigitNet).Assembly)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(Trains)
            .Select(type => (NetCase)Activator.CreateInstance(typeof(NetCase<>).MakeGenericType(type))!)
            .OrderBy(net => net.FullName, StringComparer.Ordinal),
    ];

    private static bool Trains(Type type) =>
        type.GetInterfaces().Any(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(ITrainableNet<>));
}
