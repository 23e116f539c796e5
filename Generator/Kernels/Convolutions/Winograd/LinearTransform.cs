using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>
/// Emits <c>outputs = M inputs</c> for a small constant matrix. Inputs, and then outputs, that differ in signs only are taken in pairs
/// through their sum and difference, as in a fast Fourier transform.
/// </summary>
internal sealed class LinearTransform(SourceWriter writer, Flavour flavour)
{
    /// <summary>Declares the outputs.</summary>
    /// <param name="matrix">M: outputs x inputs.</param>
    /// <param name="inputs">The inputs' variables; null where an input is 0.</param>
    /// <param name="output">Names an output.</param>
    public IReadOnlyList<string> Write(double[,] matrix, IReadOnlyList<string?> inputs, Func<int, string> output)
    {
        int count = matrix.GetLength(0);
        string[] names = Enumerable.Range(0, count).Select(output).ToArray();
        IReadOnlyList<Term>[] rows = PairInputs(matrix, inputs, names[0]);
        bool[] written = new bool[count];
        for (int row = 0; row < count; row++)
        {
            if (written[row])
            {
                continue;
            }

            int other = row + 1;
            while (other < count && (written[other] || !ArePair(rows[row], rows[other])))
            {
                other++;
            }

            if (other < count)
            {
                WritePair(names[row], names[other], rows[row], rows[other]);
                written[other] = true;
            }
            else
            {
                Declare(names[row], Combination(rows[row]));
            }
        }

        return names;
    }

    /// <summary>The rows as sums, where pairs of inputs became their sum and difference if that saves work.</summary>
    private IReadOnlyList<Term>[] PairInputs(double[,] matrix, IReadOnlyList<string?> inputs, string name)
    {
        int count = matrix.GetLength(0);
        List<Term>[] rows = Enumerable.Range(0, count).Select(_ => new List<Term>()).ToArray();
        bool[] done = inputs.Select(input => input is null).ToArray();
        for (int i = 0; i < inputs.Count; i++)
        {
            if (done[i])
            {
                continue;
            }

            int pair = Enumerable.Range(i + 1, inputs.Count - i - 1).FirstOrDefault(j => !done[j] && ArePair(matrix, i, j));
            if (pair > 0)
            {
                string sum = $"{name}Sum{Literal.Int(i)}";
                string difference = $"{name}Difference{Literal.Int(i)}";
                Declare(sum, $"{inputs[i]} + {inputs[pair]}");
                Declare(difference, $"{inputs[i]} - {inputs[pair]}");
                AddTerms(rows, r => matrix[r, i] == matrix[r, pair] ? new Term(matrix[r, i], sum) : new Term(matrix[r, i], difference));
                done[pair] = true;
            }
            else
            {
                AddTerms(rows, r => new Term(matrix[r, i], inputs[i]!));
            }

            done[i] = true;
        }

        return rows;
    }

    private static void AddTerms(List<Term>[] rows, Func<int, Term> term)
    {
        for (int r = 0; r < rows.Length; r++)
        {
            if (term(r) is { Factor: not 0 } added)
            {
                rows[r].Add(added);
            }
        }
    }

    /// <summary>
    /// Whether two inputs count with equal or opposite factors everywhere, both kinds occur, and two additions are worth while.
    /// </summary>
    private static bool ArePair(double[,] matrix, int i, int j)
    {
        int equal = 0;
        int opposite = 0;
        for (int r = 0; r < matrix.GetLength(0); r++)
        {
            if (matrix[r, i] == 0 && matrix[r, j] == 0)
            {
                continue;
            }

            if (matrix[r, i] == matrix[r, j])
            {
                equal++;
            }
            else if (matrix[r, i] == -matrix[r, j])
            {
                opposite++;
            }
            else
            {
                return false;
            }
        }

        return equal > 0 && opposite > 0 && equal + opposite > 2;
    }

    /// <summary>Whether two rows have the same terms, some with equal factors and some with opposite ones.</summary>
    private static bool ArePair(IReadOnlyList<Term> a, IReadOnlyList<Term> b)
    {
        int equal = 0;
        for (int i = 0; i < a.Count; i++)
        {
            if (a.Count != b.Count || a[i].Value != b[i].Value || Math.Abs(a[i].Factor) != Math.Abs(b[i].Factor))
            {
                return false;
            }

            equal += a[i].Factor == b[i].Factor ? 1 : 0;
        }

        return equal > 0 && equal < a.Count;
    }

    /// <summary>Two outputs that are a sum and a difference of the same two parts.</summary>
    private void WritePair(string first, string second, IReadOnlyList<Term> a, IReadOnlyList<Term> b)
    {
        List<Term> even = a.Where((term, i) => term.Factor == b[i].Factor).ToList();
        List<Term> odd = a.Where((term, i) => term.Factor != b[i].Factor).ToList();

        // A factor that all odd terms have in common is multiplied once, by the instruction that adds.
        double factor = odd.All(term => Math.Abs(term.Factor) == Math.Abs(odd[0].Factor)) ? odd[0].Factor : 1;
        string evenPart = Part(first + "Even", even);
        string oddPart = Part(first + "Odd", odd.Select(term => term with { Factor = term.Factor / factor }).ToList());
        Declare(first, Combination([new Term(1, evenPart), new Term(factor, oddPart)]));
        Declare(second, Combination([new Term(1, evenPart), new Term(-factor, oddPart)]));
    }

    private string Part(string name, IReadOnlyList<Term> terms)
    {
        if (terms.Count == 1 && terms[0].Factor == 1)
        {
            return terms[0].Value;
        }

        Declare(name, Combination(terms));
        return name;
    }

    private string Combination(IReadOnlyList<Term> terms)
    {
        if (terms.Count == 0)
        {
            return flavour.Zero;
        }

        // A term without a factor begins, so that each of the others is one instruction.
        Term start = terms.FirstOrDefault(term => term.Factor == 1) ?? terms[0];
        string sum = start.Factor switch
        {
            1 => start.Value,
            -1 => $"-{start.Value}",
            _ => $"{flavour.Broadcast(start.Factor)} * {start.Value}",
        };
        foreach (Term term in terms.Where(term => term != start))
        {
            sum = term.Factor switch
            {
                1 => $"{sum} + {term.Value}",
                -1 => $"{sum} - {term.Value}",
                _ => flavour.MultiplyAdd(flavour.Broadcast(term.Factor), term.Value, sum),
            };
        }

        return sum;
    }

    private void Declare(string name, string value) => writer.Line($"{flavour.Type} {name} = {value};");

    private sealed record Term(double Factor, string Value);
}
