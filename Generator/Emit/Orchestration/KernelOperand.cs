using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>
/// What a kernel is given: a parameter of its method, or the two of a range, and what the call passes. Both follow from one list of
/// operands.
/// </summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="Values">What is passed for each, without <c>ref</c>.</param>
internal sealed record KernelOperand(IReadOnlyList<MethodParameter> Parameters, IReadOnlyList<string> Values)
{
    private const string Ref = "ref ";

    /// <summary>The variable of the orchestrating method that is passed, where it needs one: declared where a call uses it.</summary>
    public Variable? Variable { get; init; }

    /// <summary>What the kernel calls it.</summary>
    public string Name => Parameters[0].Name;

    /// <summary>What the caller passes.</summary>
    public string Argument => string.Join(
        ", ", Parameters.Zip(Values, (parameter, value) => parameter.Type.StartsWith(Ref, StringComparison.Ordinal) ? Ref + value : value));

    /// <summary>A weight that there isn't, for a method of the runtime.</summary>
    public static readonly KernelOperand None = Reference("", $"Unsafe.NullRef<{ElementType.Float32.Keyword}>()");

    /// <summary>A number, for a method of the runtime.</summary>
    public static implicit operator KernelOperand(int number) => Of("int", "", Literal.Int(number));

    public static implicit operator KernelOperand(double number) => Of(ElementType.Float32.Keyword, "", Literal.Float(number));

    /// <summary>A reference to values.</summary>
    public static KernelOperand Reference(string name, string place) => Of(Ref + ElementType.Float32.Keyword, name, place);

    /// <summary>A reference to values that the caller knows under the same name.</summary>
    public static KernelOperand Reference(string name) => Reference(name, name);

    /// <summary>A reference to values that an orchestrating method has a variable for.</summary>
    /// <param name="name">What kernels call it.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="place">What the variable refers to.</param>
    /// <param name="comment">What the declaration says of it.</param>
    public static KernelOperand Declared(string name, string variable, string place, string comment) => Reference(name, variable) with
    {
        Variable = new(variable, $"{Ref}{ElementType.Float32.Keyword} {variable} = {Ref}{place}; // {comment}"),
    };

    /// <summary>A count, a number or a key.</summary>
    public static KernelOperand Of(string type, string name, string value) => new([new(type, name)], [value]);

    /// <summary>Whole numbers from one on, to one that is no more of them: <c>n0</c> and <c>n1</c>.</summary>
    public static KernelOperand Range(string name, string start, string end) =>
        new([new("int", name + "0"), new("int", name + "1")], [start, end]);

    /// <summary>The same under other names in the kernel.</summary>
    public KernelOperand As(params string[] names) =>
        this with { Parameters = [.. Parameters.Zip(names, (parameter, name) => parameter with { Name = name })] };

    /// <summary>The values from a distance on.</summary>
    public KernelOperand From(IndexSum offset) => this with { Values = [At.Value(Values[0], offset)] };
}

/// <summary>A variable of an orchestrating method.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declaration">The statement that declares it.</param>
internal sealed record Variable(string Name, string Declaration);
