using System.Collections.Generic;

namespace StaticNets;

/// <summary>
/// How labels and targets of a sample are laid out: for each output in order its labels, or its targets.
/// </summary>
/// <param name="TargetSize">Targets a sample.</param>
/// <param name="LabelCount">Labels a sample.</param>
/// <param name="ClassesOfLabel">For each label of a sample the number of classes.</param>
/// <param name="IgnoredLabels">For each label of a sample the one that does not count, or null.</param>
internal sealed record KnownLayout(int TargetSize, int LabelCount, int[] ClassesOfLabel, int?[] IgnoredLabels)
{
    public static KnownLayout Of(IReadOnlyList<OutputInfo> outputs)
    {
        int targets = 0;
        List<int> classes = [];
        List<int?> ignored = [];
        foreach (OutputInfo output in outputs)
        {
            if (output.TakesLabels)
            {
                for (int row = 0; row < output.Rows; row++)
                {
                    classes.Add(output.Classes);
                    ignored.Add(output.IgnoreClass);
                }
            }
            else if (output.HasLoss)
            {
                targets += output.Size;
            }
        }

        return new KnownLayout(targets, classes.Count, [.. classes], [.. ignored]);
    }
}
