namespace StaticNets.Execution;

/// <summary>What stands around buffers: nothing in particular, but for tests, which put there what nobody may touch.</summary>
internal abstract class BufferBorder
{
    /// <summary>The border of all buffers that are made from now on, each of which then has memory of its own.</summary>
    public static BufferBorder? Current { get; set; }

    /// <summary>Floats that an array needs beside a buffer and its slack.</summary>
    public abstract int Floats { get; }

    /// <summary>Puts the border into a pinned array, and says where between it the buffer begins.</summary>
    public abstract int Enclose(float[] array, int length);
}
