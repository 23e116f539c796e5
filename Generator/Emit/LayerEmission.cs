using System;
using System.Linq;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit;

/// <summary>What a layer emits into: kernel methods of one flavour, and an orchestrating method that calls them.</summary>
internal sealed class LayerEmission(
    KernelMethods kernels, Orchestrator orchestrator, BufferNames buffers, Node node, int unrollBudget, bool byBlocks)
{
    public Flavour Flavour => kernels.Flavour;

    /// <summary>Whether the pass is one of training: the backward pass may then need more than the output.</summary>
    public bool Training => buffers.Training;

    public Node Node { get; } = node;

    public int UnrollBudget { get; } = unrollBudget;

    /// <summary>The output's shape.</summary>
    public Shape Shape => Node.Shape;

    public Shape InputShape(int i = 0) => Node.Inputs[i].Shape;

    /// <summary>Whether the input's gradient is wanted.</summary>
    public bool NeedsInputGradient(int i = 0) => Node.Inputs[i].NeedsGradient;

    /// <summary>Whether another reader of the input has already stored its share of the gradient, so that this one adds.</summary>
    public bool Accumulates(int i = 0) => !buffers.BeginGradient(Node.Inputs[i]);

    /// <summary>The layer's samples that a call works on: two arguments.</summary>
    public string Range
    {
        get
        {
            string[] ends = !Training ? ["0", "n"] : byBlocks ? ["n", "end"] : ["n0", "n1"];
            return string.Join(", ", ends.Select(n => At.Times(n, Node.Steps)));
        }
    }

    /// <summary>The layer's samples in the batch.</summary>
    public string Count => At.Times("memory.Count", Node.Steps);

    /// <summary>The rows of these samples, where each has so many: two arguments.</summary>
    public string Rows(int rowsPerSample) => string.Join(", ", Range.Split(',').Select(n => At.Times(n.Trim(), rowsPerSample)));

    public string X(int i = 0) => Argument(buffers.Output(orchestrator, Node.Inputs[i]));

    public string Y => Argument(buffers.Output(orchestrator, Node));

    public string DX(int i = 0) => Argument(buffers.Gradient(orchestrator, Node.Inputs[i]));

    public string DY => Argument(buffers.Gradient(orchestrator, Node));

    /// <summary>The samples as they came, all inputs of each one after the other.</summary>
    public string RawInputs => buffers.RawInputs;

    /// <summary>
    /// The key of this step's dropout mask of the layer, or of one of several: their numbers are below 2^14, attributes' below 2^16.
    /// </summary>
    public string DropoutKey(int stream = 0) => $"memory.DropoutKey({Literal.Int(Node.Attribute + (stream << 16))})";

    public string Weight(int index) => buffers.Weight(Node, index);

    public string WeightGradient(int index) => buffers.WeightGradient(Node, index);

    public string Extra(ExtraBuffer buffer) => Argument(buffers.Extra(orchestrator, Node, buffer));

    public string Derived(ExtraBuffer buffer) => Argument(buffers.Derived(orchestrator, Node, buffer));

    /// <summary>A buffer that every worker has of its own and that stays from call to call.</summary>
    public string OfWorker(ExtraBuffer buffer) => Argument(buffers.OfWorker(orchestrator, Node, buffer));

    /// <summary>The worker's own memory, which holds nothing from call to call.</summary>
    public string Scratch => Argument(buffers.Scratch(orchestrator));

    /// <summary>Adds a kernel method and returns its name.</summary>
    /// <param name="pass">The pass: <c>Forward</c>, <c>BackwardData</c>, …</param>
    /// <param name="summary">What it does, with shapes.</param>
    /// <param name="parameters">The parameter list.</param>
    /// <param name="body">Writes the body.</param>
    public string Kernel(string pass, string summary, string parameters, Action<SourceWriter> body) =>
        kernels.Add(buffers.IsOfTraining, Node.Constant + pass, summary, parameters, body);

    /// <summary>Adds a call to the orchestrating method.</summary>
    public void Call(string method, params string[] arguments) => orchestrator.Call(Statement(method, arguments), byBlocks);

    /// <summary>Adds a call that is not made block by block, but once for all samples that the worker has.</summary>
    public void CallOnce(string method, params string[] arguments) => orchestrator.Call(Statement(method, arguments));

    /// <summary>What follows begins when every worker has done what came before, for the whole batch.</summary>
    public void AwaitBatch() => orchestrator.AwaitBatch();

    /// <summary>One worker's share of a number of tiles: two arguments.</summary>
    public static string Share(int tiles) => tiles == 1
        ? "worker == 0 ? 0 : 1, 1"
        : $"(int)({Literal.Int(tiles)}L * worker / workers), (int)({Literal.Int(tiles)}L * (worker + 1) / workers)";

    private static string Statement(string method, string[] arguments) =>
        $"{method}({string.Join(", ", arguments.Where(argument => argument.Length > 0))});";

    private static string Argument(string variable) => "ref " + variable;
}
