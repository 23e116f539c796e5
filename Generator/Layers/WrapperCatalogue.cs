using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Core;
using StaticNets.Generator.Layers.Recurrences;

namespace StaticNets.Generator.Layers;

/// <summary>All layers around others, one line each: attributes that stand before that of the layer they wrap.</summary>
internal static class WrapperCatalogue
{
    private static readonly WrapperKind[] s_kinds =
    [
        new("Bidirectional", BidirectionalLayer.Read),
        new("TimeDistributed", TimeDistributedLayer.Read),
    ];

    public static bool Contains(string kind) => Find(kind) is not null;

    /// <summary>The wrapper of a kind, or null where the kind is none.</summary>
    public static WrapperKind? Find(string kind) => s_kinds.FirstOrDefault(wrapper => wrapper.Name == kind);
}

/// <summary>A kind of wrapper.</summary>
/// <param name="Name">The attribute's class name without its suffix.</param>
/// <param name="Read">Reads the attribute's arguments around a layer, or reports why it does not fit and returns null.</param>
internal sealed record WrapperKind(string Name, Func<ArgumentReader, WrappedLayer, Layer?> Read);

/// <summary>A layer inside a wrapper.</summary>
/// <param name="Layer">The layer; it has not inferred its shape.</param>
/// <param name="Name">Its own name, after which parts of the whole are called.</param>
internal sealed record WrappedLayer(Layer Layer, string Name);
