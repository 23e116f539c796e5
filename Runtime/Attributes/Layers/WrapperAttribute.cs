namespace StaticNets;

/// <summary>
/// A layer around another: it stands before the attribute of the layer that it wraps, <c>[Bidirectional] [LSTM(64)]</c>, and the two are
/// one layer of the net. <see cref="LayerAttribute.From"/> and the layer's name are the wrapper's.
/// </summary>
public abstract class WrapperAttribute : LayerAttribute;
