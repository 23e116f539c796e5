using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// Emits the normalization of groups of channels over a sample's positions. Sums are made of whole vectors of channels, position after
/// position; the channels of a group are then added up, and each channel gets its group's statistics, so that the passes over the
/// values never see groups.
/// </summary>
internal sealed class GroupNormalizationPasses(Flavour widest, GroupNormalization operation)
{
    private readonly Flavour _flavour = widest.Fit(operation.Channels);

    private bool Scales => operation.Gamma is not null;

    private bool Centers => operation.Beta is not null;

    private int SampleSize => operation.Positions * operation.Channels;

    private int GroupSize => operation.Channels / operation.Groups;

    private string Share => Literal.Float(1.0 / ((double)operation.Positions * GroupSize));

    /// <param name="writer">Where to.</param>
    /// <param name="keepsStatistics">Whether each sample has its own statistics, for the backward pass.</param>
    public void WriteForward(SourceWriter writer, bool keepsStatistics)
    {
        using (writer.Each("n", ("x", SampleSize), ("y", SampleSize)))
        {
            DeclareStatistics(writer, keepsStatistics);
            ForEachVector(writer, (offset, lanes) =>
            {
                ChannelSum.Write(
                    writer, _flavour, operation.Positions, ["sum"], (p, c) => writer.Line($"sum{c} += {Load("x", p, offset)};"));
                VectorStore.WriteAt(writer, _flavour, "sum", "mean", offset, lanes);
            });
            ForEachGroup(writer, ["mean"], () => Spread(writer, "mean", $"(float)(meanSum * {Share})"));
            ForEachVector(writer, (offset, lanes) =>
            {
                writer.Line($"{_flavour.Type} m = {_flavour.Load("mean", offset)};");
                ChannelSum.Write(writer, _flavour, operation.Positions, ["sum"], (p, c) =>
                {
                    writer.Line($"{_flavour.Type} d = {Load("x", p, offset)} - m;");
                    writer.Line($"sum{c} = {_flavour.MultiplyAdd("d", "d", "sum" + c)};");
                });
                VectorStore.WriteAt(writer, _flavour, "sum", "inverse", offset, lanes);
            });
            string inverse = $"1f / MathF.Sqrt((float)(inverseSum * {Share}) + {Literal.Float(operation.Epsilon)})";
            ForEachGroup(writer, ["inverse"], () => Spread(writer, "inverse", inverse));
            ForEachVector(writer, (offset, lanes) =>
            {
                writer.Line($"{_flavour.Type} m = {_flavour.Load("mean", offset)};");
                writer.Line($"{_flavour.Type} r = {Scaled(_flavour.Load("inverse", offset), offset)};");
                if (Centers)
                {
                    writer.Line($"{_flavour.Type} b = {_flavour.Load("beta", offset)};");
                }

                ForEachPosition(writer, p =>
                {
                    writer.Line($"{_flavour.Type} d = {Load("x", p, offset)} - m;");
                    writer.Line($"{_flavour.Type} result = {(Centers ? _flavour.MultiplyAdd("d", "r", "b") : "d * r")};");
                    Store(writer, "y", p, offset, lanes);
                });
            });
        }
    }

