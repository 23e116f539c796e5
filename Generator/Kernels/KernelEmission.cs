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
    public bool Accumulates(int i = 0) => !IsInPlace && places.Accumulates(Operation, i);

    /// <summary>Whether the result stands in the operand's place, and so do their gradients.</summary>
    public bool IsInPlace => places.IsInPlace(Operation);

    /// <summary>The operation's samples that a call works on: <c>n0</c> to <c>n1</c>.</summary>
    public KernelOperand Range => Samples("n", Operation.Steps);

    /// <summary>The operation's samples in the batch.</summary>
    public string Count => At.Times("memory.Count", Operation.Steps);

    /// <summary>The rows of the samples that a call works on, where each has so many: <c>m0</c> to <c>m1</c>.</summary>
    public KernelOperand Rows(int rowsPerSample) => Samples("m", (long)Operation.Steps * rowsPerSample);

    /// <summary>The number of the operation's samples in the batch, or of their rows.</summary>
    public KernelOperand CountOf(string name, int rowsPerSample = 1) => KernelOperand.Of("int", name, At.Times(Count, rowsPerSample));

    public KernelOperand X(int i = 0) => places.Value(Operation.Operands[i].Value);

    public KernelOperand Y => places.Value(Operation.Result).As("y");

    public KernelOperand DX(int i = 0) => places.Gradient(Operation.Operands[i].Value);

    public KernelOperand DY => places.Gradient(Operation.Result).As("dy");

    /// <summary>The samples as they came, all inputs of each one after the other.</summary>
    public KernelOperand RawInputs => KernelOperand.Reference("inputs", places.RawInputs);

    /// <summary>
    /// The key of this step's random numbers of the layer, or of one of its streams: their numbers are below 2^14, attributes' below 2^16.
    /// </summary>
    public KernelOperand DropoutKey(int stream = 0) =>
        KernelOperand.Of("ulong", "key", $"memory.DropoutKey(layer: {Literal.Int(Operation.Origin.Attribute + (stream << 16))})");

    /// <summary>What penalties are multiplied by.</summary>
    public KernelOperand PenaltyScale(string value = "memory.PenaltyScale") => KernelOperand.Of("float", "penaltyScale", value);

    /// <summary>A weight; where a normalization is folded in, what it becomes with it.</summary>
    public KernelOperand Weight(int index) => Operation is WeightedOperation { Folded: not null } linear
        ? index == 0 ? Derived(FoldedWeights.Kernel(linear)).As("w") : Derived(FoldedWeights.Bias(linear)).As("b")
        : OwnWeight(Weights[index]);

    /// <summary>A weight as it is among the parameters, of this operation or another.</summary>
    public KernelOperand OwnWeight(Weight weight) => places.Weight(weight).As(NameOf(weight));

    public KernelOperand WeightGradient(int index) => places.WeightGradient(Weights[index]).As("d" + NameOf(Weights[index]));

    /// <summary>What the forward pass leaves for the backward pass.</summary>
    public KernelOperand Extra(NamedBuffer buffer) => places.Saved(Operation, buffer);

    public KernelOperand Derived(NamedBuffer buffer) => places.Derived(Operation, buffer);

    /// <summary>A buffer that every worker has of its own and that stays from call to call.</summary>
    public KernelOperand OfWorker(NamedBuffer buffer) => places.OfWorker(Operation, buffer);

    /// <summary>The worker's own memory, which holds nothing from call to call.</summary>
    public KernelOperand Scratch => places.Scratch;

    /// <summary>One worker's share of a number of tiles, or all where nobody shares them: <c>tile0</c> to <c>tile1</c>.</summary>
    public KernelOperand Share(int tiles) => Training ? places.Share(tiles) : KernelOperand.Range("tile", "0", Literal.Int(tiles));

    /// <summary>Adds a kernel and the call to it.</summary>
    /// <param name="pass">The pass: <c>Forward</c>, <c>BackwardData</c>, …</param>
    /// <param name="summary">What it does, with shapes.</param>
    /// <param name="operands">What it is given; what is null is left out.</param>
    /// <param name="body">Writes the body.</param>
    /// <param name="once">Whether it isn't called block by block, but once for all samples that the worker has.</param>
    /// <param name="groups">How often it is called, for <c>group</c> 0 and on.</param>
    public void Emit(
        string pass,
        string summary,
        IReadOnlyList<KernelOperand?> operands,
        Action<SourceWriter> body,
        bool once = false,
        int groups = 1) => orchestrator.Call(Method(pass, summary, operands, body), byBlocks && !once, groups);

    /// <summary>Adds a kernel that others call, and returns the call with these operands.</summary>
    public string Kernel(string pass, string summary, IReadOnlyList<KernelOperand?> operands, Action<SourceWriter> body) =>
        Method(pass, summary, operands, body).Call();

    /// <summary>Adds a kernel that others call with several values.</summary>
    public Callee Method(string pass, string summary, IReadOnlyList<KernelOperand?> operands, Action<SourceWriter> body) =>
        kernels.Add(places.IsOfTraining, places.Constant(Operation) + pass, summary, operands, body);

    /// <summary>Adds a call of a method of the runtime.</summary>
    public void Call(string method, params IReadOnlyList<KernelOperand?> operands) =>
        orchestrator.Call(new Callee(method, [.. operands.OfType<KernelOperand>()]), byBlocks);

    /// <summary>What follows begins when every worker has done what came before, for the whole batch.</summary>
    public void AwaitBatch() => orchestrator.AwaitBatch();

    private KernelOperand Samples(string name, long times)
    {
        (string start, string end) = !Training ? ("0", "n") : byBlocks ? ("n", "end") : ("n0", "n1");
        return KernelOperand.Range(name, At.Times(start, times), At.Times(end, times));
    }

    /// <summary>What kernels call a weight.</summary>
    private static string NameOf(Weight weight) => weight.Tensor.Name switch
    {
        "gamma" or "beta" or "alpha" => weight.Tensor.Name,
        "bias" => "b",
        _ => "w",
    };
}
