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

    /// <summary>The value whose buffer holds a value.</summary>
    protected Value Owner(Value value) => sharing.Owner(value);

    /// <summary>The variable of a value's buffer, which nobody may have declared yet.</summary>
    public string Variable(Value value) => Names.Output(Owner(value));

    /// <summary>What an operation is called in names of methods.</summary>
    public string Constant(Operation operation) => Names.Constant(operation.Result);

    /// <summary>Declares a value's buffer and returns the variable.</summary>
    public abstract string Value(Orchestrator orchestrator, Value value);

    /// <summary>The same for the buffer of its gradient.</summary>
    public virtual string Gradient(Orchestrator orchestrator, Value value) => throw Unused();

    /// <summary>The same for what the forward pass of training leaves.</summary>
    public virtual string Saved(Orchestrator orchestrator, Operation operation, NamedBuffer buffer) => throw Unused();

    /// <summary>The same for derived weights.</summary>
    public abstract string Derived(Orchestrator orchestrator, Operation operation, NamedBuffer buffer);

    /// <summary>The same for a buffer that every worker has of its own.</summary>
    public virtual string OfWorker(Orchestrator orchestrator, Operation operation, NamedBuffer buffer) => throw Unused();

    /// <summary>The same for the worker's own memory, which holds nothing from call to call.</summary>
    public abstract string Scratch(Orchestrator orchestrator);

    /// <summary>Whether the backward pass of an operation adds to the gradient of an operand.</summary>
    public virtual bool Accumulates(Operation operation, int operand) => throw Unused();

    /// <summary>The same for a weight.</summary>
    public string Weight(Orchestrator orchestrator, Weight weight)
    {
        string variable = Names.Weight(weight);
        orchestrator.Declare(variable, At.Value("w", weights.Of(weight)), weight.Shape.ToString());
        return variable;
    }

    /// <summary>The same for a weight's gradient.</summary>
    public string WeightGradient(Orchestrator orchestrator, Weight weight)
    {
        string variable = Names.WeightGradient(weight);
        orchestrator.Declare(variable, At.Value("dw", weights.Of(weight)), weight.Shape.ToString());
        return variable;
    }

    /// <summary>Declares one worker's share of so many tiles and returns the variable.</summary>
    public string Share(Orchestrator orchestrator, int tiles)
    {
        string variable = Names.Share(tiles);
        orchestrator.DeclareShare(variable, tiles);
        return variable;
    }

    private System.InvalidOperationException Unused() => new("What runs as in inference has neither gradients nor buffers of training.");
}
