using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit.Normalization;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Graph.Passes;
using StaticNets.Generator.Layers;
using StaticNets.Generator.Losses;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit;

/// <summary>The kernels of one target, and the methods that call them in the net's order.</summary>
internal sealed class KernelClass
{
    private readonly InferencePlan _inference;
    private readonly TrainingPlan? _training;

    private KernelClass(Target target, InferencePlan inference, TrainingPlan? training)
    {
        Target = target;
        Kernels = new KernelMethods(Flavour.Of(target));
        _inference = inference;
        _training = training;
    }

    public Target Target { get; }

    public KernelMethods Kernels { get; }

    public Orchestrator Predict { get; } = new();

    public Orchestrator PrepareWeights { get; } = new();

    public Orchestrator PredictLoss { get; } = new();

    public Orchestrator DeriveWeights { get; } = new();

    public Orchestrator FrozenLayers { get; } = new();

    public Orchestrator ForwardBackward { get; } = new();

    public Orchestrator WeightGradients { get; } = new();

    public Orchestrator Statistics { get; } = new();

    /// <summary>Samples that go together through layers that work by blocks.</summary>
    public int BlockSize => _training?.BlockSize ?? 0;

    /// <summary>Samples that go together through the layers below the first trained one.</summary>
    public int FrozenBlockSize => _training?.Frozen.BlockSize ?? 0;

    /// <summary>What outputs are compared with, as parameters.</summary>
    public string Known => string.Join(", ", KnownParameters(_training!.Graph));

    public static KernelClass Build(Target target, InferencePlan inference, TrainingPlan? training)
    {
        var kernels = new KernelClass(target, inference, training);
        kernels.BuildInference(new InferenceBuffers(inference));
        if (training is not null)
        {
            kernels.BuildLoss(new InferenceBuffers(inference));
            kernels.BuildFrozen(new FrozenBuffers(training), training.Frozen);
            kernels.BuildTraining(new TrainingBuffers(training), training.Graph);
        }

        return kernels;
    }

    private void BuildInference(InferenceBuffers buffers)
    {
        foreach (Node node in Computing(_inference.Graph.Nodes))
        {
            node.Layer.EmitForward(Emission(Predict, buffers, node));
            Prepare(node, PrepareWeights, buffers);
        }
    }

    private void Prepare(Node node, Orchestrator orchestrator, BufferNames buffers)
    {
        if (node.Normalization is not null)
        {
            FoldedWeights.Emit(orchestrator, buffers, node);
        }

        node.Layer.EmitPreparedWeights(Emission(orchestrator, buffers, node));
    }

    private void BuildLoss(InferenceBuffers buffers)
    {
        NetGraph graph = _inference.Graph;
        foreach (Node node in Computing(graph.Nodes).Where(node => !graph.IsFused(node) && node != graph.Gathered))
        {
            node.Layer.EmitForward(Emission(PredictLoss, buffers, node));
        }

        string y = "ref " + buffers.Output(PredictLoss, graph.Result);
        if (graph.Gathered is { } gathered)
        {
            OutputsLayer.EmitForward(Emission(PredictLoss, buffers, gathered), i => graph.Outputs[i].Loss is null);
        }

        foreach (NetOutput output in graph.TrainedOutputs)
        {
            string z = "ref " + buffers.Output(PredictLoss, output.Node);
            string mask = output.Mask is null ? "" : ", ref " + buffers.Output(PredictLoss, output.Mask);
            string known = (output.TakesLabels ? "ref labels" : "ref targets") + mask;
            PredictLoss.Call($"{LossMethod(graph, output, withGradient: false)}({z}, {known}, ref losses, {y}, 0, n);");
        }
    }

    private void BuildFrozen(FrozenBuffers buffers, FrozenPlan plan)
    {
        if (plan.Nodes.Count == 0)
        {
            return;
        }

        FrozenLayers.Declare("workspace", "memory.Scratch(worker)", "this worker's");
        foreach (Node node in Computing(plan.Nodes))
        {
            node.Layer.EmitForward(Emission(FrozenLayers, buffers, node));
            DeriveWeights.OnOneWorker(() => Prepare(node, DeriveWeights, buffers));
        }

        ForwardBackward.Call("RunFrozenLayers(memory, worker, n0, n1);");
    }

