namespace StaticNets.Generator.Ir;

/// <summary>Positions around an image, or before and behind a sequence.</summary>
internal sealed record Margins(int Top, int Bottom, int Left, int Right)
{
    public bool IsNone => this == new Margins(0, 0, 0, 0);

    /// <summary>As printed graphs show them: top, bottom, left, right.</summary>
    public override string ToString() => $"{Literal.Int(Top)} {Literal.Int(Bottom)} {Literal.Int(Left)} {Literal.Int(Right)}";
}
