using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Expressions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit.Files;

/// <summary>
/// A formula as C# on vectors of one width. Conditions are masks, and a choice computes both sides and takes the bits of one, lane by lane.
/// What occurs more than once, or makes a line too long, becomes a local variable.
/// </summary>
internal sealed class VectorCode
{
    private const int LongestTerm = 50;

    private readonly Flavour _flavour;
    private readonly IReadOnlyList<string> _parameters;
    private readonly Expression _root;
    private readonly Dictionary<Expression, int> _occurrences = new();
    private readonly Dictionary<Expression, string> _locals = new();
    private readonly NameScope _names;
    private readonly List<string> _declarations = new();

    private VectorCode(Flavour flavour, IReadOnlyList<string> parameters, Expression root)
    {
        _flavour = flavour;
        _parameters = parameters;
        _root = root;
        _names = new NameScope(parameters);
        Count(root);
    }

    /// <summary>Writes a method that computes the formula.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="flavour">The vectors.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="parameters">The names of its parameters.</param>
    /// <param name="formula">What it computes.</param>
    public static void WriteMethod(SourceWriter writer, Flavour flavour, string name, IReadOnlyList<string> parameters, Expression formula)
    {
        var code = new VectorCode(flavour, parameters, formula);
        string result = code.Write(formula);
        string list = string.Join(", ", parameters.Select(parameter => $"{flavour.Type} {parameter}"));
        string signature = $"public static {flavour.Type} {name}({list})";
        if (code._declarations.Count == 0)
        {
            writer.Line($"{signature} =>");
            writer.Line($"    {result};");
            return;
        }

        using (writer.Block(signature))
        {
            code._declarations.ForEach(declaration => writer.Line(declaration));
            writer.Line($"return {result};");
        }
    }

    private void Count(Expression term)
    {
        _occurrences.TryGetValue(term, out int before);
        _occurrences[term] = before + 1;
        if (before == 0)
        {
            foreach (Expression operand in term.Operands)
            {
                Count(operand);
            }
        }
    }

    private string Write(Expression term) => term switch
    {
        Number { IsNegativeZero: true } => _flavour.Broadcast("-0f"),
        Number number => _flavour.Broadcast(number.Value),
        Truth truth => truth.Value ? $"{_flavour.Type}.AllBitsSet" : _flavour.Zero,
        Parameter parameter => _parameters[parameter.Index],
        Operation operation => _locals.TryGetValue(operation, out string? local) ? local : Declare(operation, Text(operation)),
        _ => throw new InvalidOperationException("There is no such term."),
    };

    /// <summary>The text itself, or the name of a local variable for it.</summary>
    private string Declare(Operation term, string text)
    {
        if (term == _root || (_occurrences[term] == 1 && text.Length <= LongestTerm))
        {
            return text;
        }

        string name = _names.Reserve(TermName.Of(term.Operator));
        _locals.Add(term, name);
        _declarations.Add($"{_flavour.Type} {name} = {text};");
        return name;
    }

    private string Text(Operation term)
    {
        string[] operands = [.. term.Operands.Select(Write)];

        // Operands that are operations themselves stand in parentheses, except the first of a sum of sums or a product of products.
        string Part(int index) =>
            term[index] is Operation inner && !_locals.ContainsKey(inner) && Symbol(inner.Operator) is not null
                && !(index == 0 && inner.Operator == term.Operator && term.Operator is Operator.Add or Operator.Multiply)
                ? $"({operands[index]})"
                : operands[index];

        string Call(string function) => $"{_flavour.Class}.{function}({string.Join(", ", operands)})";

        return term.Operator switch
        {
            Operator.Negate or Operator.Not => Symbol(term.Operator) + Part(0),
            Operator.Add or Operator.Subtract or Operator.Multiply or Operator.Divide or Operator.And or Operator.Or =>
                $"{Part(0)} {Symbol(term.Operator)} {Part(1)}",
            Operator.NotEqual => $"~{Call("Equals")}",
            Operator.MultiplyAdd => _flavour.MultiplyAdd(operands[0], operands[1], operands[2]),
            Operator.Clamp => _flavour.Min(operands[2], _flavour.Max(operands[1], operands[0])),
            Operator.Select => _flavour.Select(operands[0], operands[1], operands[2]),
            Operator.Less => _flavour.LessThan(operands[0], operands[1]),
            Operator.Greater => _flavour.GreaterThan(operands[0], operands[1]),
            Operator.Equal => _flavour.Equal(operands[0], operands[1]),
            Operator.LessOrEqual => Call("LessThanOrEqual"),
            Operator.GreaterOrEqual => Call("GreaterThanOrEqual"),
            Operator.Exp or Operator.Log or Operator.Tanh or Operator.Sin or Operator.Cos or Operator.Sign =>
                $"VectorMath.{term.Operator}({operands[0]})",
            _ => Call(term.Operator.ToString()),
        };
    }

    /// <summary>What C# writes between or before vectors, or null where it takes a call.</summary>
    private static string? Symbol(Operator function) => function switch
    {
        Operator.Negate => "-",
        Operator.Add => "+",
        Operator.Subtract => "-",
        Operator.Multiply => "*",
        Operator.Divide => "/",
        Operator.Not => "~",
        Operator.And => "&",
        Operator.Or => "|",
        _ => null,
    };
}
