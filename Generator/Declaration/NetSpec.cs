using System.Numerics;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration;

/// <summary>
/// What the user wrote, and nothing else: the value that the incremental pipeline caches. It and all that hangs on it are records of
/// strings, numbers and <see cref="EquatableArray{T}"/>; never put a symbol, a syntax node or a location here.
/// </summary>
internal sealed record NetSpec
{
    /// <summary>The namespace, or an empty string for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The types around the class, outermost first, each as it must be repeated: <c>partial class Outer</c>.</summary>
    public required EquatableArray<string> ContainingTypes { get; init; }

    /// <summary>The class' name, with <c>@</c> where it is a keyword.</summary>
    public required string Name { get; init; }

    /// <summary>The class' name as metadata has it, with those of the types around it: <c>Shop.Outer+DigitNet</c>.</summary>
    public required string MetadataName { get; init; }

    /// <summary>The class as code anywhere can name it: <c>global::Shop.Outer.DigitNet</c>.</summary>
    public required string QualifiedName { get; init; }

    /// <summary>
    /// The class' type parameters, <c>&lt;T&gt;</c>, or an empty string. A net must have none, but its stub repeats them.
    /// </summary>
    public string TypeParameters { get; init; } = "";

    /// <summary>Whether a partial part of the class can stand in another file. If not, nothing at all is emitted.</summary>
    public bool CanHaveParts { get; init; } = true;

    /// <summary>Whether a member is <c>required</c>, so that only who knows the class can create it.</summary>
    public bool HasRequiredMembers { get; init; }

    /// <summary>
    /// What the stub derives from instead of implementing a net's interface, where the C# is too old for that; else null.
    /// </summary>
    public string? StubBase { get; init; }

    /// <summary>The arguments of <c>[StaticNet]</c>.</summary>
    public required AttributeSpec Options { get; init; }

    /// <summary>
    /// The attributes <c>[Input]</c> and those deriving from <c>LayerAttribute</c>, in source order; in the place of
    /// a block stand its layers.
    /// </summary>
    public required EquatableArray<AttributeSpec> Layers { get; init; }

    /// <summary>The attributes <c>[Output]</c>, in source order.</summary>
    public EquatableArray<AttributeSpec> Outputs { get; init; }

    /// <summary>The arguments of <c>[Compile]</c>, or null without one.</summary>
    public AttributeSpec? Compile { get; init; }

    /// <summary>
    /// The names of emitted members that the user's own declaration already uses (<c>.ctor</c> for the constructor);
    /// the stub leaves them out.
    /// </summary>
    public EquatableArray<string> TakenNames { get; init; }

    /// <summary>What is wrong with the declaration itself: not partial, generic, a member of an emitted name, …</summary>
    public EquatableArray<Problem> Problems { get; init; }
}

/// <summary>An attribute as written.</summary>
/// <param name="Kind">The attribute's class name without its suffix: <c>Conv2D</c>.</param>
/// <param name="Arguments">The arguments that stand in the source, constructor arguments first.</param>
internal sealed record AttributeSpec(string Kind, EquatableArray<ArgumentSpec> Arguments)
{
    /// <summary>The number of the layer attribute on the class that it comes from.</summary>
    public int Declared { get; init; }

    /// <summary>The block that it is part of, or null.</summary>
    public BlockScope? Block { get; init; }
}

/// <summary>One use of a block: what the names in it belong to.</summary>
/// <param name="Id">The number of the use among all of the net.</param>
/// <param name="Kind">The block's class name without its suffix.</param>
/// <param name="Name">The name that the use gives it, or null.</param>
/// <param name="From">The name of what it reads, or null for the layer above.</param>
/// <param name="Repetition">The number of the repetition.</param>
/// <param name="Outer">The block that it is part of, or null.</param>
internal sealed record BlockScope(int Id, string Kind, string? Name, string? From, int Repetition, BlockScope? Outer);

/// <summary>An argument as written.</summary>
/// <param name="Name">The property's name, also for constructor arguments: <c>Filters</c>, <c>L1</c>.</param>
/// <param name="Value">The constant.</param>
internal sealed record ArgumentSpec(string Name, ArgumentValue Value);

/// <summary>The constant value of an argument.</summary>
internal abstract record ArgumentValue;

/// <summary>An integer.</summary>
internal sealed record IntegerValue(long Value) : ArgumentValue
{
    /// <summary>A product; one that 64 bits don't hold is the largest number that they do, and so out of every range.</summary>
    public static IntegerValue Product(long a, long b)
    {
        BigInteger product = (BigInteger)a * b;
        return new IntegerValue((long)BigInteger.Max(long.MinValue, BigInteger.Min(long.MaxValue, product)));
    }
}

/// <summary>A floating-point number.</summary>
internal sealed record NumberValue(double Value) : ArgumentValue;

/// <summary>A Boolean.</summary>
internal sealed record BooleanValue(bool Value) : ArgumentValue;

/// <summary>A string; null where the source says <c>null</c>.</summary>
internal sealed record TextValue(string? Value) : ArgumentValue;

/// <summary>A member of an enum by its name, or the number's text where no member has it.</summary>
internal sealed record EnumValue(string Member) : ArgumentValue;

/// <summary>An array.</summary>
internal sealed record ArrayValue(EquatableArray<ArgumentValue> Items) : ArgumentValue;

/// <summary>A value that a block's constructor computes in a way that the generator does not follow.</summary>
/// <param name="Reason">What it does not follow.</param>
internal sealed record HiddenValue(string Reason) : ArgumentValue;

/// <summary>A value the generator can't see, such as a constant that another generator emits.</summary>
internal sealed record UnknownValue : ArgumentValue;
