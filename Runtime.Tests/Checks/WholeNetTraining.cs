using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace StaticNets.Tests.Checks;

/// <summary>Eight steps of the nets of WholeNets.cs (tools/reference/train_whole_nets.py), on the catalogue's data with sample weights.</summary>
internal sealed class WholeNetTraining : TrainingReference
{
    private static readonly JsonElement s_nets = JsonDocument.Parse(File.ReadAllText(PathOf("whole-nets.json"))).RootElement;

    private readonly uint[] _variants;

    public WholeNetTraining(string net)
        : base(s_nets.GetProperty(net), s_nets.GetProperty(net).GetProperty("weights").GetBytesFromBase64()) =>
        _variants = [.. s_nets.GetProperty(net).GetProperty("variants").EnumerateArray().Select(value => value.GetUInt32())];

    public static IReadOnlyList<string> Names { get; } = [.. s_nets.EnumerateObject().Select(net => net.Name)];

    public override int BatchSize => 16;

    public override double ShareWithinTolerance => 1;

    public override float[] InitialWeights(NetCase net) => NetData.Parameters(net);

    public override CheckBatch Batch(NetCase net, int step) => NetData.Batch(net, BatchSize, _variants[step], weighted: true);
}
