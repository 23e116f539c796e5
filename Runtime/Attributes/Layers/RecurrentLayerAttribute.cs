namespace StaticNets;

/// <summary>
/// A layer that goes through a sequence with a state. Shape (T, D) becomes (units), the last state, or (T, units) with
/// <see cref="ReturnSequences"/>. The state begins as 0. A step that is masked, by an Embedding with MaskZero or by Masking, leaves it as
/// it is, and its output repeats the one before it.
/// </summary>
public abstract class RecurrentLayerAttribute : WeightedLayerAttribute
{
    /// <summary>A recurrent layer with the activation tanh.</summary>
    /// <param name="units">The size of the state.</param>
    protected RecurrentLayerAttribute(int units)
    {
        Units = units;
        Activation = Activation.Tanh;
    }

    /// <summary>The size of the state.</summary>
    public int Units { get; }

    /// <summary>Whether the output is the state after every step: (T, units). Default false: the last one alone.</summary>
    public bool ReturnSequences { get; set; }

    /// <summary>
    /// Whether the steps go from the sequence's end to its begin. The states are then returned in the order of the steps, the one at the
    /// end first; their mask, as in Keras, keeps the order of the input. Default false.
    /// </summary>
    public bool GoBackwards { get; set; }

    /// <summary>
    /// The share of the input's values that is dropped in training, 0 to 1; the others are divided by what is left. What is dropped
    /// is drawn once for a sample and the same in all steps; for each gate by itself where there is also
    /// <see cref="RecurrentDropout"/>. Default 0.
    /// </summary>
    public double Dropout { get; set; }

    /// <summary>
    /// The share of the state's values that is dropped in training where it is multiplied by the recurrent kernel, 0 to 1; the others are
    /// divided by what is left. What is dropped is drawn once for a sample and gate and the same in all steps (Gal and Ghahramani, 2016).
    /// Default 0.
    /// </summary>
    public double RecurrentDropout { get; set; }

    /// <summary>How the recurrent kernel starts. Default <see cref="Initializer.Orthogonal"/>.</summary>
    public Initializer RecurrentInitializer { get; set; } = Initializer.Orthogonal;

    /// <summary>The recurrent kernel's value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double RecurrentConstant { get; set; }

    /// <summary>The scale that the recurrent kernel's initializer names, above 0. Default: the initializer's own.</summary>
    public double RecurrentScale { get; set; }

    /// <summary>
    /// The fan of the recurrent kernel under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.
    /// </summary>
    public FanMode RecurrentFanMode { get; set; }

    /// <summary>
    /// The distribution of the recurrent kernel under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution RecurrentDistribution { get; set; }

    /// <summary>The factor of the recurrent kernel's penalty <c>RecurrentL1 * sum |u|</c>. Default 0.</summary>
    public double RecurrentL1 { get; set; }

    /// <summary>The factor of the recurrent kernel's penalty <c>RecurrentL2 * sum u^2</c>. Default 0.</summary>
    public double RecurrentL2 { get; set; }

    /// <summary>
    /// The factor of the penalty on the recurrent kernel's rows, or columns, that are not at right angles: the mean <c>|cos|</c> of the
    /// angles between every two of them, times this. For matrices of at least two only. Default 0.
    /// </summary>
    public double RecurrentOrthogonal { get; set; }

    /// <summary>What should be at right angles. Default <see cref="OrthogonalMode.Rows"/>.</summary>
    public OrthogonalMode RecurrentOrthogonalMode { get; set; }

    /// <summary>What the recurrent kernel is brought back to after every update. Default <see cref="Constraint.None"/>.</summary>
    public Constraint RecurrentConstraint { get; set; }

    /// <summary>
    /// The largest norm of a unit of it. Default 2 under <see cref="Constraint.MaxNorm"/>, 1 under <see cref="Constraint.MinMaxNorm"/>.
    /// </summary>
    public double RecurrentMaxNorm { get; set; }

    /// <summary>The least norm of a unit of it under <see cref="Constraint.MinMaxNorm"/>. Default 0.</summary>
    public double RecurrentMinNorm { get; set; }

    /// <summary>
    /// The share of the way to the norm's range that one update goes under <see cref="Constraint.MinMaxNorm"/>. Default 1.
    /// </summary>
    public double RecurrentNormRate { get; set; } = 1;
}
