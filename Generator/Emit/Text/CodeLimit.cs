using System.Threading;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Emit.Text;

/// <summary>How much code a net may become. Writing also ends here where the compiler no longer waits for it.</summary>
internal sealed class CodeLimit(CancellationToken cancellation)
{
    // What stands before a statement in a method of a class.
    private const int Indentation = 8;

    private long _added;

    /// <summary>The layer whose code is being written.</summary>
    public Origin? Layer { get; set; }

    /// <summary>Adds lines to the net's code.</summary>
    public void Add(string lines)
    {
        Check(lines.Length);
        _added += lines.Length;
        for (int end = 0; end >= 0; end = lines.IndexOf('\n', end + 1))
        {
            _added += Indentation + 1;
        }
    }

    /// <summary>Looks at code that grows and may still be thrown away.</summary>
    public void Check(int characters)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_added + characters > NetProblems.MostCharacters)
        {
            throw new CodeTooLongException(Layer?.Attribute ?? 0);
        }
    }
}

/// <summary>The code of a net is too long: nobody knows before it is written.</summary>
/// <param name="attribute">The attribute of the layer at which it became so.</param>
internal sealed class CodeTooLongException(int attribute) : Exception
{
    public int Attribute { get; } = attribute;
}
