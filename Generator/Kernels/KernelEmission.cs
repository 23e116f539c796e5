using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels;

/// <summary>What an operation emits into: kernel methods of one target, and an orchestrating method that calls them.</summary>
internal sealed class KernelEmission(
    KernelMethods kernels, Orchestrator orchestrator, Places places, OperationPlan plan, int unrollBudget, bool byBlocks)
{
    public Flavour Flavour => kernels.Flavour;

    /// <summary>Whether the pass is one of training: the backward pass may then need more than the result.</summary>
    public bool Training => plan.Use.Trains;

    public Operation Operation => plan.Operation;

    public IReadOnlyList<Weight> Weights => plan.Operation.Weights;

    public int UnrollBudget { get; } = unrollBudget;

    /// <summary>The result's shape; where steps of a sequence are samples, that of one.</summary>
    public Shape Shape => Operation.OfStep(Operation.Result);

    /// <summary>The shape of an operand, likewise.</summary>
    public Shape InputShape(int i = 0) => Operation.OfStep(Operation.Operands[i].Value);

    /// <summary>Whether an operand's gradient is wanted.</summary>
    public bool NeedsInputGradient(int i = 0) => plan.Use.NeedsGradient(i);

    /// <summary>Whether another reader of an operand has already stored its share of the gradient, so that this one adds.</summary>
    public bool Accumulates(int i = 0) => places.Accumulates(Operation, i);

    /// <summary>Whether the result stands in the operand's place, and so do their gradients.</summary>
    public bool IsInPlace => places.Variable(Operation.Result) == places.Variable(Operation.Source);

    /// <summary>The operation's samples that a call works on: two arguments.</summary>
    public string Range
    {
        get
        {
            string[] ends = !Training ? ["0", "n"] : byBlocks ? ["n", "end"] : ["n0", "n1"];
            return string.Join(", ", ends.Select(n => At.Times(n, Operation.Steps)));
        }
    }

    /// <summary>The operation's samples in the batch.</summary>
    public string Count => At.Times("memory.Count", Operation.Steps);

    /// <summary>The rows of these samples, where each has so many: two arguments.</summary>
    public string Rows(int rowsPerSample) => string.Join(", ", Range.Split(',').Select(n => At.Times(n.Trim(), rowsPerSample)));

    public string X(int i = 0) => Argument(places.Value(orchestrator, Operation.Operands[i].Value));

    public string Y => Argument(places.Value(orchestrator, Operation.Result));

    public string DX(int i = 0) => Argument(places.Gradient(orchestrator, Operation.Operands[i].Value));

    public string DY => Argument(places.Gradient(orchestrator, Operation.Result));

    /// <summary>The samples as they came, all inputs of each one after the other.</summary>
    public string RawInputs => places.RawInputs;

    /// <summary>
    /// The key of this step's random numbers of the layer, or of one of its streams: their numbers are below 2^14, attributes' below 2^16.
    /// </summary>
    public string DropoutKey(int stream = 0) => $"memory.DropoutKey(layer: {Literal.Int(Operation.Origin.Attribute + (stream << 16))})";

    /// <summary>A weight; where a normalization is folded in, what it becomes with it.</summary>
    public string Weight(int index) => Operation is WeightedOperation { Folded: not null } linear
        ? Derived(index == 0 ? FoldedWeights.Kernel(linear) : FoldedWeights.Bias(linear))
        : OwnWeight(Weights[index]);

    /// <summary>A weight as it is among the parameters, of this operation or another.</summary>
    public string OwnWeight(Weight weight) => Argument(places.Weight(orchestrator, weight));

    public string WeightGradient(int index) => Argument(places.WeightGradient(orchestrator, Weights[index]));

    /// <summary>What the forward pass leaves for the backward pass.</summary>
    public string Extra(NamedBuffer buffer) => Argument(places.Saved(orchestrator, Operation, buffer));

    public string Derived(NamedBuffer buffer) => Argument(places.Derived(orchestrator, Operation, buffer));

    /// <summary>A buffer that every worker has of its own and that stays from call to call.</summary>
    public string OfWorker(NamedBuffer buffer) => Argument(places.OfWorker(orchestrator, Operation, buffer));

    /// <summary>The worker's own memory, which holds nothing from call to call.</summary>
    public string Scratch => Argument(places.Scratch(orchestrator));

    /// <summary>Adds a kernel method and returns its name.</summary>
    /// <param name="pass">The pass: <c>Forward</c>, <c>BackwardData</c>, …</param>
    /// <param name="summary">What it does, with shapes.</param>
    /// <param name="parameters">The parameter list.</param>
    /// <param name="body">Writes the body.</param>
    public string Kernel(string pass, string summary, string parameters, Action<SourceWriter> body) =>
        kernels.Add(places.IsOfTraining, places.Constant(Operation) + pass, summary, parameters, body);

    /// <summary>Adds a call to the orchestrating method.</summary>
    public void Call(string method, params string[] arguments) => orchestrator.Call(Statement(method, arguments), byBlocks);

    /// <summary>Adds a call that is not made block by block, but once for all samples that the worker has.</summary>
    public void CallOnce(string method, params string[] arguments) => orchestrator.Call(Statement(method, arguments));

    /// <summary>What follows begins when every worker has done what came before, for the whole batch.</summary>
    public void AwaitBatch() => orchestrator.AwaitBatch();

    /// <summary>One worker's share of a number of tiles, or all where nobody shares them: two arguments.</summary>
    public string Share(int tiles)
    {
        if (!Training)
        {
            return $"0, {Literal.Int(tiles)}";
        }

        string share = places.Share(orchestrator, tiles);
        return $"{share}.Start, {share}.End";
    }

    private static string Statement(string method, string[] arguments) =>
        $"{method}({string.Join(", ", arguments.Where(argument => argument.Length > 0))});";

    private static string Argument(string variable) => "ref " + variable;
}
