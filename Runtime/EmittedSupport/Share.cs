using System.ComponentModel;

namespace StaticNets.Execution;

/// <summary>One worker's part of a number of tiles, for the emitted code.</summary>
/// <param name="Start">The first tile.</param>
/// <param name="End">The tile behind the last.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Share(int Start, int End)
{
    /// <summary>
    /// The share of a worker: consecutive tiles, of all workers as many but for one; a single tile is the first worker's.
    /// </summary>
    public static Share Of(int tiles, int worker, int workers) => tiles == 1
        ? new Share(worker == 0 ? 0 : 1, 1)
        : new Share((int)((long)tiles * worker / workers), (int)((long)tiles * (worker + 1) / workers));
}
