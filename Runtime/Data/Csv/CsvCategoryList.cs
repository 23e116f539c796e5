using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Data;

/// <summary>
/// The categories of a column: given, or learned from what comes. What is learned has numbers in the order in which it came, and its place
/// among all when all have come.
/// </summary>
internal sealed class CsvCategoryList
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _most;
    private bool _isOpen;
    private int[] _places = [];

    /// <param name="given">The categories; null to learn them.</param>
    /// <param name="most">How many may be learned.</param>
    public CsvCategoryList(IReadOnlyList<string>? given, int most)
    {
        _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        _most = most;
        _isOpen = given is null;
        foreach (string category in given ?? [])
        {
            _numbers.Add(category, _numbers.Count);
        }

        Names = given ?? [];
        _places = [.. Enumerable.Range(0, Names.Count)];
    }

    /// <summary>The categories in the order of their places.</summary>
    public IReadOnlyList<string> Names { get; private set; }

    public bool Contains(ReadOnlySpan<char> category) => _lookup.ContainsKey(category);

    /// <summary>The number of a category, which is learned where it is new.</summary>
    /// <returns>-1 for one that is not known, and can't be learned; -2 where there would be too many.</returns>
    public int NumberOf(ReadOnlySpan<char> category)
    {
        if (_lookup.TryGetValue(category, out int number))
        {
            return number;
        }

        if (!_isOpen || _numbers.Count == _most)
        {
            return _isOpen ? -2 : -1;
        }

        _numbers.Add(category.ToString(), _numbers.Count);
        return _numbers.Count - 1;
    }

    /// <summary>The place of a number that <see cref="NumberOf"/> gave, when all have come.</summary>
    public int PlaceOf(int number) => _places[number];

    /// <summary>All have come.</summary>
    public void Close()
    {
        if (!_isOpen)
        {
            return;
        }

        _isOpen = false;
        Names = [.. _numbers.Keys.Order(StringComparer.Ordinal)];
        _places = new int[Names.Count];
        for (int place = 0; place < _places.Length; place++)
        {
            _places[_numbers[Names[place]]] = place;
        }
    }
}
