using System.Collections.Generic;

namespace StaticNets.Benchmarks.Cases;

/// <summary>All rows with a peer, in the order in which they are measured.</summary>
internal static class CaseList
{
    private const int GraphBatch = 32;
    private const int LargestBatch = 128;

    private static readonly int[] s_threads = [1, 2];
    private static readonly int[] s_smallBatches = [1, 4, 8];
    private static readonly int[] s_trainingBatches = [32, LargestBatch];
    private static readonly int[] s_predictionBatches = [1, 32, LargestBatch];

    public static IEnumerable<BenchmarkCase> All()
    {
        ConvolutionCases convolutions = new();
        foreach (int batch in s_smallBatches)
        {
            yield return NetCases.Training(DeclaredNets.Cnn, () => new CnnNet(seed: 1), batch, threads: 1);
            yield return NetCases.Training(DeclaredNets.Mlp, () => new MlpNet(seed: 1), batch, threads: 1);
            yield return NetCases.Training(DeclaredNets.Lenet, () => new LenetNet(seed: 1), batch, threads: 1);
            yield return NetCases.Training(DeclaredNets.Pump, () => new PumpNet(seed: 1), batch, threads: 1);
        }

        foreach (int batch in s_trainingBatches)
        {
            yield return NetCases.TrainingInDotnet(DeclaredNets.Cnn, () => new CnnNet(seed: 1), batch);
            yield return NetCases.TrainingInDotnet(DeclaredNets.Mlp, () => new MlpNet(seed: 1), batch);
            yield return NetCases.TrainingInDotnet(DeclaredNets.Lenet, () => new LenetNet(seed: 1), batch);
        }

        foreach (int threads in s_threads)
        {
            foreach (int batch in s_trainingBatches)
            {
                yield return NetCases.Training(DeclaredNets.Cnn, () => new CnnNet(seed: 1), batch, threads);
                yield return NetCases.Training(DeclaredNets.Mlp, () => new MlpNet(seed: 1), batch, threads);
                yield return NetCases.Training(DeclaredNets.Lenet, () => new LenetNet(seed: 1), batch, threads);
            }

            foreach (int batch in s_predictionBatches)
            {
                yield return NetCases.Prediction(DeclaredNets.Cnn, () => new CnnNet(seed: 1), batch, threads);
                yield return NetCases.Prediction(DeclaredNets.Mlp, () => new MlpNet(seed: 1), batch, threads);
            }

            foreach (BenchmarkCase convolution in convolutions.All(threads))
            {
                yield return convolution;
            }
        }

        yield return NetCases.Training(DeclaredNets.Lstm, () => new LstmNet(seed: 1), GraphBatch, threads: 1);
        yield return NetCases.Training(DeclaredNets.Transformer, () => new TransformerNet(seed: 1), GraphBatch, threads: 1);
        yield return NetCases.Training(DeclaredNets.Resnet, () => new ResnetNet(seed: 1), GraphBatch, threads: 1);
        yield return NetCases.Training(DeclaredNets.Mobilenet, () => new MobilenetNet(seed: 1), GraphBatch, threads: 1);
        yield return NetCases.Training(DeclaredNets.Autoencoder, () => new AutoencoderNet(seed: 1), GraphBatch, threads: 1);
        yield return NetCases.TrainingThreads(DeclaredNets.Cnn, () => new CnnNet(seed: 1), LargestBatch);
        yield return NetCases.PredictionThreads(DeclaredNets.Cnn, () => new CnnNet(seed: 1), LargestBatch);
    }
}
