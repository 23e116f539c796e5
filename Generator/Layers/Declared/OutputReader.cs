using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Core;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>Reads the outputs: the last layer, whose loss stands in <c>[Compile]</c>, and those that <c>[Output]</c> names.</summary>
internal sealed class OutputReader(
    NetSpec spec, IReadOnlyList<Node> nodes, LayerLabels labels, Func<string, Node?> find, Problems problems)
{
    private static readonly string[] s_named = ["Loss", "LossMethod"];

    // What an [Output] has only for its loss.
    private static readonly string[] s_ofLoss = ["Weight", "Metrics", "ClassIds", .. LossReader.Settings];

    private readonly bool _hasLoss = TrainingReader.HasLoss(spec);
    private readonly List<NetOutput> _outputs = new();
    private readonly List<NetOutput> _withoutLoss = new();

    /// <param name="spec">The declaration.</param>
    /// <param name="nodes">All layers, or none where one has no shape: then only the arguments are checked.</param>
    /// <param name="labels">How messages speak of them.</param>
    /// <param name="find">Finds a layer by its name.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<NetOutput> Read(
        NetSpec spec, IReadOnlyList<Node> nodes, LayerLabels labels, Func<string, Node?> find, Problems problems) =>
        new OutputReader(spec, nodes, labels, find, problems).Read();

    private IReadOnlyList<NetOutput> Read()
    {
        for (int i = 0; i < spec.Outputs.Count; i++)
        {
            ReadFurther(spec.Outputs[i], Problem.FirstOutput - i);
        }

        Loss? loss = null;
        OutputMetrics metrics = OutputMetrics.None;
        if (spec.Compile is { } compile)
        {
            ProblemSink sink = problems.For(Problem.Compile);
            var arguments = new ArgumentReader(compile, sink, compile.Kind);
            loss = LossReader.Read(arguments);
            metrics = MetricReader.Read(compile, sink);
            if (!_hasLoss)
            {
                RefuseLosses(arguments);
            }
        }

        if (nodes.Count > 0)
        {
            Add(nodes[nodes.Count - 1], loss, 1, metrics, Problem.Compile);
        }

        if (_hasLoss)
        {
            ReportUntrained();
        }
        else if (spec.Compile is not null && !_outputs.Any(output => output.Node.DependsOnTrained) && !HandsOutInputGradients)
        {
            ReportNothingToTrain();
        }

        if (spec.Compile is not null && _outputs.Count > 1)
        {
            RefuseNamesOfValidation();
        }

        var places = nodes.Select((node, place) => (node, place)).ToDictionary(pair => pair.node, pair => pair.place);
        return _outputs.OrderBy(output => places[output.Node]).ToArray();
    }

    private bool HandsOutInputGradients =>
        new ArgumentReader(spec.Compile!, problems.For(Problem.Compile), spec.Compile!.Kind).Boolean("InputGradients", false);

    /// <summary>Losses and what belongs to them, where the gradients of all outputs come from outside.</summary>
    private void RefuseLosses(ArgumentReader compile)
    {
        foreach (string setting in s_ofLoss.Where(compile.Has))
        {
            compile.Problems.Add(TrainingDiagnostics.NoLossInCompile(setting));
        }

        for (int i = 0; i < spec.Outputs.Count; i++)
        {
            var output = new ArgumentReader(spec.Outputs[i], problems.For(Problem.FirstOutput - i), spec.Outputs[i].Kind);
            foreach (string setting in s_named.Concat(s_ofLoss).Where(output.Has))
            {
                output.Problems.Add(TrainingDiagnostics.NoLossInCompile(setting));
            }
        }
    }

    private void ReportNothingToTrain()
    {
        if (nodes.Count > 0)
        {
            Node last = nodes[nodes.Count - 1];
            problems.For(Problem.Compile).Add(TrainingDiagnostics.NothingToTrain(labels.Of(last.Attribute, last.Layer.Description)));
        }
    }

    /// <summary>Weights that would stay as they begin, since they lead to no loss.</summary>
    private void ReportUntrained()
    {
        var known = new HashSet<Node>(_outputs.Where(output => output.Loss is not null).Select(output => output.Node));
        foreach (Node node in nodes.Reverse().Where(known.Contains))
        {
            known.UnionWith(node.Inputs);
        }

        foreach (NetOutput output in _withoutLoss)
        {
            if (FindUntrained(output.Node, known) is { } untrained)
            {
                string label = labels.Of(untrained.Attribute, untrained.Layer.Description);
                problems.For(output.Attribute).Add(TrainingDiagnostics.OutputWithoutLoss(output.Name, label));
            }
        }
    }

    /// <summary>The loss of an output <c>val</c> would be <c>val_loss</c>, which is that of validation.</summary>
    private void RefuseNamesOfValidation()
    {
        foreach (NetOutput output in _outputs.Where(output => output.Loss is not null))
        {
            if (output.Name == "val" || output.Name.StartsWith("val_", StringComparison.Ordinal))
            {
                string label = labels.Of(output.Node.Attribute, output.Node.Layer.Description);
                const string Fault = "is that of validation in reports, where 'val_loss' is";
                problems.For(output.Node.Attribute).Add(ArgumentDiagnostics.BadName(label, output.Name, Fault, "Name"));
            }
        }
    }

    private static Node? FindUntrained(Node node, HashSet<Node> known)
    {
        if (!known.Add(node))
        {
            return null;
        }

        return node.Layer.Weights.Count > 0 && !node.Layer.IsFrozen
            ? node
            : node.Inputs.Select(input => FindUntrained(input, known)).FirstOrDefault(found => found is not null);
    }

    private void ReadFurther(AttributeSpec attribute, int place)
    {
        ProblemSink sink = problems.For(place);
        var arguments = new ArgumentReader(attribute, sink, attribute.Kind);
        string name = arguments.Text("Layer") ?? "";
        Loss? loss = LossReader.IsGiven(arguments) ? LossReader.Read(arguments) : null;
        double weight = arguments.NotNegative("Weight", 1);
        OutputMetrics metrics = MetricReader.Read(attribute, sink);
        if (nodes.Count == 0)
        {
            return;
        }

        Node? node = find(name);
        string? obstacle = node is null ? "no layer has this name"
            : node.Layer is InputLayer ? "it is an input"
            : node == nodes[nodes.Count - 1] ? "the last layer always is an output"
            : _outputs.Any(output => output.Node == node) ? "it is one already"
            : null;
        if (obstacle is not null)
        {
            sink.Add(GraphDiagnostics.NoOutput(name, obstacle));
            return;
        }

        Add(node!, _hasLoss ? loss : null, weight, metrics, place);
        if (_hasLoss && !LossReader.IsGiven(arguments))
        {
            _withoutLoss.Add(_outputs[_outputs.Count - 1]);
            foreach (string setting in s_ofLoss.Where(arguments.Has))
            {
                sink.Add(TrainingDiagnostics.SettingWithoutLoss(name, setting));
            }
        }
    }

    private void Add(Node node, Loss? loss, double weight, OutputMetrics metrics, int place)
    {
        ProblemSink sink = problems.For(place);
        _outputs.Add(new NetOutput(node, loss, weight, metrics, place));
        if (loss is null)
        {
            return;
        }

        string label = labels.Of(node.Attribute, node.Layer.Description);
        if (!node.DependsOnTrained)
        {
            sink.Add(TrainingDiagnostics.NothingToTrain(label));
        }

        if (loss.IsSparse && node.Shape.Last < 2)
        {
            sink.Add(TrainingDiagnostics.OneClass(label, node.Shape));
        }

        MetricReader.Check(metrics, loss, node.Shape.Last, label, sink);
        if (metrics.Names.Count > 0 && loss.IgnoreClass is int ignored)
        {
            sink.Add(TrainingDiagnostics.MetricsOfIgnored(label, ignored));
        }
    }
}
