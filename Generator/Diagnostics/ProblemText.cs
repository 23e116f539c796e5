using System.Globalization;

namespace StaticNets.Generator.Diagnostics;

/// <summary>A problem as text, for the stub that throws it where no analyzer reports it.</summary>
internal static class ProblemText
{
    /// <summary>The id and the message: <c>SN1001: 'DigitNet' must be partial, …</c>.</summary>
    public static string Format(Problem problem)
    {
        string format = DiagnosticTable.Find(problem.Id).MessageFormat.ToString(CultureInfo.InvariantCulture);
        object[] arguments = problem.MessageArguments.ToArray<object>();
        return problem.Id + ": " + string.Format(CultureInfo.InvariantCulture, format, arguments);
    }
}
