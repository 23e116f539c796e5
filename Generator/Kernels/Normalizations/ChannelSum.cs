using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// Emits sums over a sample's positions for one vector of channels, in four chains so that additions do not wait for each other.
/// </summary>
internal static class ChannelSum
{
    private const int Chains = 4;

    /// <summary>Declares vector variables with the sums.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="flavour">The vectors.</param>
    /// <param name="positions">Positions a sample.</param>
    /// <param name="names">The variables.</param>
    /// <param name="add">
    /// Writes what adds one position's terms, given the position and the number of the chain, which ends the variables' names.
    /// </param>
    public static void Write(SourceWriter writer, Flavour flavour, int positions, string[] names, Action<string, string> add)
    {
        int chains = Math.Min(Chains, positions);
        int whole = positions / chains * chains;
        foreach (string name in names)
        {
            for (int c = 0; c < chains; c++)
            {
                writer.Line($"{flavour.Type} {name}{Literal.Int(c)} = {flavour.Zero};");
            }
        }

        void AddChains()
        {
            for (int c = 0; c < chains; c++)
            {
                using (writer.Block())
                {
                    add(whole > chains ? At.Sum("p", c) : Literal.Int(c), Literal.Int(c));
                }
            }
        }

        if (whole == chains)
        {
            AddChains();
        }
        else
        {
            string[] variables = [.. names.SelectMany(name => Enumerable.Range(0, chains).Select(c => name + Literal.Int(c)))];
            new LongSum(writer, flavour, variables).Over("p", whole, chains, AddChains);
        }

        for (int p = whole; p < positions; p++)
        {
            using (writer.Block())
            {
                add(Literal.Int(p), Literal.Int(p - whole));
            }
        }

        foreach (string name in names)
        {
            writer.Line($"{flavour.Type} {name} = {string.Join(" + ", Enumerable.Range(0, chains).Select(c => name + Literal.Int(c)))};");
        }
    }
}
