using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Optimizers;

/// <summary>A net's optimizer: a rule for one weight, and what it keeps for each.</summary>
internal sealed class ReferenceOptimizer
{
    private readonly ScalarRule _rule;
    private readonly double[][] _slots;
    private readonly IReadOnlyList<ReferenceTensor> _tensors;
    private int _time;

    private ReferenceOptimizer(ScalarRule rule, double learningRate, int parameterCount, IReadOnlyList<ReferenceTensor> tensors)
    {
        _tensors = tensors;
        _rule = rule;
        _slots = [.. Enumerable.Range(0, parameterCount).Select(_ => Enumerable.Range(0, ScalarRule.MaxSlots).Select(rule.Start).ToArray())];
        LearningRate = learningRate;
    }

    public double LearningRate { get; set; }

    public static ReferenceOptimizer Of(Type netClass, int parameterCount)
    {
        AttributeArguments settings = AttributeArguments.Of<CompileAttribute>(netClass)!;
        Optimizer optimizer = settings.Value("optimizer", default(Optimizer));
        double learningRate = settings.Value("LearningRate", optimizer == Optimizer.Sgd ? 0.01 : 0.001);
        IReadOnlyList<ReferenceTensor> tensors = optimizer == Optimizer.Lamb ? ReferenceNet.Of(netClass).Tensors : [];
        return new ReferenceOptimizer(Rule(optimizer, settings), learningRate, parameterCount, tensors);
    }

    public void Update(double[] w, double[] g) => Update(w, g, new double[w.Length]);

    /// <param name="w">The weights.</param>
    /// <param name="g">Their gradients.</param>
    /// <param name="l1">Of each weight the factor of its L1 penalty where that is a proximal step.</param>
    public void Update(double[] w, double[] g, double[] l1)
    {
        _time++;
        if (_rule is ScalarLamb lamb)
        {
            foreach (ReferenceTensor tensor in _tensors)
            {
                lamb.Update(tensor, w, g, _slots, _time, LearningRate);
            }

            return;
        }

        for (int i = 0; i < w.Length; i++)
        {
            w[i] = _rule.Step(w[i], g[i], _slots[i], _time, LearningRate, l1[i]);
        }
    }

    private static ScalarRule Rule(Optimizer optimizer, AttributeArguments settings)
    {
        double decay = settings.Value("WeightDecay", optimizer == Optimizer.AdamW ? 0.004 : 0);
        double momentum = settings.Value("Momentum", 0.0);
        double rho = settings.Value("Rho", optimizer == Optimizer.Adadelta ? 0.95 : 0.9);
        double beta1 = settings.Value("Beta1", 0.9);
        double beta2 = settings.Value("Beta2", optimizer == Optimizer.Lion ? 0.99 : 0.999);
        double epsilon = settings.Value("Epsilon", 1e-7);
        double initial = settings.Value("InitialAccumulatorValue", 0.1);
        return optimizer switch
        {
            Optimizer.Sgd => new ScalarSgd(momentum, settings.Value("Nesterov", false), decay),
            Optimizer.RmsProp => new ScalarRmsProp(rho, momentum, epsilon, settings.Value("Centered", false), decay),
            Optimizer.Adam or Optimizer.AdamW => new ScalarAdam(beta1, beta2, epsilon, decay, settings.Value("AmsGrad", false)),
            Optimizer.Adamax => new ScalarAdamax(beta1, beta2, epsilon, decay),
            Optimizer.Lamb => new ScalarLamb(beta1, beta2, epsilon, decay),
            Optimizer.Nadam => new ScalarNadam(beta1, beta2, epsilon, decay),
            Optimizer.Adagrad => new ScalarAdagrad(initial, epsilon, decay),
            Optimizer.Adadelta => new ScalarAdadelta(rho, epsilon, decay),
            Optimizer.Lion => new ScalarLion(beta1, beta2, decay),
            Optimizer.Ftrl => new ScalarFtrl(
                initial,
                settings.Value("L1RegularizationStrength", 0.0),
                settings.Value("L2RegularizationStrength", 0.0),
                settings.Value("L2ShrinkageRegularizationStrength", 0.0),
                settings.Value("Beta", 0.0),
                decay),
            _ => throw new NotSupportedException($"The reference has no optimizer {optimizer}."),
        };
    }
}
