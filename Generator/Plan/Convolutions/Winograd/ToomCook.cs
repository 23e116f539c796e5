namespace StaticNets.Generator.Plan.Convolutions.Winograd;

/// <summary>
/// The matrices of F(m, 3), which computes m neighbouring results of a 3-tap convolution with m + 2 products: y = A^T [(G w) (B^T x)]. They
/// come from multiplying polynomials by their values at m + 2 points (Toom and Cook; Lavin and Gray, arXiv 1509.09308), of which the last
/// is infinity. A tile at an edge that has fewer results takes fewer of the points; the kernel's values at them stay the same.
/// </summary>
internal sealed class ToomCook
{
    private const int Taps = 3;

    // 0 and pairs of opposite numbers: their powers differ in sign only, which halves the transforms.
    private static readonly int[] s_points = [0, 1, -1, 2, -2];

    private readonly int[] _finite;

    /// <param name="tile">Results of a whole tile: m.</param>
    public ToomCook(int tile)
    {
        Tile = tile;
        _finite = s_points.Take(tile + 1).ToArray();
    }

    /// <summary>Results of a whole tile along one axis: m.</summary>
    public int Tile { get; }

    /// <summary>Frequencies of a whole tile along one axis: m + 2.</summary>
    public int Frequencies => Tile + 2;

    /// <summary>
    /// The frequencies that a tile of so many results takes, two more than results: infinity where their number is even, so that the others
    /// are pairs.
    /// </summary>
    public IReadOnlyList<int> FrequenciesOf(int results)
    {
        int count = results + Taps - 1;
        IEnumerable<int> finite = Enumerable.Range(0, count % 2 == 0 ? count - 1 : count);
        return (count % 2 == 0 ? finite.Append(Tile + 1) : finite).ToArray();
    }

    /// <summary>B^T for a tile of so many results: from positions of the input to frequencies.</summary>
    public double[,] Input(int results)
    {
        IReadOnlyList<int> frequencies = FrequenciesOf(results);
        int[] points = frequencies.Where(IsFinite).Select(f => _finite[f]).ToArray();
        var matrix = new double[frequencies.Count, frequencies.Count];
        for (int row = 0; row < frequencies.Count; row++)
        {
            int f = frequencies[row];
            double[] polynomial = Polynomial(points.Where(point => !IsFinite(f) || point != _finite[f]));
            double scale = IsFinite(f) ? Norm(_finite, _finite[f]) / Norm(points, _finite[f]) : 1;
            for (int i = 0; i < polynomial.Length; i++)
            {
                matrix[row, i] = polynomial[i] * scale;
            }
        }

        return matrix;
    }

    /// <summary>A^T for a tile of so many results: from frequencies to results.</summary>
    public double[,] Output(int results)
    {
        IReadOnlyList<int> frequencies = FrequenciesOf(results);
        var matrix = new double[results, frequencies.Count];
        for (int row = 0; row < results; row++)
        {
            for (int i = 0; i < frequencies.Count; i++)
            {
                matrix[row, i] = Power(frequencies[i], row, results - 1);
            }
        }

        return matrix;
    }

    /// <summary>G: from the kernel's taps to all frequencies.</summary>
    public double[,] Kernel()
    {
        var matrix = new double[Frequencies, Taps];
        for (int f = 0; f < Frequencies; f++)
        {
            for (int tap = 0; tap < Taps; tap++)
            {
                matrix[f, tap] = Power(f, tap, Taps - 1) / (IsFinite(f) ? Norm(_finite, _finite[f]) : 1);
            }
        }

        return matrix;
    }

    public static double[,] Transpose(double[,] matrix)
    {
        var transposed = new double[matrix.GetLength(1), matrix.GetLength(0)];
        for (int row = 0; row < matrix.GetLength(0); row++)
        {
            for (int column = 0; column < matrix.GetLength(1); column++)
            {
                transposed[column, row] = matrix[row, column];
            }
        }

        return transposed;
    }

    private bool IsFinite(int frequency) => frequency <= Tile;

    /// <summary>A frequency's point to a power. At infinity only the highest power counts.</summary>
    private double Power(int frequency, int exponent, int highest) =>
        IsFinite(frequency) ? System.Math.Pow(_finite[frequency], exponent) : exponent == highest ? 1 : 0;

    /// <summary>The product of a point's distances from the others.</summary>
    private static double Norm(IReadOnlyList<int> points, int point) =>
        points.Where(other => other != point).Aggregate(1.0, (product, other) => product * (point - other));

    /// <summary>The coefficients of the polynomial with these roots, lowest first.</summary>
    private static double[] Polynomial(IEnumerable<int> roots)
    {
        double[] coefficients = [1];
        foreach (int root in roots)
        {
            var next = new double[coefficients.Length + 1];
            for (int i = 0; i < coefficients.Length; i++)
            {
                next[i] -= root * coefficients[i];
                next[i + 1] += coefficients[i];
            }

            coefficients = next;
        }

        return coefficients;
    }
}
