using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.Intrinsics;
using System.Threading.Tasks;
using Xunit;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>Activations of one net, given as expressions of x: the methods as the user has them, and what was emitted for each width.</summary>
internal sealed class EmittedFunctions : IDisposable
{
    private readonly LoadedAssembly _assembly;
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, Func<float, float>> _methods = [];
    private readonly Type _emitted;

    private EmittedFunctions(LoadedAssembly assembly, IEnumerable<string> bodies)
    {
        _assembly = assembly;
        Type net = assembly.GetType("XorNet");
        _emitted = assembly.GetType("StaticNets.Emitted.XorNet.VectorFunctions");
        foreach (string body in bodies)
        {
            string name = Name(_names.Count);
            _names.Add(body, name);
            _methods.Add(body, net.GetMethod(name)!.CreateDelegate<Func<float, float>>());
        }
    }

    /// <param name="values">Expressions whose derivative doesn't matter.</param>
    /// <param name="derived">Expressions whose derivative is derived.</param>
    public static async Task<EmittedFunctions> Of(string[] values, string[] derived)
    {
        string[] bodies = [.. values.Concat(derived).Distinct()];
        IEnumerable<string> layers = bodies.Select((_, i) => $"Activation(nameof({Name(i)}))");
        IEnumerable<string> methods = bodies.Select((body, i) => $"public static float {Name(i)}(float x) => {body};");
        IEnumerable<string> derivatives = bodies.Select((body, i) => derived.Contains(body) ? "" : $"private static float {Name(i)}Derivative(float x) => 1;");
        GeneratorRun run = await GeneratorRun.Of(
            $$"""
            using System;
            using StaticNets;
            [StaticNet, Input(2), Dense(1), {{string.Join(", ", layers)}}, Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
            public partial class XorNet
            {
                private const float Half = 0.5f;
                private static float Twice(float a, float b = 2) => a - 2 * b;
                private static bool IsSmall(float x) => x < 1 && x > -1;
                {{string.Join("\n    ", methods.Concat(derivatives))}}
            }
            """);
        run.AssertReported();
        run.AssertAddsNoErrors();
        return new EmittedFunctions(new LoadedAssembly(run.After), bodies);
    }

    public float Call(string body, float x) => _methods[body](x);

    /// <summary>One lane of each width.</summary>
    public IReadOnlyList<float> OnVectors(string body, float x) => Lanes(_names[body], x);

    public IReadOnlyList<float> DerivativeOnVectors(string body, float x) => Lanes(_names[body] + "Derivative", x);

    public void Dispose() => _assembly.Dispose();

    private static string Name(int index) => "F" + index.ToString(CultureInfo.InvariantCulture);

    private IReadOnlyList<float> Lanes(string name, float x)
    {
        float[] lanes =
        [
            ((Vector128<float>)Invoke(name, Vector128.Create(x)))[3],
            ((Vector256<float>)Invoke(name, Vector256.Create(x)))[0],
            ((Vector512<float>)Invoke(name, Vector512.Create(x)))[15],
        ];
        return lanes;
    }

    private object Invoke(string name, object vector)
    {
        MethodInfo? method = _emitted.GetMethod(name, [vector.GetType()]);
        Assert.NotNull(method);
        return method.Invoke(null, [vector])!;
    }
}
