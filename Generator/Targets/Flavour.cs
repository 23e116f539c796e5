namespace StaticNets.Generator.Targets;

/// <summary>A vector width with its register file. Every kernel is emitted once for each target's.</summary>
/// <param name="Bits">The width of a vector in bits.</param>
/// <param name="Registers">How many vector registers tiles may count on.</param>
internal sealed record Flavour(int Bits, int Registers)
{
    /// <summary>That of the widest vectors, which layouts and memory have room for whatever a build emits.</summary>
    public static readonly Flavour Widest = Of(Target.V4);

    /// <summary>Floats a vector.</summary>
    public int Lanes => Bits / 32;

    /// <summary>Whether these are the widest vectors that there are.</summary>
    public bool IsWidest => Bits == Widest.Bits;

    /// <summary>Whether tiles of one vector a row may have many rows, and so more multiply-adds than loads.</summary>
    public bool HasManyRegisters => Registers >= 32;

    public static Flavour Of(Target target) => new(target.VectorBits, target.Registers);

    /// <summary>The largest of a number over all targets: memory has room for whatever a build emits.</summary>
    public static long Most(System.Func<Flavour, long> number)
    {
        long most = 0;
        foreach (Target target in Target.All)
        {
            most = System.Math.Max(most, number(Of(target)));
        }

        return most;
    }

    /// <summary>The same flavour with the narrowest vectors that take the columns at once: 8 channels need no 512 bits.</summary>
    public Flavour Fit(int columns)
    {
        Flavour fit = this;
        while (fit.Bits > 128 && columns <= fit.Lanes / 2)
        {
            fit = new Flavour(fit.Bits / 2, Registers);
        }

        return fit;
    }

    /// <summary>Vectors that hold so many columns.</summary>
    public int Vectors(int columns) => (columns + Lanes - 1) / Lanes;
}
