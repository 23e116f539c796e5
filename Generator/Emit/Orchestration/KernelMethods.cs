using StaticNets.Generator.Declaration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>The kernel methods of one flavour. Layers that need the same code share one method.</summary>
internal sealed class KernelMethods(Flavour flavour, CodeLimit limit)
{
    private readonly Dictionary<(string Body, string Parameters), string> _namesByCode = new();

    // A method's body stands in the method and its class.
    private const int Depth = 2;

    private readonly NameScope _names = new(PassMethods.Names.Concat(EmittedTypes.All));
    private readonly List<KernelMethod> _inference = new();
    private readonly List<KernelMethod> _training = new();

    public Flavour Flavour { get; } = flavour;

    public IReadOnlyList<KernelMethod> Inference => _inference;

    public IReadOnlyList<KernelMethod> Training => _training;

    /// <summary>The name of a method that is written elsewhere.</summary>
    public string Name(string method) => _names.Of(method, method);

    /// <summary>
    /// Adds a method unless there is one with the same code, and returns what calls it. Inference must be emitted before training.
    /// </summary>
    /// <param name="training">Whether it belongs to training.</param>
    /// <param name="name">Its name, unless another has it.</param>
    /// <param name="summary">What it does, with shapes.</param>
    /// <param name="operands">What it is given; what is null is left out.</param>
    /// <param name="writeBody">Writes the body.</param>
    public Callee Add(
        bool training, string name, string summary, IReadOnlyList<KernelOperand?> operands, Action<SourceWriter> writeBody)
    {
        KernelOperand[] given = [.. operands.OfType<KernelOperand>()];
        string parameters = string.Join(", ", given.SelectMany(operand => operand.Parameters));
        var writer = new SourceWriter(limit, Depth);
        writeBody(writer);
        string body = writer.ToString();
        if (!_namesByCode.TryGetValue((body, parameters), out string? unique))
        {
            limit.Add(body);
            unique = _names.Reserve(name);
            _namesByCode.Add((body, parameters), unique);
            (training ? _training : _inference).Add(new KernelMethod(unique, summary, parameters, body));
        }

        return new Callee(unique, given);
    }
}

/// <summary>One emitted kernel.</summary>
internal sealed record KernelMethod(string Name, string Summary, string Parameters, string Body);
