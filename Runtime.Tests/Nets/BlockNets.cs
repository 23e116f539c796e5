namespace StaticNets.Tests.Nets;

// A residual block with an identity shortcut.
[Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu)]
[Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Add(Block.Input)]
[Activation(Activation.Relu)]
public sealed class ResidualAttribute(int filters) : BlockAttribute(filters);

// One that changes the size, with a projection on its shortcut.
[Conv2D(Block.Filters, 3, Strides = Block.Strides, Padding = Padding.Same, UseBias = false)]
[BatchNormalization]
[Activation(Activation.Relu, Name = "main")]
[Conv2D(Block.Filters, 1, Strides = Block.Strides, UseBias = false, From = Block.Input, Name = "shortcut")]
[Add("main")]
public sealed class ProjectedAttribute(int filters) : BlockAttribute(filters);

// Blocks in a block: a stage.
[Projected(Block.Filters, Strides = Block.Strides)]
[Residual(Block.Filters, Repeat = 2)]
public sealed class StageAttribute(int filters) : BlockAttribute(filters);

// Multiples of the filters, and strides on the first repetition only.
[Conv2D(2 * Block.Filters, 1, Activation = Activation.Relu)]
[Conv2D(Block.Filters, 3, Strides = Block.Strides, Padding = Padding.Same)]
public sealed class SqueezeAttribute : BlockAttribute;

[StaticNet]
[Input(6, 6, 2)]
[Conv2D(4, 3, Padding = Padding.Same, UseBias = false)]
[Residual(4)]
[Stage(5, Strides = 2)]
[GlobalAveragePooling2D]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
public sealed partial class BlockStages;

[StaticNet]
[Input(7, 7, 2)]
[Squeeze(Filters = 3, Strides = 2, Repeat = 3, Name = "first", Frozen = true)]
[Conv2D(2, 1, From = "input_layer", Strides = 2, Name = "side")]
[Squeeze(Filters = 3, From = "first")]
[Concatenate("side", "squeeze_conv2d_1")]
[Flatten]
[Dense(2)]
[Output("squeeze", Loss.MeanSquaredError)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
public sealed partial class BlockNames;

// Wrappers in a block, with a name of their own or none, whose constructor calls its size by another name.
[Bidirectional(MergeMode = MergeMode.Sum)]
[LSTM(Block.Filters, ReturnSequences = true)]
[TimeDistributed(Name = "steps")]
[Dense(Block.Filters, Activation = Activation.Tanh)]
[Add(Block.Input)]
public sealed class RecurrentAttribute(int width) : BlockAttribute(width);

// Frozen layers in a block, a layer that reads another of the block by its name, and a merge of three.
[Conv2D(Block.Filters, 3, Strides = Block.Strides, Padding = Padding.Same, UseBias = false, Frozen = true, Name = "kept")]
[BatchNormalization(Frozen = true)]
[Activation(Activation.Elu)]
[Conv2D(2, 1, From = "kept", Name = "side")]
[Conv2D(3, 1, From = Block.Input, Strides = Block.Strides, Activation = Activation.Tanh)]
[Concatenate("activation", "side", "conv2d")]
public sealed class BranchedAttribute : BlockAttribute
{
    public BranchedAttribute(int width, int strides)
        : base(2 * width) => Strides = strides;
}

// A block that names, repeats and freezes one, reads its end and its inside by their names, and its own input behind it.
[Branched(Block.Filters, 2, Name = "small", Repeat = 2)]
[BatchNormalization]
[Branched(Block.Filters, 1, From = "small", Frozen = true)]
[Conv2D(2, 1, From = "small_side")]
[Multiply("small_1_side")]
[Conv2D(2, 1, From = Block.Input, Strides = 2)]
[Add("multiply")]
[Concatenate("add", "branched", "batch_normalization")]
public sealed class TwoBranchedAttribute(int channels) : BlockAttribute(channels);

[StaticNet]
[Input(4, 3)]
[Recurrent(3, Repeat = 2, Name = "front", Frozen = true)]
[Recurrent(3, From = "input_layer")]
[Multiply("front")]
[TimeDistributed(From = "front_1_steps")]
[Dense(2)]
[Concatenate("multiply")]
[GlobalAveragePooling1D]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class BlockWrappers;

[StaticNet]
[Input(6, 5, 2)]
[TwoBranched(2)]
[Conv2D(2, 2, Activation = Activation.Tanh)]
[Flatten]
[Dense(3)]
[Compile(Loss.MeanSquaredError, Optimizer.Adam)]
public sealed partial class BlockBranches;

// A frozen block below all that is trained, and one of which the first repetition is read from the side.
[StaticNet]
[Input(6, 6, 3)]
[Residual(3, Frozen = true, Repeat = 2, Name = "trunk")]
[MaxPooling2D]
[Residual(3, Name = "head")]
[Conv2D(3, 2, Strides = 2, From = "trunk_activation")]
[Add("head")]
[Flatten]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class BlockFrozen;
