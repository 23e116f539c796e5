using System;
using System.Diagnostics;
using System.Linq;
using StaticNets;

// Learns to sort: each place of the answer must find out how often each digit occurs everywhere, which is what attention is for.
(float[] Inputs, int[] Labels) train = Sequences(count: 20_000, seed: 1);
(float[] Inputs, int[] Labels) test = Sequences(count: 2_000, seed: 2);

SortNet net = new(seed: 42);
long start = Stopwatch.GetTimestamp();
net.Fit(new Dataset(train.Inputs, train.Labels, SortNet.InputSize), new FitOptions
{
    Epochs = 5,
    BatchSize = 64,
    LearningRateSchedule = new CosineDecay(0, DecaySteps: (5 * 313) - 125, WarmupTarget: 0.003, WarmupSteps: 125),
    ValidationData = new Dataset(test.Inputs, test.Labels, SortNet.InputSize),
    Verbose = Verbose.OneLine,
});
Console.WriteLine(FormattableString.Invariant($"trained for {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));

int[] sorted = net.PredictClasses(new Dataset(test.Inputs, SortNet.InputSize));
for (int n = 0; n < 3; n++)
{
    Range sequence = new(n * SortNet.InputSize, (n + 1) * SortNet.InputSize);
    Console.WriteLine($"{string.Join(' ', test.Inputs[sequence])} -> {string.Join(' ', sorted[sequence])}");
}

double right = Share(sorted);
double whole = test.Labels.Chunk(SortNet.InputSize).Zip(sorted.Chunk(SortNet.InputSize)).Average(pair => pair.First.SequenceEqual(pair.Second) ? 1.0 : 0);
double blind = Share(MostFrequent());
Console.WriteLine(FormattableString.Invariant(
    $"{right:P2} of the digits right, {whole:P1} of the sequences; 10 % by chance, {blind:P1} with the most frequent digit of each place"));

double Share(int[] answers) => test.Labels.Where((label, i) => label == answers[i % answers.Length]).Count() / (double)test.Labels.Length;

int[] MostFrequent() =>
[
    .. Enumerable.Range(0, SortNet.InputSize).Select(
        place => train.Labels.Where((_, i) => i % SortNet.InputSize == place).CountBy(digit => digit).MaxBy(pair => pair.Value).Key),
];

// Random digits, and the same in order. An embedding's indexes are floats, as all inputs.
static (float[] Inputs, int[] Labels) Sequences(int count, int seed)
{
    Random random = new(seed);
    float[] inputs = new float[count * SortNet.InputSize];
    int[] labels = new int[inputs.Length];
    for (int i = 0; i < inputs.Length; i++)
    {
        labels[i] = random.Next(SortNet.Digits);
        inputs[i] = labels[i];
    }

    for (int n = 0; n < count; n++)
    {
        labels.AsSpan(n * SortNet.InputSize, SortNet.InputSize).Sort();
    }

    return (inputs, labels);
}

/// <summary>A block of a transformer: every place reads all others, then thinks by itself; both add to what was there.</summary>
[LayerNormalization]
[MultiHeadAttention(4, 8)]
[Add(Block.Input, Name = "attended")]
[LayerNormalization]
[Dense(2 * Block.Filters, Activation = Activation.Relu)]
[Dense(Block.Filters)]
[Add("attended")]
public sealed class EncoderAttribute(int filters) : BlockAttribute(filters);

/// <summary>A label for each place: the last layer has a row of classes a place.</summary>
[StaticNet]
[Input(12)]
[Embedding(Digits, 32)]
[PositionEmbedding]
[Encoder(32, Repeat = 2)]
[LayerNormalization]
[Dense(Digits, Activation = Activation.Softmax)]
[Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam, Metrics = [Metric.Accuracy])]
public sealed partial class SortNet
{
    public const int Digits = 10;
}
