using System.Collections.Generic;
using System.Linq;

namespace StaticNets;

/// <summary>The loss of one output in reports.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Output">The number of the output.</param>
internal sealed record ReportedLoss(string Name, int Output)
{
    /// <summary>Those of all outputs that have a loss; none where it is only one, whose loss is the net's.</summary>
    public static IReadOnlyList<ReportedLoss> Of(IReadOnlyList<OutputInfo> outputs)
    {
        ReportedLoss[] losses =
        [
            .. outputs.Index().Where(item => item.Item.HasLoss).Select(item => new ReportedLoss(item.Item.Name + "_loss", item.Index)),
        ];
        return losses.Length == 1 ? [] : losses;
    }
}
