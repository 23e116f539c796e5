using System;

namespace StaticNets.Tests.Reference.Optimizers;

/// <summary>Epsilon is added to the root of v before the bias correction divides it.</summary>
internal sealed class AdamOptimizer(AttributeArguments settings, int count, double defaultDecay)
    : ReferenceOptimizer(settings.Value("LearningRate", 0.001), settings.Value("WeightDecay", defaultDecay))
{
    private readonly double _beta1 = settings.Value("Beta1", 0.9);
    private readonly double _beta2 = settings.Value("Beta2", 0.999);
    private readonly double _epsilon = settings.Value("Epsilon", 1e-7);
    private readonly double[] _m = new double[count];
    private readonly double[] _v = new double[count];

    protected override double Move(int i, double g)
    {
        _m[i] += (g - _m[i]) * (1 - _beta1);
        _v[i] += ((g * g) - _v[i]) * (1 - _beta2);
        double alpha = LearningRate * Math.Sqrt(1 - Math.Pow(_beta2, Time)) / (1 - Math.Pow(_beta1, Time));
        return -alpha * _m[i] / (Math.Sqrt(_v[i]) + _epsilon);
    }
}
