namespace StaticNets;

/// <summary>
/// A layer for each step of a sequence, with the same weights for all: <c>[TimeDistributed] [Conv2D(8, 3)]</c> takes (T, H, W, C) for T
/// images. For layers that work on one input and on each sample alone.
/// </summary>
public sealed class TimeDistributedAttribute : WrapperAttribute;
