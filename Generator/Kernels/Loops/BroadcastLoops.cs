using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Loops;

/// <summary>
/// Emits element by element passes over values of which some have one value for all positions of an axis. Where such a value's gradient is
/// summed, the sum goes over its positions in their order, a vector at a time.
/// </summary>
internal sealed class BroadcastLoops
{
    private readonly IReadOnlyList<BroadcastAxis> _axes;
    private readonly IReadOnlyList<string> _names;
    private readonly SourceWriter _writer;
    private readonly Flavour _flavour;

    /// <param name="writer">Where to.</param>
    /// <param name="widest">The widest vectors.</param>
    /// <param name="common">The common shape.</param>
    /// <param name="operands">All operands, with what is written last.</param>
    public BroadcastLoops(SourceWriter writer, Flavour widest, Shape common, IReadOnlyList<(string Name, Shape Shape)> operands)
    {
        _writer = writer;
        _names = operands.Select(operand => operand.Name).ToArray();
        IReadOnlyList<BroadcastAxis> axes = Broadcasting.Axes(common, operands.Select(operand => operand.Shape).ToArray());
        _axes = axes.Count > 0 ? axes : [new BroadcastAxis(1, operands.Select(_ => true).ToArray())];
        _flavour = widest.Fit(Last.Size);
    }

    private int Result => _names.Count - 1;

    private BroadcastAxis Last => _axes[_axes.Count - 1];

    /// <summary>Whether what is written has one value for several positions.</summary>
    private bool IsSum => _axes.Any(axis => !axis.Has[Result]);

    /// <summary>Writes the loops; where the result lacks an axis, it is the sum over it.</summary>
    /// <param name="value">The value of a vector of results, from the operands' vectors.</param>
    /// <param name="adds">Whether it is added to what the result holds.</param>
    public void Write(Func<Flavour, IReadOnlyList<string>, string> value, bool adds)
    {
        using (_writer.Block("for (int n = n0; n < n1; n++)"))
        {
            for (int operand = 0; operand < _names.Count; operand++)
            {
                _writer.Refer(_names[operand] + "n", _names[operand], At.Times("n", Stride(operand, -1)));
            }

            int[] outer = Enumerable.Range(0, _axes.Count - 1).ToArray();
            if (!IsSum)
            {
                WriteLoops(outer, () => WriteRow(value, adds));
                return;
            }

            WriteLoops(outer.Where(axis => _axes[axis].Has[Result]), () =>
            {
                int[] summed = outer.Where(axis => !_axes[axis].Has[Result]).ToArray();
                if (Last.Has[Result])
                {
                    WriteVectorSums(summed, value, adds);
                }
                else
                {
                    WriteScalarSum(summed, value, adds);
                }
            });
        }
    }

    private void WriteRow(Func<Flavour, IReadOnlyList<string>, string> value, bool adds)
    {
        DeclareRows(Enumerable.Range(0, _names.Count));
        RowLoop.Write(_writer, _flavour, Last.Size, (offset, lanes) =>
        {
            string sum = adds ? _flavour.Load(_names[Result] + "r", offset) + " + " : "";
            _writer.Line($"{_flavour.Type} result = {sum}{value(_flavour, Load(offset))};");
            VectorStore.WriteAt(_writer, _flavour, "result", _names[Result] + "r", offset, lanes);
        });
    }

    /// <summary>A sum for each place of the last axis.</summary>
    private void WriteVectorSums(IReadOnlyList<int> summed, Func<Flavour, IReadOnlyList<string>, string> value, bool adds)
    {
        DeclareRows([Result]);
        RowLoop.Write(_writer, _flavour, Last.Size, (offset, lanes) =>
        {
            _writer.Line($"{_flavour.Type} sum = {(adds ? _flavour.Load(_names[Result] + "r", offset) : _flavour.Zero)};");
            WriteSum(summed, 1, _ =>
            {
                DeclareRows(Enumerable.Range(0, Result));
                _writer.Line($"sum += {value(_flavour, Load(offset))};");
            });
            VectorStore.WriteAt(_writer, _flavour, "sum", _names[Result] + "r", offset, lanes);
        });
    }

