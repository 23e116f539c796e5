using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Copy;
using StaticNets.Generator.Kernels.Losses;
using StaticNets.Generator.Kernels.Normalizations;
using StaticNets.Generator.Kernels;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit.Files;

/// <summary>The kernels of one target, and the methods that call them in the net's order.</summary>
internal sealed class KernelClass
{
    private readonly NetPlan _plan;
    private readonly CodeLimit _limit;
    private readonly LocalNames _inferenceNames;
    private readonly LocalNames _trainingNames;

    private KernelClass(Target target, NetPlan plan, NetNames names, CodeLimit limit)
    {
        _limit = limit;
        Target = target;
        Kernels = new KernelMethods(Flavour.Of(target), limit);
        _plan = plan;
        _inferenceNames = new LocalNames(names.Values);
        _trainingNames = new LocalNames(names.Values);
        Predict = new Orchestrator(_inferenceNames, limit);
        PrepareWeights = new Orchestrator(_inferenceNames, limit);
        PredictLoss = new Orchestrator(_inferenceNames, limit);
        DeriveWeights = new Orchestrator(_trainingNames, limit);
        FrozenLayers = new Orchestrator(_trainingNames, limit);
        Forward = new Orchestrator(_trainingNames, limit);
        ComputeLosses = new Orchestrator(_trainingNames, limit);
        ShowOutputs = new Orchestrator(_trainingNames, limit);
        TakeOutputGradients = new Orchestrator(_trainingNames, limit);
        Backward = new Orchestrator(_trainingNames, limit);
        GiveInputGradients = new Orchestrator(_trainingNames, limit);
        WeightGradients = new Orchestrator(_trainingNames, limit);
        Statistics = new Orchestrator(_trainingNames, limit);
    }

    public Target Target { get; }

    public KernelMethods Kernels { get; }

    public Orchestrator Predict { get; }

    public Orchestrator PrepareWeights { get; }

    public Orchestrator PredictLoss { get; }

    public Orchestrator DeriveWeights { get; }

    public Orchestrator FrozenLayers { get; }

    public Orchestrator Forward { get; }

    public Orchestrator ComputeLosses { get; }

    public Orchestrator ShowOutputs { get; }

    public Orchestrator TakeOutputGradients { get; }

    public Orchestrator Backward { get; }

    public Orchestrator GiveInputGradients { get; }

    public Orchestrator WeightGradients { get; }

    public Orchestrator Statistics { get; }

    /// <summary>Samples that go together through operations that work by blocks.</summary>
    public int BlockSize => _plan.Training?.BlockSize ?? 0;

    /// <summary>Samples that go together through the operations below the first trained one.</summary>
    public int FrozenBlockSize => _plan.Training?.Frozen.BlockSize ?? 0;

    /// <summary>What outputs are compared with, as parameters.</summary>
    public IReadOnlyList<MethodParameter> Known => [.. KnownParameters(_plan.Training!.Graph)];

    /// <summary>Whether the net has a loss of its own.</summary>
    public bool HasLoss => _plan.Declared.Training!.HasLoss;

    /// <summary>One of the methods into which a pass falls where operations wait for the whole batch.</summary>
    public Signature Part(Signature pass, int part) => pass with { Name = Kernels.Name(pass.Name + Literal.Int(part)) };

    public static KernelClass Build(Target target, NetPlan plan, NetNames names, CodeLimit limit)
    {
        var kernels = new KernelClass(target, plan, names, limit);
        var places = new InferencePlaces(plan.Inference, kernels._inferenceNames, names.Weights);
        kernels.BuildInference(places);
        if (plan.Training is { } training && names.Buffers is { } buffers)
        {
            if (kernels.HasLoss)
            {
                kernels.BuildLoss(places);
            }

            kernels.BuildFrozen(new FrozenPlaces(training, buffers, kernels._trainingNames, names.Weights), training);
            var trainingPlaces = new TrainingPlaces(training, buffers, kernels._trainingNames, names.Weights);
            kernels.BuildTraining(trainingPlaces, training);
            new OutsidePasses(kernels, plan, trainingPlaces).Build();
        }

        return kernels;
    }

