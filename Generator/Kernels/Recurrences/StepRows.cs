using StaticNets.Generator.Plan.Recurrences;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>Rows that a step of a recurrent layer reads or writes: one for each sample of a block.</summary>
/// <param name="Name">What the reference is called.</param>
/// <param name="Width">Floats of a row.</param>
/// <param name="Order">Where the rows of a step stand.</param>
internal sealed record StepRows(string Name, int Width, StepOrder Order)
{
    /// <summary>Floats from a sample's row to the next one's.</summary>
    public int Pitch(RecurrentShape shape) => Order == StepOrder.Strip ? Width : shape.Steps * Width;
}

/// <summary>Where the rows of a step stand.</summary>
internal enum StepOrder
{
    /// <summary>In the worker's memory, the same for all steps.</summary>
    Strip,

    /// <summary>In a sequence, at the step's time.</summary>
    Time,

    /// <summary>Among the states.</summary>
    State,
}
