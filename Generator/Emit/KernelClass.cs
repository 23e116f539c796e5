using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Graph.Passes;
using StaticNets.Generator.Layers;
using StaticNets.Generator.Losses;

namespace StaticNets.Generator.Emit;

/// <summary>The kernels of one flavour, and the methods that call them in the net's order.</summary>
internal sealed class KernelClass
{
    private readonly NetGraph _graph;
    private readonly KernelMethods _kernels;
    private readonly Orchestrator _predict = new();
    private readonly Orchestrator _prepareWeights = new();
    private readonly Orchestrator _predictLoss = new();
    private readonly Orchestrator _deriveWeights = new();
    private readonly Orchestrator _forwardBackward = new();
    private readonly Orchestrator _weightGradients = new();

    private readonly int _blockSize;

    private KernelClass(NetGraph graph, Flavour flavour, int blockSize)
    {
        _graph = graph;
        _blockSize = blockSize;
        _kernels = new KernelMethods(flavour);
    }

    public static KernelClass Build(NetGraph graph, Flavour flavour, InferencePlan inference, TrainingPlan? training)
    {
        var kernels = new KernelClass(graph, flavour, training?.BlockSize ?? 0);
        kernels.BuildInference(new InferenceBuffers(inference));
        if (training is not null)
        {
            kernels.BuildLoss(new InferenceBuffers(inference));
            kernels.BuildTraining(new TrainingBuffers(training));
        }

        return kernels;
    }

    public void WriteInference(SourceWriter writer, string name)
    {
        writer.Line($"/// <summary>What runs on {Literal.Int(_kernels.Flavour.Bits)}-bit vectors.</summary>");
        using (writer.Block($"private static partial class {name}"))
        {
            writer.Line("/// <summary>The forward pass of n samples, whose inputs stand at the workspace's begin.</summary>");
            WriteOrchestrator(writer, "public static void Predict(ref float w, ref float workspace, int n)", _predict);
            if (!_prepareWeights.IsEmpty)
            {
                writer.Line();
                writer.Line("/// <summary>Weights in the layouts that Predict reads, behind the parameters.</summary>");
                WriteOrchestrator(writer, "public static void PrepareWeights(ref float w)", _prepareWeights);
            }

            WriteMethods(writer, _kernels.Inference);
        }
    }

    public void WriteTraining(SourceWriter writer, string name)
    {
        using (writer.Block($"partial class {name}"))
        {
            string known = _graph.Training!.Loss.IsSparse ? "ref int labels" : "ref float targets";
            writer.Line("/// <summary>The forward pass of n samples and the loss of each.</summary>");
            WriteOrchestrator(writer, $"public static void Loss(ref float w, ref float workspace, {known}, ref float losses, int n)", _predictLoss);
            writer.Line();
            if (!_deriveWeights.IsEmpty)
            {
                writer.Line("/// <summary>Weights in the layouts that the backward pass reads: one worker's share.</summary>");
                WriteOrchestrator(writer, "public static void DeriveWeights(TrainingMemory memory, int worker, int workers)", _deriveWeights);
                writer.Line();
            }

            writer.Line("/// <summary>Forward pass, loss and input gradients of the samples n0 to n1.</summary>");
            WriteOrchestrator(writer, "public static void ForwardBackward(TrainingMemory memory, int worker, int n0, int n1)", _forwardBackward);
            writer.Line();
            writer.Line("/// <summary>The gradients of all weights, summed over the batch: one worker's share of their tiles.</summary>");
            WriteOrchestrator(writer, "public static void WeightGradients(TrainingMemory memory, int worker, int workers)", _weightGradients);
            WriteMethods(writer, _kernels.Training);
        }
    }

    private void BuildInference(InferenceBuffers buffers)
    {
        foreach (Node node in _graph.Nodes.Where(node => !node.Layer.IsAbsentFromInference))
        {
            node.Layer.EmitForward(Emission(_predict, buffers, node));
            node.Layer.EmitPreparedWeights(Emission(_prepareWeights, buffers, node));
        }
    }

