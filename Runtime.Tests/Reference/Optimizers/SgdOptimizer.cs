namespace StaticNets.Tests.Reference.Optimizers;

/// <summary>The learning rate stands inside the velocity: <c>v = momentum v - lr g</c>.</summary>
internal sealed class SgdOptimizer(AttributeArguments settings, int count)
    : ReferenceOptimizer(settings.Value("LearningRate", 0.01), settings.Value("WeightDecay", 0.0))
{
    private readonly double _momentum = settings.Value("Momentum", 0.0);
    private readonly bool _nesterov = settings.Value("Nesterov", false);
    private readonly double[] _v = new double[count];

    protected override double Move(int i, double g)
    {
        _v[i] = (_momentum * _v[i]) - (LearningRate * g);
        return _nesterov ? (_momentum * _v[i]) - (LearningRate * g) : _v[i];
    }
}