    private void BuildInference(Places places)
    {
        foreach (Operation operation in _plan.Inference.Planned.Computing)
        {
            OperationPlan plan = _plan.Inference.Planned[operation];
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
        Graph graph = _plan.Inference.Graph;
        foreach (Operation operation in _plan.Inference.Planned.Computing.Where(operation => IsComputedForLoss(graph, operation)))
        {
            OperationPlan plan = _plan.Inference.Planned[operation];
            KernelCatalogue.Of(plan).EmitForward(Emission(PredictLoss, places, plan));
        }

        if (graph.Gathered is { } gathered)
        {
            OperationPlan plan = _plan.Inference.Planned[graph.Producer(gathered)];
            var kernel = (ConcatenateKernel)KernelCatalogue.Of(plan);
            kernel.EmitForward(Emission(PredictLoss, places, plan), i => graph.Outputs[i].Loss is null);
        }

        foreach (GraphOutput output in graph.TrainedOutputs)
        {
            LossOf(graph, output, PredictLoss, places).Emit(graph.Result);
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

        foreach (Operation operation in training.Frozen.Operations.Where(operation => !operation.IsView))
        {
            OperationPlan plan = training.Planned[operation];
            KernelCatalogue.Of(plan).EmitForward(Emission(FrozenLayers, places, plan));
            DeriveWeights.OnOneWorker(() => Derive(plan, DeriveWeights, places));
        }

        Forward.Call(Callee.Passing(PassMethods.FrozenLayers));
    }

    private void BuildTraining(Places places, TrainingPlan training)
    {
        foreach (Operation operation in training.Trained)
        {
            OperationPlan plan = training.Planned[operation];
            KernelCatalogue.Of(plan).EmitForward(Emission(Forward, places, plan, training.GoesByBlocks(operation)));
        }

        Graph graph = training.Graph;
        if (graph.Outputs.Any(output => output.Mask is not null))
        {
            // What a step weighs depends on how many of the batch's count.
            Forward.AwaitBatch();
        }

        foreach (GraphOutput output in graph.TrainedOutputs)
        {
            string scales = graph.Outputs.Count == 1 ? "Scales" : $"ScalesOf({Literal.Int(LossPlace.Of(graph, output).Index)})";
            LossOf(graph, output, ComputeLosses, places).EmitWithGradient("memory." + scales);
        }

        foreach (Operation operation in training.Trained.Reverse())
        {
            OperationPlan plan = training.Planned[operation];
            Kernel kernel = KernelCatalogue.Of(plan);
            if (training.GoesBackward(operation))
            {
                kernel.EmitBackward(Emission(Backward, places, plan, training.GoesByBlocks(operation)));
            }

            if (operation.IsTrained)
            {
                kernel.EmitWeightGradients(Emission(WeightGradients, places, plan));
            }

            kernel.EmitDerivedWeights(Emission(DeriveWeights, places, plan));
            kernel.EmitStatistics(Emission(Statistics, places, plan));
        }
    }

    private LossEmission LossOf(Graph graph, GraphOutput output, Orchestrator orchestrator, Places places)
    {
        _limit.Layer = graph.Producer(output.Compared).Origin;
        return new(Kernels, orchestrator, places, _plan.Inference.Graph, output);
    }

    private static IEnumerable<MethodParameter> KnownParameters(Graph graph)
    {
        if (graph.LabelCount > 0)
        {
            yield return PassMethods.Labels;
        }

        if (graph.TargetSize > 0)
        {
            yield return PassMethods.Targets;
        }
    }

    private KernelEmission Emission(Orchestrator orchestrator, Places places, OperationPlan plan, bool byBlocks = false)
    {
        _limit.Layer = plan.Operation.Origin;
        return new(Kernels, orchestrator, places, plan, _plan.Declared.UnrollBudget, byBlocks);
    }
}
