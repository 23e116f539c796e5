using System.Threading;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Core;
using StaticNets.Generator.Layers.Initializers;
using StaticNets.Generator.Layers.Lowered;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>
/// Builds the graph of a declaration: reads every layer, connects it, and infers its shape. All that can be wrong is found here.
/// </summary>
internal sealed class GraphBuilder
{
    private const int DefaultUnrollBudget = 96;

    // A multiply-add is some 40 bytes of IL, and the JIT stops optimizing above 60,000 a method.
    private const int LargestUnrollBudget = 1500;

    private static readonly string[] s_activityFactors = ["ActivityL1", "ActivityL2"];

    private readonly NetSpec _spec;
    private readonly CancellationToken _cancellation;
    private readonly Problems _problems = new();
    private readonly LayerLabels _labels;
    private readonly LayerNames _names;
    private readonly List<Node> _nodes = new();
    private readonly Connections _connections;
    private readonly HashSet<Node> _read = new();
    private readonly bool _proximalL1;

    // A layer without a shape: those that read it are not checked, so that one mistake is one diagnostic.
    private bool _incomplete;

    private GraphBuilder(NetSpec spec, CancellationToken cancellation)
    {
        _spec = spec;
        _cancellation = cancellation;
        _labels = new LayerLabels(spec);
        _names = new LayerNames(spec, _labels, _problems);
        _proximalL1 = TrainingReader.ProximalL1(spec, _problems);
        _connections = new Connections(spec, _names);
    }

    public static NetCompilation Build(NetSpec spec, CancellationToken cancellation)
    {
        NetCompilation net = new GraphBuilder(spec, cancellation).Build();
        if (net.Graph is not { } declared)
        {
            return net;
        }

        Graph lowered = NetLowering.Lower(declared, cancellation);
        Problem[] problems = [.. LoweredChecks.Find(spec, declared, lowered)];
        return problems.Length == 0
            ? new NetCompilation(declared, lowered, net.Problems)
            : new NetCompilation(null, null, [.. net.Problems, .. problems]);
    }

    private NetCompilation Build()
    {
        foreach (Problem problem in _spec.Problems)
        {
            _problems.Add(problem);
        }

        for (int i = 0; i < _spec.Layers.Count;)
        {
            _cancellation.ThrowIfCancellationRequested();
            int wrapped = i;
            while (wrapped < _spec.Layers.Count && WrapperCatalogue.Contains(_spec.Layers[wrapped].Kind))
            {
                wrapped++;
            }

            AddLayer(i, wrapped);
            i = wrapped + 1;
        }

        bool isWhole = !_incomplete && _problems.Count == 0 && _nodes.Count > 0;
        IReadOnlyList<NetOutput> outputs = OutputReader.Read(_spec, isWhole ? _nodes : [], _labels, _connections.Find, _problems);
        Training? training = TrainingReader.Read(_spec, _problems);
        var options = new ArgumentReader(_spec.Options, _problems.For(Problem.Options), _spec.Options.Kind);
        int budget = options.Integer("UnrollBudget", DefaultUnrollBudget);
        if (budget is < 0 or > LargestUnrollBudget)
        {
            string range = $"from 0 to {Literal.Int(LargestUnrollBudget)}, as much as the JIT optimizes";
            options.Problems.Add(ArgumentDiagnostics.SettingOutOfRange(options.Label, "UnrollBudget", range, budget));
        }

        ConvolutionAlgorithm convolution = options.Enum("Convolution", ConvolutionAlgorithm.Auto);
        if (!_incomplete && _problems.Count == 0)
        {
            ReportUnread(outputs);
            ReportInputs();
        }

        if (_incomplete || _problems.Count > 0 || _nodes.Count == 0)
        {
            return new NetCompilation(null, null, _problems.All);
        }

        var graph = new NetGraph
        {
            Nodes = _nodes,
            Outputs = outputs,
            Training = training,
            UnrollBudget = budget,
            Convolution = convolution,
        };
        return new NetCompilation(graph, null, _problems.All);
    }

    /// <summary>Adds the layer of an attribute: itself or, where that is a wrapper, the one in it.</summary>
    private void AddLayer(int index, int wrapped)
    {
        ProblemSink sink = _problems.For(index);
        int before = _problems.Count;
        if (_connections.Begin(index) is { From: string unknown })
        {
            ReportNoSuchLayer(index, unknown, "From", sink);
        }

        Layer? layer = Read(index, wrapped);
        IReadOnlyList<Node>? inputs = layer is null ? null : Inputs(index, layer, sink);
        if (layer is null || inputs is null || _problems.Count > before || (_incomplete && layer is not InputLayer))
        {
            _incomplete = true;
            return;
        }

        layer.IsFrozen = Enumerable.Range(index, wrapped - index + 1)
            .Any(i => new ArgumentReader(_spec.Layers[i], sink, Label(i)).Boolean("Frozen", false));
        layer.ActivityPenalty += ActivityPenalty(index, sink);
        var problems = new LayerProblems(sink, layer => _labels.Of(index, layer.Description), inputs);
        Shape? shape = problems.Infer(layer, [.. inputs.Select(input => input.Shape)]);
        if (shape is null || !InitializerCatalogue.Fit(layer, problems) || !OrthogonalityReader.Fit(layer, problems))
        {
            _incomplete = true;
            return;
        }

        string name = _names[index];
        var node = new Node(layer, name, index, inputs, shape);
        _nodes.Add(node);
        _connections.Add(wrapped, node);
        _read.UnionWith(inputs);
    }

