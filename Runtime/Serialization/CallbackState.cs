using System;
using System.Collections.Generic;

namespace StaticNets;

/// <summary>
/// What a checkpoint keeps of one callback: numbers, texts, and arrays with a value for each of the net's parameters, by name. A name that
/// was not set, or
/// was set to null, reads as null.
/// </summary>
public sealed class CallbackState
{
    private readonly int _parameterCount;

    internal CallbackState(int parameterCount) => _parameterCount = parameterCount;

    internal Dictionary<string, double> Numbers { get; } = [];

    internal Dictionary<string, string> Texts { get; } = [];

    internal Dictionary<string, float[]> Arrays { get; } = [];

    internal bool IsEmpty => Numbers.Count + Texts.Count + Arrays.Count == 0;

    /// <summary>A number; all of its bits come back, also those of NaN.</summary>
    public double? GetNumber(string name) => Numbers.TryGetValue(name, out double value) ? value : null;

    /// <summary>
    /// A number that counts something, for the library's own callbacks: from 0 on, and so far below its type's end that it can be counted
    /// on. The file may hold any.
    /// </summary>
    internal int GetCount(string name)
    {
        const int Most = 1 << 30;
        return GetNumber(name) is double value && value > 0 ? (int)Math.Min(value, Most) : 0;
    }

    /// <summary>Keeps a number.</summary>
    public void SetNumber(string name, double? value)
    {
        Numbers.Remove(name);
        if (value is double number)
        {
            Numbers.Add(name, number);
        }
    }

    /// <summary>A text.</summary>
    public string? GetText(string name) => Texts.GetValueOrDefault(name);

    /// <summary>Keeps a text.</summary>
    public void SetText(string name, string? value)
    {
        Texts.Remove(name);
        if (value is not null)
        {
            Texts.Add(name, value);
        }
    }

    /// <summary>A value for each parameter.</summary>
    public float[]? GetArray(string name) => Arrays.GetValueOrDefault(name);

    /// <summary>Keeps a value for each parameter. The array is written at once, so it is not copied.</summary>
    /// <exception cref="ArgumentException">The length is not the number of the net's parameters.</exception>
    public void SetArray(string name, float[]? values)
    {
        Arrays.Remove(name);
        if (values is not null)
        {
            Check.Length(values.Length, _parameterCount, nameof(values), "one for each parameter");
            Arrays.Add(name, values);
        }
    }
}
