using System;

namespace StaticNets;

/// <summary>Copies of nets: to try something out, or to serve one while another is trained.</summary>
public static class CopyExtensions
{
    /// <summary>A net of its own with the same weights.</summary>
    /// <remarks>
    /// While a trainer of the net steps on another thread its weights are between two states; copy it on the trainer's thread.
    /// </remarks>
    /// <exception cref="NotSupportedException">The class has <c>required</c> members, which only a <c>new</c> of yours can set.</exception>
    public static TNet Clone<TNet>(this IStaticNet<TNet> net)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        TNet clone = TNet.Create(0);
        clone.SetParameters(net.Parameters);
        return clone;
    }

    /// <summary>
    /// Replaces all weights by those of another net at once: a prediction on another thread sees all of the old or all of the new ones. The
    /// optimizer's state
    /// belongs to trainers and is not touched.
    /// </summary>
    /// <remarks>
    /// While a trainer of the other net steps on another thread its weights are between two states; copy on the trainer's thread.
    /// </remarks>
    public static void CopyFrom<TNet>(this IStaticNet<TNet> net, IStaticNet<TNet> other)
        where TNet : class, IStaticNet<TNet>
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(other);
        net.SetParameters(other.Parameters);
    }
}