    /// <summary>One sum over the last axis, and over others.</summary>
    private void WriteScalarSum(IReadOnlyList<int> summed, Func<Flavour, IReadOnlyList<string>, string> value, bool adds)
    {
        DeclareRows([Result]);
        _writer.Line($"{_flavour.Type} sum = {_flavour.Zero};");
        WriteSum(summed, _flavour.Vectors(Last.Size), whole =>
        {
            void Add(string offset, int lanes) =>
                _writer.Line($"sum += {RowLoop.Masked(_flavour, value(_flavour, Load(offset)), lanes, _flavour.Zero)};");
            DeclareRows(Enumerable.Range(0, Result));
            if (whole is null)
            {
                RowLoop.Write(_writer, _flavour, Last.Size, Add);
            }
            else
            {
                RowLoop.WriteBlocks(_writer, _flavour, Last.Size, whole, Add);
            }
        });
        _writer.Line($"{_names[Result]}r {(adds ? "+" : "")}= {_flavour.Class}.Sum(sum);");
    }

    /// <summary>
    /// The loops over the axes that are summed, of which as many steps as make a block at most go by before the block ends.
    /// </summary>
    /// <param name="axes">The axes.</param>
    /// <param name="terms">Terms that the body adds.</param>
    /// <param name="body">Writes a step. It gets the sum where it has to cut itself into blocks.</param>
    private void WriteSum(IReadOnlyList<int> axes, int terms, Action<LongSum?> body)
    {
        if (axes.Aggregate((long)terms, (product, axis) => product * _axes[axis].Size) <= SumBlock.Terms)
        {
            WriteLoops(axes, () => body(null));
            return;
        }

        var whole = new LongSum(_writer, _flavour, ["sum"]);
        whole.Begin();
        int inner = axes.Count;
        while (inner > 0 && terms * _axes[axes[inner - 1]].Size <= SumBlock.Terms)
        {
            terms *= _axes[axes[--inner]].Size;
        }

        if (terms > SumBlock.Terms)
        {
            WriteLoops(axes, () => body(whole));
        }
        else
        {
            int cut = axes[inner - 1];
            WriteLoops(axes.Take(inner - 1), () => whole.OverBlocks(
                Index(cut),
                "0",
                Literal.Int(_axes[cut].Size),
                1,
                SumBlock.Terms / terms,
                () => WriteLoops(axes.Skip(inner), () => body(null))));
        }

        whole.End();
    }

    private void WriteLoops(IEnumerable<int> axes, Action body)
    {
        var open = new Stack<IDisposable>();
        foreach (int axis in axes)
        {
            string index = Index(axis);
            open.Push(_writer.Block($"for (int {index} = 0; {index} < {Literal.Int(_axes[axis].Size)}; {index}++)"));
        }

        body();
        while (open.Count > 0)
        {
            open.Pop().Dispose();
        }
    }

    /// <summary>Declares where the operands' rows along the last axis begin.</summary>
    private void DeclareRows(IEnumerable<int> operands)
    {
        foreach (int operand in operands)
        {
            string place = "0";
            for (int axis = 0; axis < _axes.Count - 1; axis++)
            {
                if (_axes[axis].Has[operand])
                {
                    place = At.Sum(place, At.Times(Index(axis), Stride(operand, axis)));
                }
            }

            _writer.Refer(_names[operand] + "r", _names[operand] + "n", place);
        }
    }

    private string[] Load(string offset) =>
        Enumerable.Range(0, Result)
            .Select(operand => Last.Has[operand] ? _flavour.Load(_names[operand] + "r", offset) : _flavour.Broadcast(_names[operand] + "r"))
            .ToArray();

    /// <summary>Floats from a position of an axis to the next; axis -1 is the batch.</summary>
    private int Stride(int operand, int axis) => _axes
        .Skip(axis + 1)
        .Where(other => other.Has[operand])
        .Aggregate(1, (product, other) => product * other.Size);

    private static string Index(int axis) => "i" + Literal.Int(axis);
}
