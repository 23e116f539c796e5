using System;

namespace StaticNets;

/// <summary>Chooses the loss and the optimizer, and with them that training code is emitted. Without it the net is for inference only.</summary>
/// <param name="loss">The loss to minimize.</param>
/// <param name="optimizer">The optimizer that updates the weights.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CompileAttribute(Loss loss, Optimizer optimizer) : Attribute
{
    /// <summary>The loss to minimize.</summary>
    public Loss Loss { get; } = loss;

    /// <summary>The optimizer that updates the weights.</summary>
    public Optimizer Optimizer { get; } = optimizer;

    /// <summary>What <c>Fit</c> and <c>Evaluate</c> report beside the loss. Default: nothing.</summary>
    public Metric[] Metrics { get; set; } = [];

    /// <summary>The learning rate. Default: Keras' for the optimizer (0.01 for SGD, 0.001 for the others).</summary>
    public double LearningRate { get; set; }

    /// <summary>SGD's and RMSprop's momentum. Default 0.</summary>
    public double Momentum { get; set; }

    /// <summary>Whether SGD uses Nesterov momentum. Default false.</summary>
    public bool Nesterov { get; set; }

    /// <summary>RMSprop's discounting factor. Default 0.9.</summary>
    public double Rho { get; set; } = 0.9;

    /// <summary>Whether RMSprop subtracts the squared mean gradient. Default false.</summary>
    public bool Centered { get; set; }

    /// <summary>The decay of Adam's first moment. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>The decay of Adam's second moment. Default 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>The small constant that keeps RMSprop and Adam from dividing by zero. Default 1e-7.</summary>
    public double Epsilon { get; set; } = 1e-7;

    /// <summary>Decoupled weight decay: each step takes <c>learningRate * WeightDecay * w</c> off every weight. Default 0.004 for AdamW, none for the others.</summary>
    public double WeightDecay { get; set; }
}
