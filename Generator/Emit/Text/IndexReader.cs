using System.Globalization;

namespace StaticNets.Generator.Emit.Text;

/// <summary>Reads places that are written as text: sums, products with numbers, and parentheses; whatever else is a variable.</summary>
internal static class IndexReader
{
    public static IndexSum Read(string text)
    {
        if (text.IndexOf(' ') < 0 && text[0] is not ('(' or '-'))
        {
            return text[0] is >= '0' and <= '9' && IsNumber(text, out int number) ? number : IndexSum.Of(text);
        }

        return ReadSum(text.Trim());
    }

    /// <summary>How close the operators of an expression bind that stand in no parentheses.</summary>
    public static Binding BindingOf(string text)
    {
        Binding binding = Binding.Close;
        int depth = 0;
        for (int i = 0; i + 2 < text.Length; i++)
        {
            depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            if (depth != 0 || text[i] != ' ')
            {
                continue;
            }

            if (text[i + 1] is '?' or '<' or '>' or '&' or '|' or '=')
            {
                return Binding.Loose;
            }

            binding = text[i + 1] is '/' or '%' ? Binding.Quotient : binding;
        }

        return binding;
    }

    private static IndexSum ReadSum(string text)
    {
        if (BindingOf(text) == Binding.Loose)
        {
            return IndexSum.Of(text);
        }

        IndexSum sum = IndexSum.Zero;
        int sign = 1;
        int start = 0;
        if (text[0] == '-')
        {
            sign = -1;
            start = 1;
        }

        while (true)
        {
            int plus = Find(text, " + ", start);
            int minus = Find(text, " - ", start);
            int end = plus < 0 ? minus : minus < 0 ? plus : Math.Min(plus, minus);
            string term = end < 0 ? text.Substring(start) : text.Substring(start, end - start);
            sum += ReadProduct(term) * sign;
            if (end < 0)
            {
                return sum;
            }

            sign = end == plus ? 1 : -1;
            start = end + 3;
        }
    }

    /// <summary>Numbers times one thing; a product of two things is a variable.</summary>
    private static IndexSum ReadProduct(string text)
    {
        if (BindingOf(text) == Binding.Quotient)
        {
            return IndexSum.Of(text);
        }

        long factor = 1;
        var others = new List<string>();
        int start = 0;
        while (start >= 0)
        {
            int end = Find(text, " * ", start);
            string part = end < 0 ? text.Substring(start) : text.Substring(start, end - start);
            if (IsNumber(part, out int number))
            {
                factor *= number;
            }
            else
            {
                others.Add(part);
            }

            start = end < 0 ? -1 : end + 3;
        }

        return others.Count switch
        {
            0 => IndexSum.Of(factor),
            1 => ReadAtom(others[0]) * factor,
            _ => IndexSum.Of(string.Join(" * ", others)) * factor,
        };
    }

    private static IndexSum ReadAtom(string text) =>
        text[0] == '(' && Close(text, 0) == text.Length - 1 ? ReadSum(text.Substring(1, text.Length - 2).Trim()) : IndexSum.Of(text);

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>Where an operator stands outside of parentheses, or -1.</summary>
    private static int Find(string text, string symbol, int start)
    {
        int depth = 0;
        for (int i = start; i < text.Length; i++)
        {
            depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            if (depth == 0 && text[i] == ' ' && string.CompareOrdinal(text, i, symbol, 0, symbol.Length) == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static int Close(string text, int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>How close an expression's operators bind.</summary>
internal enum Binding
{
    /// <summary>As products or closer.</summary>
    Close,

    /// <summary>As products, but whoever multiplies must divide first.</summary>
    Quotient,

    /// <summary>Less than sums.</summary>
    Loose,
}
