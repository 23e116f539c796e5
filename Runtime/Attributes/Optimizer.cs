namespace StaticNets;

/// <summary>The rule that updates the weights, with Keras' formulas and defaults.</summary>
public enum Optimizer
{
    /// <summary>Stochastic gradient descent, optionally with (Nesterov) momentum. Learning rate 0.01.</summary>
    Sgd,

    /// <summary>RMSprop. Learning rate 0.001.</summary>
    RmsProp,

    /// <summary>Adam. Learning rate 0.001.</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay. Learning rate 0.001, weight decay 0.004.</summary>
    AdamW,
}
