namespace System.Runtime.CompilerServices;

/// <summary>The compiler wants this type for <c>init</c>, and netstandard2.0 has none.</summary>
internal static class IsExternalInit;

/// <summary>The compiler wants this type for <c>required</c>, and netstandard2.0 has none.</summary>
[System.AttributeUsage(System.AttributeTargets.All)]
internal sealed class RequiredMemberAttribute : System.Attribute;

/// <summary>The compiler wants this type for <c>required</c>, and netstandard2.0 has none.</summary>
[System.AttributeUsage(System.AttributeTargets.All)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : System.Attribute
{
    public string FeatureName { get; } = featureName;
}
