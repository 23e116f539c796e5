namespace StaticNets.Generator.Emit.Files;

/// <summary>A member of a stub.</summary>
/// <param name="Name">The name that the user's declaration may have taken.</param>
/// <param name="Source">Its source.</param>
internal sealed record StubMember(string Name, string Source);