    private Penalty ActivityPenalty(int index, ProblemSink sink)
    {
        var arguments = new ArgumentReader(_spec.Layers[index], sink, Label(index));
        return new Penalty(arguments.Factor("ActivityL1"), arguments.Factor("ActivityL2"));
    }

    private Layer? Read(int index, int wrapped)
    {
        if (wrapped == _spec.Layers.Count || !Equals(_spec.Layers[wrapped].Block, _spec.Layers[index].Block))
        {
            _problems.For(wrapped - 1).Add(RecurrentDiagnostics.NothingWrapped(Label(wrapped - 1)));
            return null;
        }

        AttributeSpec attribute = _spec.Layers[wrapped];
        var arguments = new ArgumentReader(attribute, _problems.For(wrapped), Label(wrapped));
        if (wrapped > index && arguments.Has("From"))
        {
            _problems.For(wrapped).Add(RecurrentDiagnostics.WrappedFrom(Label(wrapped)));
        }

        for (int i = index + 1; i <= wrapped; i++)
        {
            ReportInnerPenalty(i);
        }

        Layer? layer = LayerCatalogue.Read(attribute, _problems.For(wrapped), Label(wrapped), _proximalL1);
        for (int i = wrapped - 1; i >= index && layer is not null; i--)
        {
            var wrapper = new ArgumentReader(_spec.Layers[i], _problems.For(i), Label(i));
            layer = WrapperCatalogue.Find(_spec.Layers[i].Kind)!.Read(wrapper, new WrappedLayer(layer, _names[i + 1]));
        }

        return layer;
    }

    private void ReportInnerPenalty(int wrapped)
    {
        var arguments = new ArgumentReader(_spec.Layers[wrapped], _problems.For(wrapped), Label(wrapped));
        if (s_activityFactors.FirstOrDefault(arguments.Has) is { } factor)
        {
            arguments.Problems.Add(PenaltyDiagnostics.NoOutputOfItsOwn(arguments.Label, factor, "the wrapper"));
        }
    }

    private IReadOnlyList<Node>? Inputs(int index, Layer layer, ProblemSink sink)
    {
        if (layer is InputLayer)
        {
            return [];
        }

        if (layer.InputNames is { } names)
        {
            return NamedInputs(index, layer, names, sink);
        }

        string? from = new ArgumentReader(_spec.Layers[index], sink, Label(index)).Text("From");
        Node? input = from is null ? _connections.Above(index) : Find(index, from, "From", sink);
        return input is null ? null : [input];
    }

    private IReadOnlyList<Node>? NamedInputs(int index, Layer layer, IReadOnlyList<string?> names, ProblemSink sink)
    {
        var inputs = new List<Node>();
        if (names.Count == 1 && _connections.Above(index) is Node above)
        {
            inputs.Add(above);
        }

        foreach (string? name in names)
        {
            if (Find(index, name ?? "", "Inputs", sink) is not Node input)
            {
                return null;
            }

            inputs.Add(input);
        }

        if (inputs.Count < 2)
        {
            sink.Add(GraphDiagnostics.TooFewInputs(Label(index), inputs.Count, layer.Kind));
            return null;
        }

        return inputs;
    }

    private string Label(int index) => _labels.Of(index, _spec.Layers[index].Kind);

    private Node? Find(int index, string name, string argument, ProblemSink sink)
    {
        if (_connections.Find(index, name) is { } node)
        {
            return node;
        }

        // A layer without a shape was reported already, and so was a block without an input.
        bool isBlocksInput = name == BlockScopes.InputName && _spec.Layers[index].Block is not null;
        if (!isBlocksInput && (!_names.Before(index, name) || !_incomplete))
        {
            ReportNoSuchLayer(index, name, argument, sink);
        }

        return null;
    }

    private void ReportNoSuchLayer(int index, string name, string argument, ProblemSink sink) =>
        sink.Add(_names.AtOrAfter(index, name)
            ? GraphDiagnostics.ReadsLaterLayer(Label(index), argument, name, _names.Above(index))
            : GraphDiagnostics.UnknownName(Label(index), argument, name, _names.Above(index)));

    private void ReportUnread(IReadOnlyList<NetOutput> outputs)
    {
        _read.UnionWith(outputs.Select(output => output.Node));
        foreach (Node node in _nodes.Where(node => !_read.Contains(node)))
        {
            _problems.For(node.Attribute).Add(node.Layer is InputLayer
                ? GraphDiagnostics.InputNotRead(node.Name)
                : GraphDiagnostics.LayerNotRead(_labels.Of(node.Attribute, node.Layer.Description), node.Name));
        }
    }

    /// <summary>Inputs that add up to more than 32-bit offsets can reach: each of them begins behind the one before.</summary>
    private void ReportInputs()
    {
        long inputs = _nodes.Where(node => node.Layer is InputLayer).Sum(node => (long)node.Shape.Size);
        if (inputs > Shape.LargestSize)
        {
            _problems.Add(GraphDiagnostics.TooLarge(_spec.Name, inputs));
        }
    }
}
