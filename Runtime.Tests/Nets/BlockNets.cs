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
