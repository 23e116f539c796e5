namespace StaticNets;

/// <summary>
/// The recurrent layer below it twice, once in each direction (Schuster and Paliwal, 1997). With <c>ReturnSequences</c> the states of the
/// way back stand at the times that they belong to, and those of masked steps are 0. The shape is the layer's, with 2 units where the
/// directions are concatenated.
/// </summary>
public sealed class BidirectionalAttribute : WrapperAttribute
{
    /// <summary>How the outputs of the directions become one. Default <see cref="MergeMode.Concat"/>.</summary>
    public MergeMode MergeMode { get; set; }
}
