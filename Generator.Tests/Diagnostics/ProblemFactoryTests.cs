using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using Xunit;

namespace StaticNets.Generator.Tests.Diagnostics;

/// <summary>A descriptor and the method that makes its problems stand side by side; the method's parameters are what the message says.</summary>
public sealed class ProblemFactoryTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static TheoryData<string> Factories => [.. All.Select(Key)];

    private static IEnumerable<MethodInfo> All => typeof(Problem).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(Problem).Namespace)
        .SelectMany(type => type.GetMethods(Static))
        .Where(method => method.ReturnType == typeof(Problem));

    [Fact]
    public void Every_diagnostic_has_one() =>
        Assert.Equal(DiagnosticTable.All.Select(descriptor => descriptor.Id), All.Select(Id).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Factories))]
    public void It_is_called_after_its_descriptor_and_says_all_that_it_is_given(string key)
    {
        MethodInfo factory = All.Single(method => Key(method) == key);
        object[] given = [.. factory.GetParameters().Select(Sample)];

        var problem = (Problem)factory.Invoke(null, given)!;

        FieldInfo field = factory.DeclaringType!.GetField("s_" + char.ToLowerInvariant(factory.Name[0]) + factory.Name[1..], Static)!;
        Assert.Same(field.GetValue(null), problem.Descriptor);
        Assert.Contains(problem.Descriptor, DiagnosticTable.All);
        Assert.DoesNotContain('{', problem.Message);
        Assert.All(problem.Values, value => Assert.Contains(value, problem.Message));
        Assert.All(given.Select(Text), value => Assert.True(problem.Argument == value || problem.Values.Contains(value), value));
    }

    /// <summary>The same under every culture, with what the culture has for a minus sign.</summary>
    [Fact]
    public void Numbers_are_those_of_no_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new NumberFormatInfo { NegativeSign = "minus " } };
        try
        {
            Assert.Equal("Layer 1 Dense: Units must be at least 1, but is -8", ArgumentDiagnostics.SizeNotPositive("Layer 1 Dense", "Units", -8).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Key(MethodInfo factory) =>
        $"{factory.DeclaringType!.Name}.{factory.Name}({string.Join(", ", factory.GetParameters().Select(parameter => parameter.ParameterType.Name))})";

    private static string Id(MethodInfo factory) => ((Problem)factory.Invoke(null, [.. factory.GetParameters().Select(Sample)])!).Id;

    /// <summary>A value that no other parameter has.</summary>
    private static object Sample(ParameterInfo parameter)
    {
        int number = 1000 + parameter.Position;
        Type type = parameter.ParameterType;
        return type == typeof(string) ? $"<{parameter.Name}>"
            : type == typeof(int) ? number
            : type == typeof(long) ? (long)number
            : type == typeof(BigInteger) ? new BigInteger(number)
            : type == typeof(Shape) ? new Shape(number, 2)
            : type.IsEnum ? Enum.GetValues(type).GetValue(1)!
            : throw new NotSupportedException($"No value for {parameter}.");
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
