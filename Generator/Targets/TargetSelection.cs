namespace StaticNets.Generator.Targets;

/// <summary>Which targets a build emits kernels for, by its MSBuild properties.</summary>
internal static class TargetSelection
{
    /// <summary>
    /// The property that overrules the others: names of targets with commas between them. A user's <c>StaticNetsTargets</c> may have
    /// semicolons, which the package's targets replace, since the compiler would take what follows them for a comment.
    /// </summary>
    public const string TargetsProperty = "StaticNetsTargetList";

    public const string CpuProperty = "StaticNetsCpu";

    public const string RuntimeProperty = "RuntimeIdentifier";

    /// <summary>
    /// The targets in the order of the table. A build for one CPU gets that one's; a portable one, or one for a CPU that only the machine
    /// knows, gets all that may run there. Names that no target has are MSBuild's to report (STATICNETS003) and count for nothing here.
    /// </summary>
    /// <param name="property">The value of a property, or null or empty where it is not set.</param>
    public static IReadOnlyList<Target> Of(Func<string, string?> property)
    {
        string[] names = (property(TargetsProperty) ?? "").Split(',').Select(name => name.Trim()).ToArray();
        Target[] asked = Target.All.Where(target => names.Contains(target.Name, StringComparer.OrdinalIgnoreCase)).ToArray();
        if (asked.Length > 0)
        {
            return asked;
        }

        string runtime = property(RuntimeProperty) ?? "";
        if (runtime.EndsWith("-arm64", StringComparison.OrdinalIgnoreCase))
        {
            return [Target.Arm64];
        }

        if (!runtime.EndsWith("-x64", StringComparison.OrdinalIgnoreCase))
        {
            return Target.All;
        }

        Target[] ofX64 = [Target.V4, Target.V3, Target.V2];
        string cpu = property(CpuProperty) ?? "";
        string only = cpu == "baseline" ? Target.V2.Name : cpu;
        return ofX64.FirstOrDefault(target => target.Name == only) is { } single ? [single] : ofX64;
    }
}
