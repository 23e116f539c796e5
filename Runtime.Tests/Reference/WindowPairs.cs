using System.Collections.Generic;

namespace StaticNets.Tests.Reference;

/// <summary>The pixels of input and output that meet under the taps of a window, each by its number in its own image.</summary>
internal static class WindowPairs
{
    public static IEnumerable<(int Pixel, int Output, int Tap)> Of(WindowAxis rows, WindowAxis columns)
    {
        for (int oy = 0; oy < rows.Output; oy++)
        {
            for (int ox = 0; ox < columns.Output; ox++)
            {
                for (int ky = 0; ky < rows.Taps; ky++)
                {
                    for (int kx = 0; kx < columns.Taps; kx++)
                    {
                        int iy = rows.Position(oy, ky);
                        int ix = columns.Position(ox, kx);
                        if (iy >= 0 && ix >= 0)
                        {
                            yield return ((iy * columns.Input) + ix, (oy * columns.Output) + ox, (ky * columns.Taps) + kx);
                        }
                    }
                }
            }
        }
    }
}
