using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets;

/// <summary>What is known about a net at compile time.</summary>
public sealed class NetInfo
{
    /// <summary>The name of the net's class.</summary>
    public required string Name { get; init; }

    /// <summary>Floats a sample at the input.</summary>
    public required int InputSize { get; init; }

    /// <summary>All inputs in the order in which they stand in a sample.</summary>
    public IReadOnlyList<InputInfo> Inputs
    {
        get => field ??= [new InputInfo("input_layer", 0, InputSize)];
        init;
    }

    /// <summary>Floats a sample at the output.</summary>
    public required int OutputSize { get; init; }

    /// <summary>
    /// The pieces of a sample that hold indexes, for an embedding; calls that take samples check them. None for most nets.
    /// </summary>
    public IReadOnlyList<IndexInput> IndexInputs { get; init; } = [];

    /// <summary>The number of weights, trainable or not.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>How many of them are trained. An optimizer keeps its values for these only.</summary>
    public int TrainableCount
    {
        get
        {
            int count = 0;
            foreach (TensorInfo tensor in Tensors)
            {
                count += tensor.IsTrainable ? tensor.Length : 0;
            }

            return count;
        }
    }

    /// <summary>The net's weights in the order in which they stand in the parameter block.</summary>
    public required IReadOnlyList<TensorInfo> Tensors { get; init; }

    /// <summary>Whether the output of a layer has a penalty while the net trains.</summary>
    public bool HasActivityPenalty { get; init; }

    /// <summary>Whether its trainer computes gradients of the inputs: <see cref="CompileAttribute.InputGradients"/>.</summary>
    public bool HasInputGradients { get; init; }

    /// <summary>The loss of the last layer, or null for a net without one or where <see cref="LossMethod"/> is the loss.</summary>
    public Loss? Loss { get; init; }

    /// <summary>The method that is the last layer's loss, with its class: <c>DigitNet.Pinball</c>; or null.</summary>
    public string? LossMethod { get; init; }

    /// <summary>
    /// Floats that are kept of each sample's losses: the loss of each output, then the rows that count of each that has masked ones.
    /// </summary>
    internal int LossColumns
    {
        get
        {
            int columns = Outputs.Count;
            for (int i = 0; i < Outputs.Count; i++)
            {
                columns += Outputs[i].IsMasked ? 1 : 0;
            }

            return columns;
        }
    }

    /// <summary>The number of values on the last axis of the last layer's output: the classes.</summary>
    public required int Classes { get; init; }

    /// <summary>What <c>Fit</c> and <c>Evaluate</c> report of the last layer beside the loss.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>The classes of the last layer whose own precision, recall and F1 score are reported.</summary>
    public IReadOnlyList<int> ClassIds { get; init; } = [];

    /// <summary>
    /// All outputs in the order in which they stand in a sample. Where only one is declared, it is described by the properties above.
    /// </summary>
    public IReadOnlyList<OutputInfo> Outputs
    {
        get => field ??=
        [
            new OutputInfo
            {
                Name = Name,
                Offset = 0,
                Size = OutputSize,
                Classes = Classes,
                Loss = Loss,
                LossMethod = LossMethod,
                Metrics = Metrics,
                ClassIds = ClassIds,
            },
        ];
        init;
    }

    /// <summary>Floats a sample that a batch's targets must have: the sizes of the outputs whose loss takes targets.</summary>
    public int TargetSize => Known.TargetSize;

    /// <summary>Integers a sample that a batch's labels must have: the rows of the outputs whose loss takes labels.</summary>
    public int LabelCount => Known.LabelCount;

    /// <summary>The losses of single outputs that reports have; none where only one output has a loss.</summary>
    internal IReadOnlyList<ReportedLoss> ReportedLosses => field ??= ReportedLoss.Of(Outputs);

    internal KnownLayout Known => field ??= KnownLayout.Of(Outputs);

    /// <summary>The weight of a name, such as <c>dense/kernel</c>.</summary>
    /// <exception cref="KeyNotFoundException">The net has none; the message lists those that it has.</exception>
    public TensorInfo GetTensor(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (int i = 0; i < Tensors.Count; i++)
        {
            if (Tensors[i].Name == name)
            {
                return Tensors[i];
            }
        }

        string names = string.Join(", ", Tensors.Select(tensor => tensor.Name));
        throw new KeyNotFoundException($"{Name} has no weight '{name}'; it has: {names}.");
    }
}

/// <summary>One weight tensor of a net.</summary>
/// <param name="Name">The layer's and the weight's name as Keras has them: <c>conv2d/kernel</c>.</param>
/// <param name="Shape">The shape in Keras' layout (convolution kernels: height, width, in, out).</param>
/// <param name="Offset">Where the tensor begins in the parameter block, in floats.</param>
/// <param name="Length">How many floats it has.</param>
/// <param name="L1">The factor of its penalty's <c>sum |w|</c>.</param>
/// <param name="L2">The factor of its penalty's <c>sum w^2</c>.</param>
public sealed record TensorInfo(string Name, IReadOnlyList<int> Shape, int Offset, int Length, float L1 = 0, float L2 = 0)
{
    /// <summary>
    /// Whether the weight is trained. If not, its gradient is 0, it has neither slots nor a penalty, and no update
    /// changes it. Default true.
    /// </summary>
    public bool IsTrainable { get; init; } = true;

    /// <summary>
    /// Whether the L1 penalty is a proximal step after the update, which ends at exact zeros, and not part of the gradient. Default false.
    /// </summary>
    public bool IsProximal { get; init; }

    internal float ProximalL1 => IsProximal ? L1 : 0;

    /// <summary>What the weight is brought back to after every update, or null.</summary>
    public WeightConstraint? Constraint { get; init; }

    /// <summary>The penalty on rows or columns that are not at right angles, or null.</summary>
    public WeightOrthogonality? Orthogonality { get; init; }

    internal bool HasPenalty => L1 != 0 || L2 != 0 || Orthogonality is not null;
}
