using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels;

/// <summary>Where values live in an orchestrating method, as expressions of its parameters.</summary>
/// <param name="names">What they are called.</param>
/// <param name="weights">The names of weights.</param>
/// <param name="sharing">Which of them share a buffer.</param>
internal abstract class Places(LocalNames names, WeightConstants weights, BufferSharing sharing)
{
    /// <summary>Whether the kernels belong to training, although some of its operations run as in inference.</summary>
    public abstract bool IsOfTraining { get; }

    /// <summary>The samples as they came, all inputs of each one after the other.</summary>
    public abstract string RawInputs { get; }

    protected LocalNames Names { get; } = names;

    /// <summary>Whether an operation's result stands in its operand's place.</summary>
    public bool IsInPlace(Operation operation) => sharing.Shares(operation.Result);

    /// <summary>What an operation is called in names of methods.</summary>
    public string Constant(Operation operation) => Names.Constant(operation.Result);

    /// <summary>A value.</summary>
    public KernelOperand Value(Value value)
    {
        Value owner = sharing.Owner(value);
        return KernelOperand.Declared("x", Names.Output(owner), PlaceOf(owner), owner.Shape.WithBatch);
    }

    /// <summary>Its gradient.</summary>
    public KernelOperand Gradient(Value value)
    {
        Value owner = sharing.Owner(value);
        return KernelOperand.Declared("dx", Names.Gradient(owner), PlaceOfGradient(owner), owner.Shape.WithBatch);
    }

    /// <summary>What the forward pass of training leaves.</summary>
    public virtual KernelOperand Saved(Operation operation, NamedBuffer buffer) => throw Unused();

    /// <summary>Derived weights.</summary>
    public KernelOperand Derived(Operation operation, NamedBuffer buffer) =>
        Extra(operation, BufferRole.Derived, buffer, PlaceOfDerived(operation, buffer), $"({Literal.Int(buffer.Size)})");

    /// <summary>A buffer that every worker has of its own.</summary>
    public virtual KernelOperand OfWorker(Operation operation, NamedBuffer buffer) => throw Unused();

    /// <summary>The worker's own memory, which holds nothing from call to call.</summary>
    public abstract KernelOperand Scratch { get; }

    /// <summary>Whether the backward pass of an operation adds to the gradient of an operand.</summary>
    public virtual bool Accumulates(Operation operation, int operand) => throw Unused();

    /// <summary>A weight.</summary>
    public KernelOperand Weight(Weight weight) =>
        KernelOperand.Declared("w", Names.Weight(weight), At.Value("w", weights.Of(weight)), weight.Shape.ToString());

    /// <summary>Its gradient.</summary>
    public KernelOperand WeightGradient(Weight weight) =>
        KernelOperand.Declared("dw", Names.WeightGradient(weight), At.Value("dw", weights.Of(weight)), weight.Shape.ToString());

    /// <summary>One worker's share of so many tiles.</summary>
    public KernelOperand Share(int tiles)
    {
        string share = Names.Share(tiles);
        return KernelOperand.Range("tile", share + ".Start", share + ".End") with
        {
            Variable = new(share, $"Share {share} = Share.Of({Literal.Int(tiles)}, worker, workers);"),
        };
    }

    /// <summary>Where a value with a buffer of its own stands.</summary>
    protected abstract string PlaceOf(Value owner);

    protected virtual string PlaceOfGradient(Value owner) => throw Unused();

    protected abstract string PlaceOfDerived(Operation operation, NamedBuffer buffer);

    /// <summary>A buffer that an operation has besides.</summary>
    protected KernelOperand Extra(Operation operation, BufferRole role, NamedBuffer buffer, string place, string comment) =>
        KernelOperand.Declared(Identifier.Camel(buffer.Name), Names.Extra(operation.Result, role, buffer), place, comment);

    private InvalidOperationException Unused() => new("What runs as in inference has neither gradients nor buffers of training.");
}
