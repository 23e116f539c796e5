using System;

namespace StaticNets.Tests.Reference.Optimizers;

/// <summary>Keras' update formulas in double, one weight at a time.</summary>
internal abstract class ReferenceOptimizer(double learningRate, double weightDecay)
{
    public double LearningRate { get; set; } = learningRate;

    /// <summary>The number of the update under way, counted from 1.</summary>
    protected int Time { get; private set; }

    public static ReferenceOptimizer Of(Type netClass, int parameterCount)
    {
        AttributeArguments settings = AttributeArguments.Of<CompileAttribute>(netClass)!;
        Optimizer optimizer = settings.Value("optimizer", default(Optimizer));
        return optimizer switch
        {
            Optimizer.Sgd => new SgdOptimizer(settings, parameterCount),
            Optimizer.RmsProp => new RmsPropOptimizer(settings, parameterCount),
            Optimizer.Adam => new AdamOptimizer(settings, parameterCount, defaultDecay: 0),
            Optimizer.AdamW => new AdamOptimizer(settings, parameterCount, defaultDecay: 0.004),
            _ => throw new NotSupportedException($"The reference has no optimizer {optimizer}."),
        };
    }

    /// <summary>Decoupled weight decay, then the rule.</summary>
    public void Update(double[] w, double[] g)
    {
        Time++;
        for (int i = 0; i < w.Length; i++)
        {
            w[i] -= LearningRate * weightDecay * w[i];
            w[i] += Move(i, g[i]);
        }
    }

    /// <summary>What the rule adds to a weight.</summary>
    protected abstract double Move(int i, double g);
}
