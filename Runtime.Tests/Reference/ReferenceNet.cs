using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Tests.Reference.Layers;
using StaticNets.Tests.Reference.Losses;

namespace StaticNets.Tests.Reference;

/// <summary>
/// The yardstick: a net as its attributes declare it, computed in double, one scalar at a time. It shares nothing with the
/// generator but the attributes.
/// </summary>
internal sealed class ReferenceNet
{
    private readonly ReferenceOutputs _outputs;

    private ReferenceNet(Type netClass, NoiseDraw? draw)
    {
        Name = netClass.Name;
        (Nodes, IReadOnlyDictionary<string, int> byName, ReferenceMasks masks) = ReferenceGraphBuilder.Build(netClass);
        foreach (ReferenceNode node in Nodes)
        {
            if (node.Layer is NoiseLayer noise && draw is not null)
            {
                noise.Draws = (sample, place) => draw(node.Name, sample, place);
            }
        }

        Tensors = [.. Nodes.SelectMany(Place)];
        InputSize = Nodes.Where(node => node.Layer is InputLayer).Sum(node => node.Layer.OutputSize);
        ParameterCount = Tensors.Sum(tensor => tensor.Length);
        if (AttributeArguments.Of<CompileAttribute>(netClass) is AttributeArguments compile)
        {
            Trains = true;
            HasInputGradients = compile.Value("InputGradients", false);
            Loss = compile.GivesLoss ? compile.Loss() : null;
            bool proximal = compile.Value("ProximalL1", false);
            Tensors = [.. Tensors.Select(tensor => tensor with { IsProximal = proximal && tensor.L1 != 0 })];
        }

        _outputs = ReferenceOutputs.Read(netClass, Nodes, byName, masks);
    }

    public string Name { get; }

    public IReadOnlyList<ReferenceNode> Nodes { get; }

    /// <summary>The parameter table: every weight with its name, shape and place.</summary>
    public IReadOnlyList<ReferenceTensor> Tensors { get; }

    public int InputSize { get; }

    public int OutputSize => _outputs.Nodes.Sum(node => Nodes[node].Layer.OutputSize);

    /// <summary>All losses, in the order of the outputs.</summary>
    public IReadOnlyList<OutputLoss> Losses => _outputs.Losses;

    /// <summary>The loss of each output, null where it has none.</summary>
    public IReadOnlyList<OutputLoss?> LossOfOutput => _outputs.OfNodes;

    /// <summary>Labels a sample.</summary>
    public int LabelCount => _outputs.LabelCount;

    /// <summary>Targets a sample.</summary>
    public int TargetSize => _outputs.TargetSize;

    /// <summary>The length of the output's last axis.</summary>
    public int Classes => Nodes[^1].Layer.OutputShape[^1];

    public int ParameterCount { get; }

    public bool HasActivityPenalty => Nodes.Any(node => node.HasActivityPenalty);

    public Loss? Loss { get; }

    /// <summary>Whether the net has a trainer, with or without a loss.</summary>
    public bool Trains { get; }

    public bool HasInputGradients { get; }

    /// <summary>Reads a class. With draws, which training applies, dropout drops and noise disturbs; without them they are the identity.</summary>
    public static ReferenceNet Of(Type netClass, NoiseDraw? draw = null) => new(netClass, draw);

    /// <summary>The inference forward pass of any number of samples.</summary>
    public double[] Predict(double[] parameters, double[] inputs) => Outputs(parameters, inputs, training: false);

    /// <summary>The forward pass as training runs it, which leaves outputs without a loss at 0.</summary>
    public double[] TrainingOutputs(double[] parameters, double[] inputs) => Outputs(parameters, inputs, training: true);

    /// <summary>The mean data loss, without the penalty.</summary>
    public double MeanLoss(double[] parameters, ReferenceBatch batch, bool training) => MeanLosses(parameters, batch, training).Sum();

    /// <summary>The mean data loss of each output, times its weight.</summary>
    public double[] MeanLosses(double[] parameters, ReferenceBatch batch, bool training)
    {
        double[][][] values = ReferencePass.Forward(this, parameters, batch.Inputs, training);
        return [.. Losses.Select(loss =>
        {
            double[][] weights = loss.RowWeights(values, batch);
            return Enumerable.Range(0, batch.Count)
                .Sum(sample => batch.Weight(sample) * loss.Value(values[loss.Node][sample], batch, sample, weights[sample])) / batch.Count;
        })];
    }

    /// <summary>The penalty of the weights, and of the outputs that layers have in training.</summary>
    public double Penalty(double[] parameters, ReferenceBatch batch) =>
        Tensors.Sum(tensor => ReferencePenalty.Value(tensor, parameters)) + ReferenceActivityPenalty.Value(this, parameters, batch);

