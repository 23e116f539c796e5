using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels;
using StaticNets.Generator.Kernels.Normalizations;
using StaticNets.Generator.Losses;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit;

/// <summary>The kernels of one target, and the methods that call them in the net's order.</summary>
internal sealed class KernelClass
{
    private readonly InferencePlan _inference;
    private readonly TrainingPlan? _training;
    private readonly int _unrollBudget;

    private KernelClass(Target target, InferencePlan inference, TrainingPlan? training, int unrollBudget)
    {
        Target = target;
        Kernels = new KernelMethods(Flavour.Of(target));
        _inference = inference;
        _training = training;
        _unrollBudget = unrollBudget;
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

    /// <summary>Samples that go together through operations that work by blocks.</summary>
    public int BlockSize => _training?.BlockSize ?? 0;

    /// <summary>Samples that go together through the operations below the first trained one.</summary>
    public int FrozenBlockSize => _training?.Frozen.BlockSize ?? 0;

    /// <summary>What outputs are compared with, as parameters.</summary>
    public string Known => string.Join(", ", KnownParameters(_training!.Graph));

    public static KernelClass Build(
        Target target, InferencePlan inference, ValueNames inferenceNames, TrainingPlan? training, ValueNames? trainingNames, int unrollBudget)
    {
        var kernels = new KernelClass(target, inference, training, unrollBudget);
        var places = new InferencePlaces(inference, inferenceNames);
        kernels.BuildInference(places);
        if (training is not null && trainingNames is not null)
        {
            kernels.BuildLoss(places);
            kernels.BuildFrozen(new FrozenPlaces(training, trainingNames), training);
            kernels.BuildTraining(new TrainingPlaces(training, trainingNames), training);
        }

        return kernels;
    }

    private void BuildInference(Places places)
    {
        foreach (Operation operation in _inference.Planned.Computing)
        {
            OperationPlan plan = _inference.Planned[operation];
            KernelCatalogue.Of(plan).EmitForward(Emission(Predict, places, plan));
            Derive(plan, PrepareWeights, places);
        }
    }

    private void Derive(OperationPlan plan, Orchestrator orchestrator, Places places)
    {
        KernelEmission emission = Emission(orchestrator, places, plan);
        if (plan.Operation is WeightedOperation { Folded: not null } linear)
        {
            FoldedWeightsKernel.Emit(emission, linear);
        }

        KernelCatalogue.Of(plan).EmitDerivedWeights(emission);
    }

    private void BuildLoss(Places places)
    {
        Graph graph = _inference.Graph;
        foreach (Operation operation in _inference.Planned.Computing.Where(operation => IsComputedForLoss(graph, operation)))
        {
            OperationPlan plan = _inference.Planned[operation];
            KernelCatalogue.Of(plan).EmitForward(Emission(PredictLoss, places, plan));
        }

        string y = "ref " + places.Value(PredictLoss, graph.Result);
        foreach (GraphOutput output in graph.Outputs)
        {
            string z = "ref " + places.Value(PredictLoss, output.Compared);
            string mask = output.Mask is null ? "" : ", ref " + places.Value(PredictLoss, output.Mask);
            string known = (output.TakesLabels ? "ref labels" : "ref targets") + mask;
            PredictLoss.Call($"{LossMethod(graph, output, withGradient: false)}({z}, {known}, ref losses, {y}, 0, n);");
        }
    }

    /// <summary>All but the activations that the losses compute themselves, and what gathers the outputs, which losses write.</summary>
    private static bool IsComputedForLoss(Graph graph, Operation operation) => operation.Result != graph.Gathered
        && !graph.Outputs.Any(output => output.Logits is not null && output.Value == operation.Result && output.Value != output.Logits);

    private void BuildFrozen(Places places, TrainingPlan training)
    {
        if (training.Frozen.Operations.Count == 0)
        {
            return;
        }

        FrozenLayers.Declare("workspace", "memory.Scratch(worker)", "this worker's");
        foreach (Operation operation in training.Frozen.Operations.Where(operation => !operation.IsView))
        {
            OperationPlan plan = training.Planned[operation];
            KernelCatalogue.Of(plan).EmitForward(Emission(FrozenLayers, places, plan));
            DeriveWeights.OnOneWorker(() => Derive(plan, DeriveWeights, places));
        }

        ForwardBackward.Call("RunFrozenLayers(memory, worker, n0, n1);");
    }

    private void BuildTraining(Places places, TrainingPlan training)
    {
        foreach (Operation operation in training.Trained)
        {
            OperationPlan plan = training.Planned[operation];
            KernelCatalogue.Of(plan).EmitForward(Emission(ForwardBackward, places, plan, training.GoesByBlocks(operation)));
        }

        Graph graph = training.Graph;
        if (graph.Outputs.Any(output => output.Mask is not null))
        {
            // What a step weighs depends on how many of the batch's count.
            ForwardBackward.AwaitBatch();
        }

        foreach (GraphOutput output in graph.Outputs)
        {
            string z = "ref " + places.Value(ForwardBackward, output.Compared);
            string dz = "ref " + places.Gradient(ForwardBackward, output.Compared);
            string known = (output.TakesLabels ? "ref memory.Labels" : "ref memory.Targets") + Selection(places, graph, output);
            string sums = "ref memory.Scales, ref memory.Losses, ref memory.Outputs";
            string method = LossMethod(graph, output, withGradient: true);
            ForwardBackward.Call($"{method}({z}, {known}, {sums}, {dz}, n0, n1);");
        }

        foreach (Operation operation in training.Trained.Reverse())
        {
            OperationPlan plan = training.Planned[operation];
            Kernel kernel = KernelCatalogue.Of(plan);
            if (training.GoesBackward(operation))
            {
                kernel.EmitBackward(Emission(ForwardBackward, places, plan, training.GoesByBlocks(operation)));
            }

            if (operation.IsTrained)
            {
                kernel.EmitWeightGradients(Emission(WeightGradients, places, plan));
            }

            kernel.EmitDerivedWeights(Emission(DeriveWeights, places, plan));
            kernel.EmitStatistics(Emission(Statistics, places, plan));
        }
    }

    private string LossMethod(Graph graph, GraphOutput output, bool withGradient)
    {
        LossFunction loss = output.Loss!;
        bool isFused = output.Logits is not null;
        Shape shape = output.Value.Shape;
        string outline = isFused ? $"{loss.FusedActivation} and {loss.Name}" : loss.Name;
        return Kernels.Add(
            training: true,
            loss.Identifier + (withGradient ? "WithGradient" : ""),
            $"{outline} of each sample{(withGradient ? ", and dz" : "")}: {shape.WithBatch}.",
            LossKernel.Parameters(output, withGradient),
            writer => LossKernel.Write(writer, loss, Kernels.Flavour, shape, isFused, withGradient, LossPlace.Of(graph, output)));
    }

    /// <summary>The mask of an output, and what each row that counts weighs.</summary>
    private string Selection(Places places, Graph graph, GraphOutput output)
    {
        string mask = output.Mask is null ? "" : "ref " + places.Value(ForwardBackward, output.Mask);
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

    private static IEnumerable<string> KnownParameters(Graph graph)
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

    private KernelEmission Emission(Orchestrator orchestrator, Places places, OperationPlan plan, bool byBlocks = false) =>
        new(Kernels, orchestrator, places, plan, _unrollBudget, byBlocks);
}
