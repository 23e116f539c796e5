using System.Collections;
using System.Collections.Generic;

namespace StaticNets;

/// <summary>
/// How much the loss of each class counts, by label: <c>new() { [0] = 1, [7] = 2.5 }</c>, or a dictionary. A class that is missing counts
/// 1.
/// </summary>
public sealed class ClassWeights : IEnumerable<KeyValuePair<int, double>>
{
    private readonly Dictionary<int, double> _weights = [];

    /// <summary>The weight of a class.</summary>
    /// <param name="label">The class, from 0.</param>
    public double this[int label]
    {
        get => _weights.GetValueOrDefault(label, 1);
        set => _weights[label] = value;
    }

    /// <summary>Gives a class a weight.</summary>
    /// <param name="label">The class, from 0.</param>
    /// <param name="weight">What the losses of its samples are multiplied by.</param>
    public void Add(int label, double weight) => _weights.Add(label, weight);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<int, double>> GetEnumerator() => _weights.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A copy of a dictionary's weights.</summary>
    public static implicit operator ClassWeights?(Dictionary<int, double>? weights)
    {
        if (weights is null)
        {
            return null;
        }

        ClassWeights copy = new();
        foreach ((int label, double weight) in weights)
        {
            copy.Add(label, weight);
        }

        return copy;
    }

    /// <summary>A copy of a dictionary's weights.</summary>
    public static implicit operator ClassWeights?(Dictionary<int, float>? weights)
    {
        if (weights is null)
        {
            return null;
        }

        ClassWeights copy = new();
        foreach ((int label, float weight) in weights)
        {
            copy.Add(label, weight);
        }

        return copy;
    }
}