    /// <summary>The penalty as far as it is in the gradient.</summary>
    public double PenaltyInGradient(double[] parameters, ReferenceBatch batch) =>
        Tensors.Sum(tensor => ReferencePenalty.Value(tensor.IsProximal ? tensor with { L1 = 0 } : tensor, parameters))
        + ReferenceActivityPenalty.Value(this, parameters, batch);

    /// <summary>The gradient of (mean data loss + penalty), laid out as the parameters.</summary>
    public double[] Gradient(double[] parameters, ReferenceBatch batch, double penaltyScale = 1)
    {
        double[][][] values = ReferencePass.Forward(this, parameters, batch.Inputs, training: true);
        double[][][] gradients = [.. values.Select(node => node.Select(sample => new double[sample.Length]).ToArray())];
        foreach (OutputLoss loss in Losses)
        {
            double[][] weights = loss.RowWeights(values, batch);
            for (int sample = 0; sample < batch.Count; sample++)
            {
                double[] dy = loss.Derive(values[loss.Node][sample], batch, sample, batch.Weight(sample) / batch.Count, weights[sample]);
                for (int i = 0; i < dy.Length; i++)
                {
                    gradients[loss.Node][sample][i] += dy[i];
                }
            }
        }

        return Backward(parameters, values, gradients, penaltyScale);
    }

    /// <summary>The gradients of the penalty and of a loss that is known by its gradient alone: of the weights, and of the inputs.</summary>
    /// <param name="parameters">The weights.</param>
    /// <param name="inputs">Samples.</param>
    /// <param name="outputGradients">The loss' gradient by the outputs of each.</param>
    public (double[] Weights, double[] Inputs) Gradients(double[] parameters, double[] inputs, double[] outputGradients)
    {
        double[][][] values = ReferencePass.Forward(this, parameters, inputs, training: true);
        double[][][] gradients = [.. values.Select(node => node.Select(sample => new double[sample.Length]).ToArray())];
        for (int sample = 0, place = 0; sample < values[0].Length; sample++)
        {
            for (int i = 0; i < _outputs.Nodes.Count; i++)
            {
                double[] dy = gradients[_outputs.Nodes[i]][sample];
                for (int k = 0; k < dy.Length; k++, place++)
                {
                    dy[k] += IsLeftOut(i) ? 0 : outputGradients[place];
                }
            }
        }

        double[] dw = Backward(parameters, values, gradients, penaltyScale: 1);
        int[] inputNodes = [.. Enumerable.Range(0, Nodes.Count).Where(node => Nodes[node].Layer is InputLayer)];
        return (dw, [.. Enumerable.Range(0, values[0].Length).SelectMany(sample => inputNodes.SelectMany(node => gradients[node][sample]))]);
    }

    private double[] Backward(double[] parameters, double[][][] values, double[][][] gradients, double penaltyScale)
    {
        double[] dw = new double[ParameterCount];
        ReferenceActivityPenalty.AddGradient(this, values, penaltyScale, gradients);
        ReferencePass.Backward(this, parameters, values, gradients, dw);
        foreach (ReferenceTensor tensor in Tensors)
        {
            ReferencePenalty.AddGradient(tensor, parameters, penaltyScale, dw);
            if (!tensor.IsTrainable)
            {
                dw.AsSpan(tensor.Offset, tensor.Length).Clear();
            }
        }

        return dw;
    }

    private double[] Outputs(double[] parameters, double[] inputs, bool training)
    {
        double[][][] values = ReferencePass.Forward(this, parameters, inputs, training);
        return [.. Enumerable.Range(0, values[0].Length).SelectMany(sample => _outputs.Nodes.SelectMany((node, i) =>
            training && IsLeftOut(i) ? new double[values[node][sample].Length] : values[node][sample]))];
    }

    /// <summary>Whether training leaves an output out, since others have losses.</summary>
    private bool IsLeftOut(int output) => Losses.Count > 0 && LossOfOutput[output] is null;

    private static IEnumerable<ReferenceTensor> Place(ReferenceNode node)
    {
        int offset = node.WeightOffset;
        foreach (ReferenceTensor tensor in node.Layer.Weights)
        {
            ReferenceTensor placed = tensor with { Name = node.Name + "/" + tensor.Name, Offset = offset };
            yield return node.IsFrozen ? placed with { IsTrainable = false, L1 = 0, L2 = 0, Orthogonal = 0 } : placed;
            offset += tensor.Length;
        }
    }
}