    private void BuildLoss(InferenceBuffers buffers)
    {
        foreach (Node node in _graph.Nodes.Where(node => !node.Layer.IsAbsentFromInference && node != _graph.FusedActivation))
        {
            node.Layer.EmitForward(Emission(_predictLoss, buffers, node));
        }

        string output = "ref " + buffers.Output(_predictLoss, _graph.Output);
        LossFunction loss = _graph.Training!.Loss;
        string known = loss.IsSparse ? "ref labels" : "ref targets";
        _predictLoss.Call($"{LossMethod(withGradient: false)}({output}, {known}, ref losses, {output}, 0, n);");
    }

    private void BuildTraining(TrainingBuffers buffers)
    {
        List<Node> nodes = _graph.Nodes.Where(node => node != _graph.FusedActivation).ToList();
        foreach (Node node in nodes)
        {
            node.Layer.EmitForward(Emission(_forwardBackward, buffers, node, TrainingPlan.GoesByBlocks(node)));
        }

        LossFunction loss = _graph.Training!.Loss;
        string z = "ref " + buffers.Output(_forwardBackward, _graph.Output);
        string dz = "ref " + buffers.Gradient(_forwardBackward, _graph.Output);
        buffers.BeginGradient(_graph.Output);
        string known = loss.IsSparse ? "ref memory.Labels" : "ref memory.Targets";
        _forwardBackward.Call($"{LossMethod(withGradient: true)}({z}, {known}, ref memory.Scales, ref memory.Losses, ref memory.Outputs, {dz}, n0, n1);");
        foreach (Node node in Enumerable.Reverse(nodes).Where(node => node.NeedsGradient))
        {
            node.Layer.EmitBackward(Emission(_forwardBackward, buffers, node, TrainingPlan.GoesByBlocks(node)));
            node.Layer.EmitDerivedWeights(Emission(_deriveWeights, buffers, node));
            if (node.Layer.IsTrainable)
            {
                node.Layer.EmitWeightGradients(Emission(_weightGradients, buffers, node));
            }
        }
    }

    private string LossMethod(bool withGradient)
    {
        Training training = _graph.Training!;
        bool isFused = _graph.FusedActivation is not null;
        Shape shape = _graph.Output.Shape;
        string outline = isFused ? $"{training.Loss.FusedActivation} and {training.Loss.Name}" : training.Loss.Name;
        return _kernels.Add(
            training: true,
            training.Loss.Name + (withGradient ? "WithGradient" : ""),
            $"{outline} of each sample{(withGradient ? ", and dz" : "")}: {shape.WithBatch}.",
            LossKernel.Parameters(training.Loss, withGradient),
            writer => LossKernel.Write(writer, training.Loss, _kernels.Flavour, shape, isFused, withGradient));
    }

    private LayerEmission Emission(Orchestrator orchestrator, BufferNames buffers, Node node, bool byBlocks = false) =>
        new(_kernels, orchestrator, buffers, node, _graph.UnrollBudget, byBlocks);

    private void WriteOrchestrator(SourceWriter writer, string signature, Orchestrator orchestrator)
    {
        using (writer.Block(signature))
        {
            if (signature.Contains("TrainingMemory"))
            {
                writer.Line("ref float w = ref memory.Parameters;");
                if (signature.Contains("WeightGradients"))
                {
                    writer.Line("ref float dw = ref memory.Gradients;");
                }
            }

            orchestrator.WriteTo(writer, _blockSize);
        }
    }

    private static void WriteMethods(SourceWriter writer, IReadOnlyList<KernelMethod> methods)
    {
        foreach (KernelMethod method in methods)
        {
            writer.Line();
            writer.Line($"/// <summary>{XmlText.Escape(method.Summary)}</summary>");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (writer.Block($"private static void {method.Name}({method.Parameters})"))
            {
                writer.Line(method.Body.TrimEnd('\n'));
            }
        }
    }
}
