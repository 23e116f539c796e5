using System;
using System.Linq;
using StaticNets.Benchmarks.Peers;
using TorchSharp;
using static TorchSharp.torch;

// Trains with TorchSharp when told to.
//
//   versions           -> versions TorchSharp, libtorch 2.10.0.0
//   train NET BATCH    -> ready 6900     (the time of a step in a trial)
//   weights NET        -> weights 225034
//   run WARM COUNT     -> us 6900.1      (the mean of COUNT steps, after WARM untimed ones)
const int TrialSteps = 10;

Action step = () => throw new InvalidOperationException("No net is loaded.");
PeerLoop.Run(arguments =>
{
    switch (arguments)
    {
        case ["versions"]:
            set_num_threads(PeerLoop.Threads);
            return $"versions TorchSharp, libtorch {__version__}";
        case ["train", string net, string batch]:
            step = TrainingStep(Net.Named(net), long.Parse(batch));
            PeerLoop.MeanMicroseconds(step, TrialSteps);
            return FormattableString.Invariant($"ready {PeerLoop.MeanMicroseconds(step, TrialSteps):F0} ");
        case ["weights", string net]:
            return $"weights {Net.Named(net).Module.parameters().Sum(weight => weight.numel())}";
        case ["run", string warm, string count]:
            return PeerLoop.Time(step, warm, count);
        default:
            return $"error unknown command {string.Join(' ', arguments)}";
    }
});

static Action TrainingStep(Net net, long batch)
{
    set_num_threads(PeerLoop.Threads);
    random.manual_seed(1);
    Tensor x = rand([batch, .. net.InputShape]);
    Tensor labels = randint(Net.Labels, [batch], dtype: ScalarType.Int64);
    var crossEntropy = nn.CrossEntropyLoss();
    var adam = optim.Adam(net.Module.parameters(), lr: 1e-3, eps: 1e-7);
    net.Module.train();
    return () =>
    {
        using DisposeScope scope = NewDisposeScope();
        adam.zero_grad();
        Tensor loss = crossEntropy.forward(net.Module.forward(x), labels);
        if (net.Penalty is not null)
        {
            loss += net.Penalty();
        }

        loss.backward();
        adam.step();
    };
}
