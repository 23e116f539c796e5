namespace StaticNets.Tests.Nets;

// Statistics of the steps that count alone, behind a layer for each step, which passes the mask on; the activation goes into the normalization.
[StaticNet]
[Input(6)]
[Embedding(3, 5, MaskZero = true)]
[TimeDistributed]
[Dense(17, Activation = Activation.Tanh)]
[BatchNormalization]
[Activation(Activation.Sigmoid)]
[GRU(3)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
public sealed partial class MaskedNormalization;

// Few masked steps, no gamma, no beta; further readers of the input, to whose gradient the normalization adds; a frozen one needs no mask. The last takes
// away what a beta before it adds.
[StaticNet]
[Input(7)]
[Embedding(5, 4, MaskZero = true)]
[Dense(4, UseBias = false, Name = "in")]
[BatchNormalization(Scale = false)]
[BatchNormalization(Frozen = true)]
[Add("in")]
[Concatenate("in")]
[BatchNormalization(Center = false, Momentum = 0.7)]
[SimpleRNN(3)]
[Dense(2)]
[Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
[Checked(SmallGradient = "batch_normalization/beta", Slack = 2)] // what is left of that gradient is rounding alone
public sealed partial class MaskedNormalizations;
