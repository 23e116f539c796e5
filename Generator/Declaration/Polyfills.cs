namespace System.Runtime.CompilerServices
{
    /// <summary>The compiler wants this type for <c>init</c>, and netstandard2.0 has none.</summary>
    internal static class IsExternalInit;

    /// <summary>The compiler wants this type for <c>required</c>, and netstandard2.0 has none.</summary>
    [AttributeUsage(AttributeTargets.All)]
    internal sealed class RequiredMemberAttribute : Attribute;

    /// <summary>The compiler wants this type for <c>required</c>, and netstandard2.0 has none.</summary>
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;
    }

    /// <summary>The compiler wants this type for what an interpolated string becomes, and netstandard2.0 has none.</summary>
    [AttributeUsage(AttributeTargets.Struct)]
    internal sealed class InterpolatedStringHandlerAttribute : Attribute;
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>The compiler wants this type for records with <c>required</c> members, and netstandard2.0 has none.</summary>
    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;
}
