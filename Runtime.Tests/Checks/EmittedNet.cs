using System;
using System.Linq;

namespace StaticNets.Tests.Checks;

/// <summary>A net of the source generator behind the checks' interface. Reflection happens here, once for each net.</summary>
internal static class EmittedNet
{
    public static bool IsEmitted(Type type) => Implements(type, typeof(IStaticNet<>));

    public static NetUnderTest Of(Type type)
    {
        Type wrapper = Implements(type, typeof(ITrainableNet<>)) ? typeof(TrainableNetUnderTest<>)
            : IsEmitted(type) ? typeof(PredictingNetUnderTest<>)
            : throw new CheckFailure($"{type.Name} has no emitted members: the source generator did not run on it.");
        object net = Activator.CreateInstance(type, 0)!;
        return (NetUnderTest)Activator.CreateInstance(wrapper.MakeGenericType(type), net)!;
    }

    private static bool Implements(Type type, Type generic) =>
        type.GetInterfaces().Any(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == generic);
}

internal class PredictingNetUnderTest<TNet>(TNet net) : NetUnderTest
    where TNet : class, IStaticNet<TNet>
{
    public sealed override NetInfo Info => TNet.Info;

    public sealed override Span<float> Parameters => net.Parameters;

    protected TNet Net => net;

    public sealed override void SetParameters(ReadOnlySpan<float> parameters) => net.SetParameters(parameters);

    public sealed override void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => net.Predict(inputs, outputs);

    public sealed override PredictCall CreatePredictor(int threads, out IDisposable owner)
    {
        Predictor predictor = net.CreatePredictor(new PredictorOptions { Threads = threads });
        owner = predictor;
        return predictor.Predict;
    }

    public override ITrainer CreateTrainer(TrainerOptions options) => throw new NotSupportedException();

    /// <summary>No interface has the trainer of a net without a loss.</summary>
    public override IGradientTrainer CreateGradientTrainer(TrainerOptions options) =>
        (IGradientTrainer)typeof(TNet).GetMethod("CreateTrainer")!.Invoke(Net, [options])!;

    public override float ComputeLoss(Batch batch, Span<float> outputs) => throw new NotSupportedException();
}

internal sealed class TrainableNetUnderTest<TNet>(TNet net) : PredictingNetUnderTest<TNet>(net)
    where TNet : class, ITrainableNet<TNet>
{
    public override ITrainer CreateTrainer(TrainerOptions options) => Net.CreateTrainer(options);

    public override float ComputeLoss(Batch batch, Span<float> outputs) => Net.ComputeLoss(batch, outputs);

    public override float ComputeLoss(Batch batch, Span<float> outputs, Span<float> outputLosses) => Net.ComputeLoss(batch, outputs, outputLosses);
}
