namespace StaticNets;

/// <summary>What an IDX file holds. The values are the file format's own.</summary>
public enum IdxElementType
{
    /// <summary>Unsigned bytes.</summary>
    Byte = 0x08,

    /// <summary>Signed bytes.</summary>
    SByte = 0x09,

    /// <summary>Integers of 16 bits.</summary>
    Int16 = 0x0B,

    /// <summary>Integers of 32 bits.</summary>
    Int32 = 0x0C,

    /// <summary>Floats of 32 bits.</summary>
    Single = 0x0D,

    /// <summary>Floats of 64 bits.</summary>
    Double = 0x0E,
}
