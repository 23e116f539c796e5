namespace StaticNets;

/// <summary>One input of a net.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Where its values begin among those of a sample.</param>
/// <param name="Size">Its values a sample.</param>
public sealed record InputInfo(string Name, int Offset, int Size);
