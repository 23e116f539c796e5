using System;

namespace StaticNets;

/// <summary>
/// Chooses the loss and the optimizer, and with them that training code is emitted. Without it the net is for inference only. Without a
/// loss the program has its own: see <see cref="IGradientTrainer"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CompileAttribute : Attribute
{
    /// <summary>Trains with one of Keras' losses.</summary>
    /// <param name="loss">The loss to minimize.</param>
    /// <param name="optimizer">The optimizer that updates the weights.</param>
    public CompileAttribute(Loss loss, Optimizer optimizer)
    {
        Loss = loss;
        Optimizer = optimizer;
    }

    /// <summary>Trains with a loss of your own.</summary>
    /// <param name="lossMethod">
    /// The name of the method to minimize the mean of over a sample's values: <c>static float Pinball(float target, float output) =&gt;
    /// ...;</c>. It is looked up in the net's class and in those around it; <c>nameof(Losses.Pinball)</c> names one of another class. Its
    /// derivative by the output is derived, or is the method <c>PinballDerivative</c> beside it, of the same parameters.
    /// </param>
    /// <param name="optimizer">The optimizer that updates the weights.</param>
    public CompileAttribute(string lossMethod, Optimizer optimizer)
    {
        LossMethod = lossMethod;
        Optimizer = optimizer;
    }

    /// <summary>
    /// Trains with gradients from outside: the trainer has <see cref="IGradientTrainer.Forward(Batch)"/> and
    /// <see cref="IGradientTrainer.Backward(ReadOnlySpan{float})"/> and no step; the net has neither <c>Fit</c> nor <c>Evaluate</c>, and
    /// none of its outputs has a loss.
    /// </summary>
    /// <param name="optimizer">The optimizer that updates the weights.</param>
    public CompileAttribute(Optimizer optimizer) => Optimizer = optimizer;

    /// <summary>The loss to minimize, where it is one of Keras'.</summary>
    public Loss Loss { get; }

    /// <summary>The name of the method to minimize, or null.</summary>
    public string? LossMethod { get; }

    /// <summary>The optimizer that updates the weights.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>
    /// Whether the backward pass goes on to the inputs, so that the trainer's
    /// <see cref="IGradientTrainer.Backward(ReadOnlySpan{float}, Span{float})"/> hands out their gradients. Every step then computes them.
    /// Default false.
    /// </summary>
    public bool InputGradients { get; set; }

    /// <summary>What <c>Fit</c> and <c>Evaluate</c> report beside the loss. Default: nothing.</summary>
    public Metric[] Metrics { get; set; } = [];

    /// <summary>
    /// The classes, from 0, whose own <see cref="Metric.Precision"/>, <see cref="Metric.Recall"/> and <see cref="Metric.F1Score"/> are
    /// reported, each as <c>recall_class_1</c>, instead of those of all classes together: Keras' <c>class_id</c>. Default: none.
    /// </summary>
    public int[] ClassIds { get; set; } = [];

    /// <summary>
    /// How far the targets of a cross-entropy are moved towards the same share for each class, from 0 to 1:
    /// <c>t (1 - LabelSmoothing) + LabelSmoothing / classes</c>. Default 0.
    /// </summary>
    public double LabelSmoothing { get; set; }

    /// <summary>The error up to which <see cref="StaticNets.Loss.Huber"/> is quadratic, above 0. Default 1.</summary>
    public double Delta { get; set; } = 1;

    /// <summary>The exponent by which focal cross-entropies weaken what is already right, at least 0. Default 2.</summary>
    public double Gamma { get; set; } = 2;

    /// <summary>
    /// The weight of focal cross-entropies, from 0 to 1: of every class, or, for the binary one under <see cref="ApplyClassBalancing"/>, of
    /// targets of 1, those of 0 having the rest. Default 0.25.
    /// </summary>
    public double Alpha { get; set; } = 0.25;

    /// <summary>
    /// The class whose labels <see cref="Loss.SparseCategoricalCrossentropy"/> leaves out, of the output's classes or any other number,
    /// such as -1 or 255: the loss is the mean over the batch's other labels, and nothing is learned from these. Metrics can't leave them
    /// out, so an output with it has none. Default: all classes count.
    /// </summary>
    public int IgnoreClass { get; set; }

    /// <summary>Whether the binary focal cross-entropy weights its two sides by <see cref="Alpha"/>. Default false.</summary>
    public bool ApplyClassBalancing { get; set; }

    /// <summary>The learning rate. Default: Keras' for the optimizer (0.01 for SGD, 0.001 for the others).</summary>
    public double LearningRate { get; set; }

    /// <summary>SGD's and RMSprop's momentum. Default 0.</summary>
    public double Momentum { get; set; }

    /// <summary>Whether SGD uses Nesterov momentum. Default false.</summary>
    public bool Nesterov { get; set; }

    /// <summary>The discounting factor of RMSprop and Adadelta. Default 0.9, for Adadelta 0.95.</summary>
    public double Rho { get; set; } = 0.9;

    /// <summary>Whether RMSprop subtracts the squared mean gradient. Default false.</summary>
    public bool Centered { get; set; }

    /// <summary>The decay of the first moment: of Adam and its kin, and of what Lion takes the sign of. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>The decay of the second moment of Adam and its kin, and of Lion's momentum. Default 0.999, for Lion 0.99.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>The small constant that keeps the adaptive optimizers from dividing by zero. Default 1e-7.</summary>
    public double Epsilon { get; set; } = 1e-7;

    /// <summary>
    /// Whether L1 penalties end at exact zeros: instead of adding <c>L1 * sign(w)</c> to the gradient, each update is followed by the
    /// proximal step <c>w = sign(w) * max(|w| - L1 * step, 0)</c>. The step is the one that the optimizer gives a weight whose gradient
    /// stays the same: the learning rate of SGD, over <c>1 - Momentum</c> with momentum;
    /// <c>learningRate * sqrt(1 - Beta2^t) / (sqrt(v) + Epsilon)</c> for Adam, and likewise for the others. So the minimum is that of the
    /// penalized loss with every optimizer. <c>Fit</c> then reports the share of <c>zeros</c>. Not for Lion and Lamb, whose steps
    /// don't depend on the gradient's size, nor for Ftrl, which has an L1 strength of its own. Default false.
    /// </summary>
    public bool ProximalL1 { get; set; }

    /// <summary>Whether Adam and AdamW divide by the largest second moment so far (AMSGrad). Default false.</summary>
    public bool AmsGrad { get; set; }

    /// <summary>What Adagrad's and Ftrl's sums of squared gradients start at. Default 0.1.</summary>
    public double InitialAccumulatorValue { get; set; } = 0.1;

    /// <summary>Ftrl's own L1 strength, which makes weights exactly 0. Default 0.</summary>
    public double L1RegularizationStrength { get; set; }

    /// <summary>Ftrl's own L2 strength. Default 0.</summary>
    public double L2RegularizationStrength { get; set; }

    /// <summary>Ftrl's L2 strength on the gradient: <c>2 * L2ShrinkageRegularizationStrength * w</c> is added to it. Default 0.</summary>
    public double L2ShrinkageRegularizationStrength { get; set; }

    /// <summary>Ftrl's beta: <c>Beta / (2 * learningRate)</c> is added to its L2 strength. Default 0.</summary>
    public double Beta { get; set; }

    /// <summary>
    /// Decoupled weight decay: each step takes <c>learningRate * WeightDecay * w</c> off every weight. Default 0.004 for
    /// AdamW, none for the others.
    /// </summary>
    public double WeightDecay { get; set; }
}
