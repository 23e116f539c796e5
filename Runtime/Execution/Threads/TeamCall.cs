namespace StaticNets.Execution;

/// <summary>What a team is called for. Calls of a kind take the same time for the same work.</summary>
internal enum TeamCall
{
    Gradients,
    Forward,
    Update,
    Inference,
}
