using System;
using System.Linq;

namespace StaticNets.Metrics;

/// <summary>Counts which classes are taken for which, in one output of a net.</summary>
internal sealed class ClassCounter
{
    private readonly OutputSlice _slice;

    /// <param name="info">The net.</param>
    /// <param name="output">The name of the output; null for the only one.</param>
    /// <exception cref="ArgumentException">There is no such output, or several and none is named.</exception>
    public ClassCounter(NetInfo info, string? output)
    {
        string[] names = [.. info.Outputs.Where(item => item.HasLoss).Select(item => item.Name)];
        string? name = output is null && names.Length == 1 ? names[0] : Array.Find(names, item => item == output);
        if (name is null)
        {
            string listed = string.Join(", ", names);
            throw output is null
                ? new ArgumentException(
                    $"{info.Name} has several outputs, each with classes of its own. Say by ConfusionMatrixOutput of which: {listed}.",
                    "options.ConfusionMatrixOutput")
                : new ArgumentException(
                    $"{info.Name} has no output '{output}' with a loss; it has: {listed}.", "options.ConfusionMatrixOutput");
        }

        _slice = new OutputSlice(info, info.Outputs.Index().First(item => item.Item.Name == name).Index);
        Matrix = new ConfusionMatrix(_slice.Output.Classes);
    }

    public ConfusionMatrix Matrix { get; }

    public void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        if (_slice.Take(ref outputs, ref batch))
        {
            Matrix.Update(outputs, batch, _slice.Output.Classes);
        }
    }
}