    private void BuildTraining(TrainingBuffers buffers, NetGraph graph)
    {
        List<Node> nodes = Computing(graph.Nodes).Where(node => !graph.IsFused(node) && !node.IsInFrozenTrunk).ToList();
        foreach (Node node in nodes)
        {
            node.Layer.EmitForward(Emission(ForwardBackward, buffers, node, TrainingPlan.GoesByBlocks(node)));
        }

        if (graph.Outputs.Any(output => output.Mask is not null))
        {
            // What a step weighs depends on how many of the batch's count.
            ForwardBackward.AwaitBatch();
        }

        foreach (NetOutput output in graph.TrainedOutputs)
        {
            string z = "ref " + buffers.Output(ForwardBackward, output.Node);
            string dz = "ref " + buffers.Gradient(ForwardBackward, output.Node);
            buffers.BeginGradient(output.Node);
            string known = (output.TakesLabels ? "ref memory.Labels" : "ref memory.Targets") + Selection(buffers, graph, output);
            string scales = graph.Outputs.Count == 1 ? "Scales" : $"ScalesOf({Literal.Int(LossPlace.Of(graph, output).Index)})";
            string sums = $"ref memory.{scales}, ref memory.Losses, ref memory.Outputs";
            string method = LossMethod(graph, output, withGradient: true);
            ForwardBackward.Call($"{method}({z}, {known}, {sums}, {dz}, n0, n1);");
        }

        foreach (Node node in Enumerable.Reverse(nodes))
        {
            if (node.NeedsGradient || (node.Layer.IsPenalty && node.InputNeedsGradient))
            {
                node.Layer.EmitBackward(Emission(ForwardBackward, buffers, node, TrainingPlan.GoesByBlocks(node)));
            }

            if (node.IsTrainable)
            {
                node.Layer.EmitWeightGradients(Emission(WeightGradients, buffers, node));
            }

            node.Layer.EmitDerivedWeights(Emission(DeriveWeights, buffers, node));
            node.Layer.EmitStatistics(Emission(Statistics, buffers, node));
        }
    }

    /// <summary>The nodes that have something to emit: views don't.</summary>
    private static IEnumerable<Node> Computing(IEnumerable<Node> nodes) => nodes.Where(node => !node.Layer.IsView);

    private string LossMethod(NetGraph graph, NetOutput output, bool withGradient)
    {
        LossFunction loss = output.Loss!;
        bool isFused = output.FusedActivation is not null;
        Shape shape = output.Node.Shape;
        string outline = isFused ? $"{loss.FusedActivation} and {loss.Name}" : loss.Name;
        return Kernels.Add(
            training: true,
            loss.Identifier + (withGradient ? "WithGradient" : ""),
            $"{outline} of each sample{(withGradient ? ", and dz" : "")}: {shape.WithBatch}.",
            LossKernel.Parameters(output, withGradient),
            writer => LossKernel.Write(writer, loss, Kernels.Flavour, shape, isFused, withGradient, LossPlace.Of(graph, output)));
    }

    /// <summary>The mask of an output, and what each row that counts weighs.</summary>
    private string Selection(TrainingBuffers buffers, NetGraph graph, NetOutput output)
    {
        string mask = output.Mask is null ? "" : "ref " + buffers.Output(ForwardBackward, output.Mask);
        string masks = mask.Length == 0 ? "" : ", " + mask;
        if (output.Loss!.IgnoreClass is int ignored)
        {
            LossPlace place = LossPlace.Of(graph, output);
            int[] numbers = [place.KnownStride, place.KnownOffset, output.KnownSize, ignored];
            string literals = string.Join(", ", numbers.Select(number => Literal.Int(number)));
            string steps = mask.Length == 0 ? "" : $", {mask}, {Literal.Int(place.Steps)}";
            return $"{masks}, IgnoredLabels.Weight(ref memory.Labels, {literals}, memory.Count{steps})";
        }

        return output.Mask is null ? "" : $"{masks}, StepMask.Weight({mask}, {At.Times("memory.Count", output.Mask.Shape.Size)})";
    }

    private static IEnumerable<string> KnownParameters(NetGraph graph)
    {
        if (graph.LabelCount > 0)
        {
            yield return "ref int labels";
        }

        if (graph.TargetSize > 0)
        {
            yield return "ref float targets";
        }
    }

    private LayerEmission Emission(Orchestrator orchestrator, BufferNames buffers, Node node, bool byBlocks = false) =>
        new(Kernels, orchestrator, buffers, node, _inference.Graph.UnrollBudget, byBlocks);
}
