using System.Collections.Generic;

namespace StaticNets.Reporting;

/// <summary>What a report of a history shows.</summary>
/// <param name="Epochs">The numbers of the epochs, from 0.</param>
/// <param name="Columns">The columns by name, with a value for each epoch.</param>
internal sealed record EpochTable(IReadOnlyList<int> Epochs, IReadOnlyDictionary<string, IReadOnlyList<double>> Columns);
