namespace StaticNets.Benchmarks.Cases;

/// <summary>The nets of Nets.cs.</summary>
internal static class DeclaredNets
{
    public static DeclaredNet Cnn { get; } = new("cnn", nameof(CnnNet),
    [
        new("Conv2d", 26 * 26 * 3 * 3 * 1 * 32),
        new("Conv2d1", 11 * 11 * 3 * 3 * 32 * 64),
        new("Dense", 1600 * 128),
        new("Dense1", 128 * 10),
    ]);

    public static DeclaredNet Mlp { get; } = new("mlp", nameof(MlpNet), [new("Dense", 784 * 128), new("Dense1", 128 * 10)]);

    public static DeclaredNet Lenet { get; } = new("lenet", nameof(LenetNet),
    [
        new("Conv2d", 28 * 28 * 5 * 5 * 1 * 6),
        new("Conv2d1", 10 * 10 * 5 * 5 * 6 * 16),
        new("Dense", 400 * 120),
        new("Dense1", 120 * 84),
        new("Dense2", 84 * 10),
    ]);
}
