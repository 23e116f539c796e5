namespace StaticNets;

/// <summary>
/// A layer for each step of a sequence, with the same weights for all: <c>[TimeDistributed] [Conv2D(8, 3)]</c> takes (T, H, W, C) for T
/// images. For layers that work on one input and on each sample alone; <c>[TimeDistributed] [TimeDistributed] [LSTM(8)]</c> is one for
/// each step of each step. A mask of (T, S) says for each step which of its own steps count; where the layer ends that, a step counts if
/// any part of it does.
/// </summary>
public sealed class TimeDistributedAttribute : WrapperAttribute;
