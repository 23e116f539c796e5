using System.Globalization;
using System.Text;

namespace StaticNets.Generator.Emit.Text;

/// <summary>
/// A place or a count in emitted code: a sum of variables times whole numbers, and a number. What is 0 or 1 falls out, and numbers are
/// added up, so that text says no more than it must. A variable may be any expression; one that divides or chooses stays as it is
/// written.
/// </summary>
internal sealed class IndexSum
{
    public static readonly IndexSum Zero = new([], 0);

    private readonly Term[] _terms;

    private IndexSum(Term[] terms, long number)
    {
        _terms = terms;
        Number = number;
    }

    /// <summary>Whether it is 0.</summary>
    public bool IsZero => IsNumber && Number == 0;

    /// <summary>Whether it is a number, known when it is emitted.</summary>
    public bool IsNumber => _terms.Length == 0;

    /// <summary>The number in it.</summary>
    public long Number { get; }

    public static implicit operator IndexSum(long number) => new([], number);

    public static implicit operator IndexSum(string text) => IndexReader.Read(text);

    public static implicit operator string(IndexSum sum) => sum.ToString();

    public static IndexSum operator +(IndexSum a, IndexSum b)
    {
        if (a.IsNumber || b.IsNumber)
        {
            return a.IsZero ? b : b.IsZero ? a : new IndexSum(a.IsNumber ? b._terms : a._terms, a.Number + b.Number);
        }

        var terms = new List<Term>(a._terms.Length + b._terms.Length);
        terms.AddRange(a._terms);
        foreach (Term term in b._terms)
        {
            int same = terms.FindIndex(other => other.Variable == term.Variable);
            if (same < 0)
            {
                terms.Add(term);
            }
            else
            {
                terms[same] = new Term(term.Variable, terms[same].Factor + term.Factor);
            }
        }

        terms.RemoveAll(term => term.Factor == 0);
        return new IndexSum([.. terms], a.Number + b.Number);
    }

    public static IndexSum operator -(IndexSum a, IndexSum b) => a + (b * -1);

    public static IndexSum operator *(IndexSum a, long factor)
    {
        if (factor is 0 or 1)
        {
            return factor == 0 ? Zero : a;
        }

        var terms = new Term[a._terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = new Term(a._terms[i].Variable, a._terms[i].Factor * factor);
        }

        return new IndexSum(terms, a.Number * factor);
    }

    public static IndexSum Of(long number) => new([], number);

    /// <summary>An expression that is taken as it is.</summary>
    public static IndexSum Of(string variable) => new([new Term(variable, 1)], 0);

    /// <summary>The text, with parentheses where it stands before an operator that binds closer than a sum.</summary>
    public string AsFactor()
    {
        string text = ToString();
        return text.IndexOf(' ') < 0 && text[0] != '-' ? text : $"({text})";
    }

    public override string ToString()
    {
        if (_terms.Length == 0)
        {
            return Literal.Int(Number);
        }

        if (_terms.Length == 1 && Number == 0 && _terms[0].Variable.IndexOf(' ') < 0 && _terms[0].Factor > 0)
        {
            return _terms[0].Factor == 1 ? _terms[0].Variable : _terms[0].Variable + " * " + Literal.Int(_terms[0].Factor);
        }

        var text = new StringBuilder();
        foreach (Term term in _terms)
        {
            Append(text, term.Factor < 0);
            long factor = Math.Abs(term.Factor);
            bool isAlone = _terms.Length == 1 && Number == 0;
            text.Append(NeedsParentheses(term.Variable, term.Factor, isAlone) ? $"({term.Variable})" : term.Variable);
            if (factor != 1)
            {
                text.Append(" * ").Append(factor.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (Number != 0)
        {
            Append(text, Number < 0);
            text.Append(Math.Abs(Number).ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, bool isNegative)
    {
        if (text.Length > 0)
        {
            text.Append(isNegative ? " - " : " + ");
        }
        else if (isNegative)
        {
            text.Append('-');
        }
    }

    /// <summary>Whether an operator beside the expression might bind closer than one in it.</summary>
    private static bool NeedsParentheses(string text, long factor, bool isAlone) => IndexReader.BindingOf(text) switch
    {
        Binding.Loose => !isAlone || factor != 1,
        Binding.Quotient => factor != 1,
        _ => false,
    };

    private readonly record struct Term(string Variable, long Factor);
}
