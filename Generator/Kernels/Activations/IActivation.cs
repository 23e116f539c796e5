namespace StaticNets.Generator.Kernels.Activations;

/// <summary>An activation, whether it works on each value alone or on rows.</summary>
internal interface IActivation
{
    /// <summary>The member of <c>StaticNets.Activation</c>, with the parameters that are not its defaults: <c>LeakyRelu(0.3)</c>.</summary>
    string Name { get; }

    /// <summary>Whether the derivative is computed from the input, where the output doesn't tell.</summary>
    bool DerivativeReadsInput { get; }
}
