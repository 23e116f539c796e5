using System;
using StaticNets.Execution;
using StaticNets.Optimizers;

namespace StaticNets.Training.Tests.Updates;

/// <summary>The weights of a net of which some are not trained, without layers: what the runtime does with them needs none.</summary>
internal sealed class PartlyTrainedNet : InferenceEngine
{
    /// <summary>Runs of one and of two tensors, of more and of less than a block, none at a multiple of a cache line.</summary>
    public static readonly NetInfo Description = new()
    {
        Name = "PartlyTrainedNet",
        InputSize = 1,
        OutputSize = 1,
        ParameterCount = 6018,
        Classes = 1,
        Loss = Loss.MeanSquaredError,
        Tensors =
        [
            new TensorInfo("first/kernel", [9, 11], 0, 99, L2: 0.5f) { IsTrainable = false },
            new TensorInfo("first/bias", [11], 99, 11),
            new TensorInfo("second/kernel", [11, 450], 110, 4950, L1: 0.25f),
            new TensorInfo("second/mean", [450], 5060, 450) { IsTrainable = false },
            new TensorInfo("second/variance", [450], 5510, 450) { IsTrainable = false },
            new TensorInfo("third/kernel", [50], 5960, 50),
            new TensorInfo("third/bias", [8], 6010, 8, L2: 2) { IsTrainable = false },
        ],
    };

    public PartlyTrainedNet()
        : base(Description, new InferenceLayout(Description.ParameterCount, 1, 0, 1, 1)) =>
        Samples.Values(Description.ParameterCount, 1).CopyTo(Parameters);

    public Trainer CreateTrainer(TrainerOptions options) => new(this, options);

    protected override void Forward(ref float weights, ref float workspace, int n)
    {
    }

    /// <summary>SGD with momentum on gradients that the test writes.</summary>
    internal sealed class Trainer(PartlyTrainedNet net, TrainerOptions options)
        : TrainerBase(net, options, new TrainingLayout([], [], [], 0, 1, 1, 1), new SgdRule(0.05, 0.9, false, 0))
    {
        protected override bool NeedsDerivedWeights => false;

        protected override void DeriveWeights(int worker, int workers)
        {
        }

        protected override void ComputeLosses(int n0, int n1)
        {
        }

        protected override void ShowOutputs(int n0, int n1)
        {
        }

        protected override void TakeOutputGradients(int n0, int n1)
        {
        }

        protected override void WeightGradients(int worker, int workers)
        {
        }
    }
}
