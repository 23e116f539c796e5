using System.Globalization;
using StaticNets.Benchmarks.Measuring;

namespace StaticNets.Benchmarks.Peers;

/// <summary>The peer's side: told through its pipe how often to run, it answers how long that took by its own clock.</summary>
/// <param name="process">The peer, prepared for the case. It belongs to the pool.</param>
internal sealed class PeerContender(PeerProcess process) : IContender
{
    public double Run(int warm, int count)
    {
        string answer = process.Ask(string.Create(CultureInfo.InvariantCulture, $"run {warm} {count}"), "us");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
    }
}
