namespace StaticNets.Generator.Diagnostics;

/// <summary>The category of each thousand of ids.</summary>
internal static class DiagnosticCategory
{
    public const string Declaration = "StaticNets.Declaration";
    public const string Arguments = "StaticNets.Arguments";
    public const string Graph = "StaticNets.Graph";
    public const string Training = "StaticNets.Training";
    public const string Advice = "StaticNets.Advice";
}
