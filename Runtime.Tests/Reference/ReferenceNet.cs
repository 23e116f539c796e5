using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using StaticNets.Tests.Reference.Layers;
using StaticNets.Tests.Reference.Losses;

namespace StaticNets.Tests.Reference;

/// <summary>
/// The yardstick: a net as its attributes declare it, computed in double, one sample and one scalar at a time. It shares nothing with the
/// generator but the attributes.
/// </summary>
internal sealed class ReferenceNet
{
    private readonly ReferenceLoss? _loss;

    private ReferenceNet(Type netClass, DropoutMask? mask)
    {
        Mask = mask;
        Name = netClass.Name;
        Nodes = ReferenceGraphBuilder.Build(netClass);
        Tensors = [.. Nodes.SelectMany(Place)];
        InputSize = Nodes.Where(node => node.Layer is InputLayer).Sum(node => node.Layer.OutputSize);
        ParameterCount = Tensors.Sum(tensor => tensor.Length);
        CustomAttributeData? compile = netClass.GetCustomAttributesData().SingleOrDefault(data => data.AttributeType == typeof(CompileAttribute));
        if (compile is not null)
        {
            Loss = new AttributeArguments(compile).Value("loss", default(Loss));
            _loss = ReferenceLoss.Of(Loss.Value, (Nodes[^1].Layer as ActivationLayer)?.Activation);
        }
    }

    public string Name { get; }

    public IReadOnlyList<ReferenceNode> Nodes { get; }

    /// <summary>The parameter table: every weight with its name, shape and place.</summary>
    public IReadOnlyList<ReferenceTensor> Tensors { get; }

    public int InputSize { get; }

    public int OutputSize => Nodes[^1].Layer.OutputSize;

    /// <summary>The length of the output's last axis.</summary>
    public int Classes => Nodes[^1].Layer.OutputShape[^1];

    public int ParameterCount { get; }

    public Loss? Loss { get; }

    /// <summary>Which values dropout keeps in <see cref="MeanLoss"/> and <see cref="Gradient"/>; null for none dropped.</summary>
    public DropoutMask? Mask { get; }

    /// <summary>Reads a class. Instances with a mask are for one thread; without one they have no state.</summary>
    public static ReferenceNet Of(Type netClass, DropoutMask? mask = null) => new(netClass, mask);

    /// <summary>The inference forward pass of any number of samples.</summary>
    public double[] Predict(double[] parameters, double[] inputs) =>
        [.. Enumerable.Range(0, inputs.Length / InputSize).SelectMany(sample => Run(parameters, inputs, sample, null)[^1])];

    /// <summary>The forward pass as training runs it, with the mask in force.</summary>
    public double[] TrainingOutputs(double[] parameters, double[] inputs) =>
        [.. Enumerable.Range(0, inputs.Length / InputSize).SelectMany(sample => Run(parameters, inputs, sample, Mask)[^1])];

    /// <summary>The mean data loss, without the penalty.</summary>
    public double MeanLoss(double[] parameters, ReferenceBatch batch) =>
        Enumerable.Range(0, batch.Count).Sum(sample => batch.Weight(sample) * SampleLoss(Run(parameters, batch.Inputs, sample, Mask), batch, sample)) / batch.Count;

    public double Penalty(double[] parameters) => Tensors.Sum(tensor => ReferencePenalty.Value(tensor, parameters));

    /// <summary>The gradient of (mean data loss + penalty), laid out as the parameters.</summary>
    public double[] Gradient(double[] parameters, ReferenceBatch batch, double penaltyScale = 1)
    {
        double[] dw = new double[ParameterCount];
        for (int sample = 0; sample < batch.Count; sample++)
        {
            AddSampleGradient(parameters, batch, sample, dw);
        }

        foreach (ReferenceTensor tensor in Tensors)
        {
            ReferencePenalty.AddGradient(tensor, parameters, penaltyScale, dw);
        }

        return dw;
    }

