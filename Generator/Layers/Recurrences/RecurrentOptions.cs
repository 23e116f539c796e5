using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Initializers;

namespace StaticNets.Generator.Layers.Recurrences;

/// <summary>What the recurrent layers have in common: the properties of <c>RecurrentLayerAttribute</c>.</summary>
internal sealed record RecurrentOptions(
    int Units,
    Activation Activation,
    bool ReturnSequences,
    bool GoBackwards,
    WeightedOptions Weighted,
    WeightStart RecurrentStart,
    Penalty RecurrentPenalty,
    WeightConstraint? RecurrentConstraint)
{
    /// <summary>The recurrent kernel's penalty on rows or columns that are not at right angles.</summary>
    public WeightOrthogonality? RecurrentOrthogonality { get; init; }

    /// <summary>Whether the states are returned in the order opposite to the steps'.</summary>
    public bool FlipsStates { get; init; }

    /// <summary>The share of the input that is dropped in training.</summary>
    public double Dropout { get; init; }

    /// <summary>The share of the state that is dropped in training where it is multiplied.</summary>
    public double RecurrentDropout { get; init; }

    /// <summary>The number of the input's dropout masks among those of the attribute; the state's have the next.</summary>
    public int DropoutStream { get; init; }

    /// <summary>Whether the outputs of masked steps are 0; else they repeat the output before them.</summary>
    public bool ZeroesMasked { get; init; }

    /// <summary>The same for one of two directions: masked steps are then 0 in the sequences of both.</summary>
    public RecurrentOptions InBothDirections => this with { ZeroesMasked = ReturnSequences };

    /// <summary>The same from the sequence's other end, with the states at the same times.</summary>
    public RecurrentOptions InOtherDirection => this with
    {
        GoBackwards = !GoBackwards,
        FlipsStates = ReturnSequences && !FlipsStates,
        DropoutStream = DropoutStream + 2,
    };

    public static RecurrentOptions Read(ArgumentReader arguments)
    {
        var weighted = WeightedOptions.Read(arguments);
        bool isGiven = arguments.Has("Activation") || arguments.Has("ActivationMethod");
        return new RecurrentOptions(
            arguments.Size("Units"),
            OfUnits(arguments, "Activation", isGiven ? weighted.Activation : KnownActivations.Get(Shared.Activation.Tanh)),
            arguments.Boolean("ReturnSequences", false),
            arguments.Boolean("GoBackwards", false),
            weighted,
            InitializerCatalogue.Read(arguments, "Recurrent", "Orthogonal"),
            arguments.Penalty("Recurrent"),
            ConstraintReader.Read(arguments, "Recurrent", "Recurrent"))
        {
            RecurrentOrthogonality = OrthogonalityReader.Read(arguments, "Recurrent"),
            Dropout = arguments.Rate("Dropout"),
            RecurrentDropout = arguments.Rate("RecurrentDropout"),
        };
    }

    /// <summary>The activation of gates.</summary>
    public static Activation ReadRecurrentActivation(ArgumentReader arguments) =>
        OfUnits(arguments, "RecurrentActivation", ActivationReader.Read(arguments, "RecurrentActivation", Shared.Activation.Sigmoid));

    /// <summary>The weights: kernel and recurrent kernel with <paramref name="gates"/> columns a unit, and the bias.</summary>
    public IReadOnlyList<WeightTensor> Weights(int inputs, int gates, int biasRows)
    {
        int columns = gates * Units;
        IReadOnlyList<WeightTensor> weighted = Weighted.Weights(new Shape(inputs, columns), inputs, columns);
        var recurrent = new WeightTensor
        {
            Name = "recurrent_kernel",
            Shape = new Shape(Units, columns),
            Start = RecurrentStart with { FanIn = Units, FanOut = columns },
            Penalty = RecurrentPenalty,
            Orthogonality = RecurrentOrthogonality,
            Constraint = RecurrentConstraint,
            Units = new UnitLayout(columns, 1),
        };
        return [weighted[0], recurrent, .. weighted.Skip(1).Select(bias => biasRows == 1 ? bias : WithRows(bias, biasRows))];
    }

    private static WeightTensor WithRows(WeightTensor bias, int rows)
    {
        int columns = bias.Shape.Last;
        return bias with
        {
            Shape = new Shape(rows, columns),
            Start = bias.Start with { FanIn = rows, FanOut = columns },
            Units = new UnitLayout(columns, 1),
        };
    }

    /// <summary>Softmax is no function of a unit alone.</summary>
    private static Activation OfUnits(ArgumentReader arguments, string name, Activation activation)
    {
        if (!activation.IsOfRows)
        {
            return activation;
        }

        arguments.Problems.Add(RecurrentDiagnostics.NotForUnits(arguments.Label, name, activation.Name));
        return KnownActivations.Linear;
    }
}
