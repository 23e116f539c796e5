namespace StaticNets.Generator.Ir;

/// <summary>
/// What holds of every graph, whatever pass it comes from. Runs behind each pass in tests and in Debug builds; a fault is the compiler's
/// own.
/// </summary>
internal static class GraphVerifier
{
    /// <summary>Whether every pass is checked; tests switch it on.</summary>
    public static bool IsOn { get; set; } =
#if DEBUG
        true;
#else
        false;
#endif

    /// <exception cref="InvalidOperationException">Something does not hold; the text names the operation.</exception>
    public static void Verify(Graph graph)
    {
        var made = new HashSet<Value>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Operation operation in graph.Operations)
        {
            Require(operation.Result is not null, operation, "has no result");
            foreach (Operand operand in operation.Operands)
            {
                Require(made.Contains(operand.Value), operation, $"reads {operand.Value}, which no operation before it makes");
            }

            Require(made.Add(operation.Result!), operation, "makes a value that is made already");
            Require(names.Add(operation.Result!.Name), operation, "has the name of another value");
            bool hasSize = !operation.IsView || operation.Result.Shape.Size == operation.Source.Shape.Size;
            Require(hasSize, operation, "is a view of another size");
            Require(
                !operation.MayOverwriteOperand || operation.Result.Shape.Equals(operation.Source.Shape),
                operation,
                "may overwrite an operand of another shape");
            foreach (Weight weight in operation.Weights)
            {
                Require(graph.Weights.Contains(weight), operation, $"reads {weight}, which is none of the net's weights");
            }
        }

        foreach (GraphOutput output in graph.Outputs)
        {
            foreach (Value value in new[] { output.Value, output.Logits, output.Mask }.OfType<Value>())
            {
                if (!made.Contains(value))
                {
                    throw new InvalidOperationException($"output {output.Name} is {value}, which no operation makes");
                }
            }
        }
    }

    private static void Require(bool holds, Operation operation, string problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{GraphPrinter.Line(operation)}: {problem}");
        }
    }
}
