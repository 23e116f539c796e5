namespace StaticNets.Generator.Emit.Files;

/// <summary>The version that emitted code names as its tool's.</summary>
internal static class GeneratorVersion
{
    public static readonly string Text = typeof(GeneratorVersion).Assembly.GetName().Version.ToString(3);
}
