using System;

namespace StaticNets.Tests.Reference.Optimizers;

/// <summary><c>lr g / sqrt(v + epsilon)</c>: epsilon stands inside the root.</summary>
internal sealed class RmsPropOptimizer(AttributeArguments settings, int count)
    : ReferenceOptimizer(settings.Value("LearningRate", 0.001), settings.Value("WeightDecay", 0.0))
{
    private readonly double _rho = settings.Value("Rho", 0.9);
    private readonly double _momentum = settings.Value("Momentum", 0.0);
    private readonly double _epsilon = settings.Value("Epsilon", 1e-7);
    private readonly bool _centered = settings.Value("Centered", false);
    private readonly double[] _square = new double[count];
    private readonly double[] _mean = new double[count];
    private readonly double[] _velocity = new double[count];

    protected override double Move(int i, double g)
    {
        _square[i] = (_rho * _square[i]) + ((1 - _rho) * g * g);
        _mean[i] = (_rho * _mean[i]) + ((1 - _rho) * g);
        double variance = _centered ? _square[i] - (_mean[i] * _mean[i]) : _square[i];
        _velocity[i] = (_momentum * _velocity[i]) + (LearningRate * g / Math.Sqrt(variance + _epsilon));
        return -_velocity[i];
    }
}
