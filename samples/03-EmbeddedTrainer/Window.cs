using System;

namespace EmbeddedTrainer;

/// <summary>The last readings, oldest first.</summary>
internal sealed class Window(int length)
{
    private readonly float[] _readings = new float[length];

    public ReadOnlySpan<float> Readings => _readings;

    public void Add(float reading)
    {
        _readings.AsSpan(1).CopyTo(_readings);
        _readings[^1] = reading;
    }
}
