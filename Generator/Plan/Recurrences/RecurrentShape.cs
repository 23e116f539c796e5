namespace StaticNets.Generator.Plan.Recurrences;

/// <summary>The sizes of a recurrent layer and the order of its steps.</summary>
/// <param name="Steps">Steps of a sequence: T.</param>
/// <param name="Inputs">Values of the input in each: D.</param>
/// <param name="Units">Values of the state.</param>
/// <param name="GoesBackwards">Whether the first step is the sequence's last.</param>
/// <param name="FlipsStates">Whether the states stand in the order opposite to the steps'.</param>
internal sealed record RecurrentShape(int Steps, int Inputs, int Units, bool GoesBackwards, bool FlipsStates)
{
    /// <summary>The time of the first step.</summary>
    public int FirstTime => GoesBackwards ? Steps - 1 : 0;

    /// <summary>What a step adds to the time.</summary>
    public int Direction => GoesBackwards ? -1 : 1;

    /// <summary>What a step adds to the place among the states.</summary>
    public int StateDirection => FlipsStates ? -1 : 1;

    /// <summary>Where the state of a time stands among the states.</summary>
    public string StatePlace(string time) => StateDirection == Direction ? time : $"{Literal.Int(Steps - 1)} - {time}";

    /// <inheritdoc cref="StatePlace(string)"/>
    public int StatePlace(int time) => StateDirection == Direction ? time : Steps - 1 - time;

    /// <summary>Where the first state stands among the states.</summary>
    public int FirstState => StateDirection < 0 ? Steps - 1 : 0;
}
