using System;
using Xunit;

namespace StaticNets.Training.Tests;

/// <summary>A test of what Windows does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? UnixTheoryAttribute.Reason : null;
}

/// <summary>The same with arguments.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    internal const string Reason = "Windows has neither modes nor, without rights to make them, links.";

    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? Reason : null;
}
