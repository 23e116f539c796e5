using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Loops;

/// <summary>
/// Stores of vectors. Loads may read past a row, into memory that is ours; a store never writes past it, for what stands there
/// may be another thread's.
/// </summary>
internal static class VectorStore
{
    /// <summary>Writes statements that store the first <paramref name="lanes"/> lanes of a vector variable.</summary>
    public static void Write(SourceWriter writer, Flavour flavour, string vector, string reference, int offset, int lanes)
    {
        if (lanes == flavour.Lanes)
        {
            writer.Line($"{vector}.StoreUnsafe({At.Ref(reference, offset)});");
            return;
        }

        if (flavour.Bits > 128)
        {
            var half = new Flavour(flavour.Bits / 2, flavour.Registers);
            Write(writer, half, $"{vector}.GetLower()", reference, offset, lanes < half.Lanes ? lanes : half.Lanes);
            if (lanes > half.Lanes)
            {
                Write(writer, half, $"{vector}.GetUpper()", reference, offset + half.Lanes, lanes - half.Lanes);
            }

            return;
        }

        for (int lane = 0; lane < lanes; lane++)
        {
            string value = lane == 0 ? $"{vector}.ToScalar()" : $"{vector}.GetElement({Literal.Int(lane)})";
            writer.Line($"{At.Value(reference, offset + lane)} = {value};");
        }
    }

    /// <summary>Stores at a constant offset or, where all lanes count, at a computed one.</summary>
    public static void WriteAt(SourceWriter writer, Flavour flavour, string vector, string reference, IndexSum offset, int lanes)
    {
        if (offset.IsNumber)
        {
            Write(writer, flavour, vector, reference, (int)offset.Number, lanes);
        }
        else
        {
            writer.Line($"{vector}.StoreUnsafe(ref {reference}, (uint){offset.AsFactor()});");
        }
    }

    /// <summary>Stores at a computed offset, also where not all lanes count.</summary>
    public static void WriteComputed(SourceWriter writer, Flavour flavour, string vector, string reference, IndexSum offset, int lanes)
    {
        if (lanes == flavour.Lanes || offset.IsNumber)
        {
            WriteAt(writer, flavour, vector, reference, offset, lanes);
            return;
        }

        writer.Refer("place", reference, offset);
        Write(writer, flavour, vector, "place", 0, lanes);
    }
}
