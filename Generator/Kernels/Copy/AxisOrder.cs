using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>
/// Emits copies of a value with its axes in another order. Axes that stay together are one, and those of size 1 are none. Where the last
/// axis stays, rows are copied; where it moves, each plane of the two last axes is transposed by blocks.
/// </summary>
internal sealed class AxisOrder
{
    private readonly IReadOnlyList<Axis> _axes;
    private readonly int _size;

    /// <param name="from">The shape of what is read.</param>
    /// <param name="order">For each axis of what is written, the axis that is read.</param>
    public AxisOrder(Shape from, IReadOnlyList<int> order)
    {
        _size = from.Size;
        var axes = new List<(int Size, int Read)>();
        foreach (int read in order.Where(axis => from[axis] > 1))
        {
            int stride = from.Dimensions.Skip(read + 1).Aggregate(1, (product, size) => product * size);
            bool follows = axes.Count > 0 && axes[axes.Count - 1].Read == stride * from[read];
            if (follows)
            {
                axes[axes.Count - 1] = (axes[axes.Count - 1].Size * from[read], stride);
            }
            else
            {
                axes.Add((from[read], stride));
            }
        }

        _axes = axes
            .Select((axis, i) => new Axis(axis.Size, axis.Read, axes.Skip(i + 1).Aggregate(1, (product, next) => product * next.Size)))
            .ToArray();
    }

    /// <summary>Whether all values stay where they are.</summary>
    public bool IsUnchanged => _axes.Count <= 1;

    /// <summary>Writes <c>y = x</c> in the other order, or adds to y.</summary>
    public void Write(SourceWriter writer, Flavour widest, string x, string y, bool adds)
    {
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Refer(x + "n", x, At.Times("n", _size));
            writer.Refer(y + "n", y, At.Times("n", _size));
            Axis last = _axes[_axes.Count - 1];
            if (last.Read == 1)
            {
                WriteLoops(writer, _axes.Take(_axes.Count - 1), (read, written) =>
                    WriteRow(writer, widest.Fit(last.Size), last.Size, (x, read), (y, written), adds));
            }
            else
            {
                // The axis along which x runs; it and the last one span the planes.
                Axis run = _axes.Single(axis => axis.Read == 1);
                string method = adds ? "Transpose.AddStrided" : "Transpose.Strided";
                string sizes = string.Join(", ", new[] { last.Size, run.Size, last.Read, run.Written }.Select(size => Literal.Int(size)));
                WriteLoops(writer, _axes.Where(axis => axis != run && axis != last), (read, written) =>
                    writer.Line($"{method}({At.Ref(x + "n", read)}, {At.Ref(y + "n", written)}, {sizes});"));
            }
        }
    }

    private static void WriteRow(
        SourceWriter writer, Flavour flavour, int size, (string Name, string Place) x, (string Name, string Place) y, bool adds)
    {
        writer.Refer(x.Name + "r", x.Name + "n", x.Place);
        writer.Refer(y.Name + "r", y.Name + "n", y.Place);
        RowLoop.Write(writer, flavour, size, (offset, lanes) =>
        {
            string added = adds ? " + " + flavour.Load(y.Name + "r", offset) : "";
            writer.Line($"{flavour.Type} v = {flavour.Load(x.Name + "r", offset)}{added};");
            VectorStore.WriteAt(writer, flavour, "v", y.Name + "r", offset, lanes);
        });
    }

    /// <summary>Writes a loop for each axis; the body gets the places that are read and written.</summary>
    private static void WriteLoops(SourceWriter writer, IEnumerable<Axis> axes, Action<string, string> body)
    {
        var open = new Stack<IDisposable>();
        string read = "0";
        string written = "0";
        int depth = 0;
        foreach (Axis axis in axes)
        {
            string index = "i" + Literal.Int(depth++);
            open.Push(writer.Block($"for (int {index} = 0; {index} < {Literal.Int(axis.Size)}; {index}++)"));
            read = At.Sum(read, At.Times(index, axis.Read));
            written = At.Sum(written, At.Times(index, axis.Written));
        }

        body(read, written);
        while (open.Count > 0)
        {
            open.Pop().Dispose();
        }
    }

    /// <summary>An axis of what is written.</summary>
    /// <param name="Size">Its positions.</param>
    /// <param name="Read">Floats from one position to the next where it is read.</param>
    /// <param name="Written">Floats from one position to the next where it is written.</param>
    private sealed record Axis(int Size, int Read, int Written);
}