    /// <summary>
    /// <c>dx = inverse (g - mean of g - xh mean of g xh)</c> with <c>g = dy gamma</c> and <c>xh = (x - mean) inverse</c>; the
    /// scratch takes both means.
    /// </summary>
    public void WriteBackward(SourceWriter writer, bool accumulates)
    {
        writer.Refer("g", "scratch");
        writer.Refer("gxh", "scratch", operation.Channels);
        using (writer.Each("n", ("x", SampleSize), ("dy", SampleSize), ("dx", SampleSize)))
        {
            DeclareStatistics(writer, perSample: true);
            ForEachVector(writer, (offset, lanes) =>
            {
                writer.Line($"{_flavour.Type} m = {_flavour.Load("mean", offset)};");
                ChannelSum.Write(writer, _flavour, operation.Positions, ["sum", "product"], (p, c) =>
                {
                    writer.Line($"{_flavour.Type} d = {Load("dy", p, offset)};");
                    writer.Line($"sum{c} += d;");
                    writer.Line($"product{c} = {_flavour.MultiplyAdd("d", $"{Load("x", p, offset)} - m", "product" + c)};");
                });
                writer.Line($"product *= {_flavour.Load("inverse", offset)};");
                if (Scales)
                {
                    writer.Line($"sum *= {_flavour.Load("gamma", offset)};");
                    writer.Line($"product *= {_flavour.Load("gamma", offset)};");
                }

                VectorStore.WriteAt(writer, _flavour, "sum", "g", offset, lanes);
                VectorStore.WriteAt(writer, _flavour, "product", "gxh", offset, lanes);
            });
            ForEachGroup(writer, ["g", "gxh"], () =>
            {
                Spread(writer, "g", $"(float)(gSum * {Share})");
                Spread(writer, "gxh", $"(float)(gxhSum * {Share})");
            });
            ForEachVector(writer, (offset, lanes) =>
            {
                writer.Line($"{_flavour.Type} m = {_flavour.Load("mean", offset)};");
                writer.Line($"{_flavour.Type} inverseOfLane = {_flavour.Load("inverse", offset)};");
                writer.Line($"{_flavour.Type} a = {_flavour.Load("g", offset)} * inverseOfLane;");
                writer.Line($"{_flavour.Type} b = {_flavour.Load("gxh", offset)} * inverseOfLane * inverseOfLane;");
                writer.Line($"{_flavour.Type} r = {Scaled("inverseOfLane", offset)};");
                ForEachPosition(writer, p =>
                {
                    string shares = $"a + (({Load("x", p, offset)} - m) * b)";
                    string sum = accumulates ? " + " + Load("dx", p, offset) : "";
                    writer.Line($"{_flavour.Type} result = ({Load("dy", p, offset)} * r) - ({shares}){sum};");
                    Store(writer, "dx", p, offset, lanes);
                });
            });
        }
    }

    private void DeclareStatistics(SourceWriter writer, bool perSample)
    {
        string place = perSample ? At.Times("n", operation.Channels) : "0";
        writer.Refer("mean", "means", place);
        writer.Refer("inverse", "inverses", place);
    }

    private void ForEachVector(SourceWriter writer, Action<string, int> body) => RowLoop.Write(writer, _flavour, operation.Channels, body);

    private void ForEachPosition(SourceWriter writer, Action<string> body)
    {
        using (writer.BlockIf(operation.Positions > 1, $"for (int p = 0; p < {Literal.Int(operation.Positions)}; p++)"))
        {
            body(operation.Positions > 1 ? "p" : "0");
        }
    }

    /// <summary>Loops over the groups and adds up what each group's channels hold.</summary>
    private void ForEachGroup(SourceWriter writer, string[] names, Action body)
    {
        using (writer.Block($"for (int c = 0; c < {Literal.Int(operation.Channels)}; c += {Literal.Int(GroupSize)})"))
        {
            foreach (string name in names)
            {
                writer.Line($"double {name}Sum = 0;");
                using (writer.Block($"for (int i = c; i < c + {Literal.Int(GroupSize)}; i++)"))
                {
                    writer.Line($"{name}Sum += {At.Value(name, "i")};");
                }
            }

            body();
        }
    }

    /// <summary>Gives each of the group's channels the group's value.</summary>
    private void Spread(SourceWriter writer, string name, string value)
    {
        writer.Line($"float {name}OfGroup = {value};");
        using (writer.Block($"for (int i = c; i < c + {Literal.Int(GroupSize)}; i++)"))
        {
            writer.Line($"{At.Value(name, "i")} = {name}OfGroup;");
        }
    }

    private string Scaled(string factor, string offset) => Scales ? $"{factor} * {_flavour.Load("gamma", offset)}" : factor;

    private string Load(string name, string position, string offset) => _flavour.Load(name + "n", Place(position, offset));

    private void Store(SourceWriter writer, string name, string position, string offset, int lanes)
    {
        using (writer.BlockIf(operation.Positions == 1))
        {
            VectorStore.WriteComputed(writer, _flavour, "result", name + "n", Place(position, offset), lanes);
        }
    }

    private string Place(string position, string offset) => At.Sum(At.Times(position, operation.Channels), offset);
}
