#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

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

    /// <summary>Adam with the largest gradient of late in place of the second moment. Learning rate 0.001.</summary>
    Adamax,

    /// <summary>Adam with Nesterov momentum. Learning rate 0.001.</summary>
    Nadam,

    /// <summary>Adagrad: each weight's steps shrink with the sum of its squared gradients. Learning rate 0.001.</summary>
    Adagrad,

    /// <summary>
    /// Adadelta: steps in proportion to the weight's own steps of late. Learning rate 0.001, as in Keras; the method's authors use 1.
    /// </summary>
    Adadelta,

    /// <summary>
    /// Lion: steps of one size in the direction of the momentum's sign. Learning rate 0.001; it wants a smaller one than Adam.
    /// </summary>
    Lion,

    /// <summary>
    /// Follow the regularized leader, with Keras' learning rate power of -0.5. Its own L1 strength makes weights exactly 0; the first
    /// update forgets the weights' start. Learning rate 0.001.
    /// </summary>
    Ftrl,

    /// <summary>Adam whose steps are as long, relative to the learning rate, as the whole weight tensor. Learning rate 0.001.</summary>
    Lamb,
}
