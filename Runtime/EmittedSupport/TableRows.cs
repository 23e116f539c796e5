using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNets.Execution;

/// <summary>The places of a batch by the row of a table that they name, for the emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TableRows
{
    /// <summary>
    /// Lists the places that name some rows, row by row and in the batch's order. Several workers may list rows of their own at the same
    /// time, in parts of the list of their own.
    /// </summary>
    /// <param name="rows">The row that each place names.</param>
    /// <param name="count">Places.</param>
    /// <param name="first">The first row.</param>
    /// <param name="last">The one behind the last.</param>
    /// <param name="ends">Receives, for each of these rows, where its places end in the list.</param>
    /// <param name="places">Receives the list: as many as there are places.</param>
    /// <returns>Where the places of the first row begin.</returns>
    public static int List(ref float rows, int count, int first, int last, ref int ends, ref int places)
    {
        for (int row = first; row < last; row++)
        {
            Unsafe.Add(ref ends, row) = 0;
        }

        int begin = 0;
        for (int place = 0; place < count; place++)
        {
            int row = unchecked((int)Unsafe.Add(ref rows, place));
            if (row < first)
            {
                begin++;
            }
            else if (row < last)
            {
                Unsafe.Add(ref ends, row)++;
            }
        }

        int next = begin;
        for (int row = first; row < last; row++)
        {
            next += Unsafe.Add(ref ends, row);
            Unsafe.Add(ref ends, row) = next - Unsafe.Add(ref ends, row);
        }

        for (int place = 0; place < count; place++)
        {
            int row = unchecked((int)Unsafe.Add(ref rows, place));
            if (row >= first && row < last)
            {
                Unsafe.Add(ref places, Unsafe.Add(ref ends, row)++) = place;
            }
        }

        return begin;
    }
}
