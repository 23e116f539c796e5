using StaticNets;

// Characters as indexes, read in both directions.
[StaticNet]
[Input(Length)]
[Embedding(Characters, 16)]
[Bidirectional]
[LSTM(24)]
[Dense(3, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, LearningRate = 0.005, Metrics = [Metric.Accuracy])]
internal sealed partial class LineNet
{
    public const int Length = 40;
    public const int Characters = 128;
}