    /// <summary>All nodes' values for one sample.</summary>
    private double[][] Run(double[] parameters, double[] inputs, int sample, DropoutMask? mask)
    {
        double[] x = inputs.AsSpan(sample * InputSize, InputSize).ToArray();
        double[][] values = new double[Nodes.Count][];
        for (int i = 0; i < values.Length; i++)
        {
            ReferenceNode node = Nodes[i];
            if (node.Layer is DropoutLayer dropout)
            {
                dropout.Keeps = mask is null ? null : element => mask(node.Name, sample, element);
            }

            double[][] read = node.Layer is InputLayer ? [x] : ValuesOf(node, values);
            values[i] = node.Layer.Forward(read, WeightsOf(node, parameters));
        }

        return values;
    }

    private double SampleLoss(double[][] values, ReferenceBatch batch, int sample)
    {
        double[] y = values[LossNode];
        double[] t = TargetsOf(batch, sample);
        int rows = y.Length / Classes;
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            sum += RequiredLoss.Value(y.AsSpan(row * Classes, Classes), t.AsSpan(row * Classes, Classes));
        }

        return sum / rows;
    }

    private void AddSampleGradient(double[] parameters, ReferenceBatch batch, int sample, double[] dw)
    {
        double[][] values = Run(parameters, batch.Inputs, sample, Mask);
        double[][] gradients = [.. values.Select(value => new double[value.Length])];
        double[] y = values[LossNode];
        double[] t = TargetsOf(batch, sample);
        int rows = y.Length / Classes;
        double scale = batch.Weight(sample) / (batch.Count * rows);
        for (int start = 0; start < y.Length; start += Classes)
        {
            Span<double> dy = gradients[LossNode].AsSpan(start, Classes);
            RequiredLoss.Derive(y.AsSpan(start, Classes), t.AsSpan(start, Classes), dy);
            foreach (ref double d in dy)
            {
                d *= scale;
            }
        }

        for (int i = LossNode; i >= 0; i--)
        {
            ReferenceNode node = Nodes[i];
            double[][] dx = node.Layer.Backward(
                ValuesOf(node, values), values[i], gradients[i], WeightsOf(node, parameters), dw.AsSpan(node.WeightOffset, node.WeightCount));
            for (int j = 0; j < dx.Length; j++)
            {
                AddTo(gradients[node.Inputs[j]], dx[j]);
            }
        }
    }

    /// <summary>The node whose values the loss reads: the last, or the one below a fused softmax or sigmoid.</summary>
    private int LossNode => RequiredLoss.FromLogits ? Nodes[^1].Inputs[0] : Nodes.Count - 1;

    private ReferenceLoss RequiredLoss => _loss ?? throw new InvalidOperationException($"{Name} has no [Compile].");

    private double[] TargetsOf(ReferenceBatch batch, int sample)
    {
        if (Loss != StaticNets.Loss.SparseCategoricalCrossentropy)
        {
            return batch.Targets.AsSpan(sample * OutputSize, OutputSize).ToArray();
        }

        double[] oneHot = new double[OutputSize];
        int rows = OutputSize / Classes;
        for (int row = 0; row < rows; row++)
        {
            oneHot[(row * Classes) + batch.Labels[(sample * rows) + row]] = 1;
        }

        return oneHot;
    }

    private static IEnumerable<ReferenceTensor> Place(ReferenceNode node)
    {
        int offset = node.WeightOffset;
        foreach (ReferenceTensor tensor in node.Layer.Weights)
        {
            yield return tensor with { Name = node.Name + "/" + tensor.Name, Offset = offset };
            offset += tensor.Length;
        }
    }

    private static ReadOnlySpan<double> WeightsOf(ReferenceNode node, double[] parameters) =>
        parameters.AsSpan(node.WeightOffset, node.WeightCount);

    private static double[][] ValuesOf(ReferenceNode node, double[][] values) => [.. node.Inputs.Select(input => values[input])];

    private static void AddTo(double[] sum, double[] values)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += values[i];
        }
    }
}
