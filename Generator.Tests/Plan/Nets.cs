using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;

namespace StaticNets.Generator.Tests.Plan;

/// <summary>Declarations of small nets with branches, merges, views, and what works in place.</summary>
internal static class Nets
{
    private static readonly string[] s_activations = ["Relu", "Tanh", "Gelu", "Softmax"];

    /// <summary>Nets that train; the first layers of some are frozen, and some have a second output.</summary>
    public static readonly Gen<string> Any =
        from inputs in Gen.Int[1, 2]
        from steps in Gen.Select(Gen.Int[0, 7], Gen.Int[0, 1000]).Array[1, 12]
        from frozen in Gen.Int[0, 6]
        from output in Gen.Int[0, 9]
        select Declare(inputs, steps, frozen, output);

    private static string Declare(int inputs, (int Kind, int Choice)[] steps, int frozen, int output)
    {
        List<string> layers = ["Input(6, Name = \"in\")"];
        List<(string Name, int Size)> values = [("in", 6)];
        List<string> trained = [];
        if (inputs == 2)
        {
            layers.Add("Input(3, Name = \"other\")");
            Add("Concatenate(\"in\"", 9);
        }

        foreach ((int kind, int choice) in steps)
        {
            (string last, int size) = values[^1];
            string[] same = [.. values.SkipLast(1).Where(value => value.Size == size).Select(value => value.Name)];
            switch (kind)
            {
                case 0:
                    Add($"Activation(Activation.{s_activations[choice % s_activations.Length]}", size);
                    break;
                case 1:
                    layers.Add($"Reshape(1, {Number(size)})");
                    Add("Flatten(", size);
                    break;
                case 2 when same.Length > 0:
                    Add($"Add(\"{same[choice % same.Length]}\"", size);
                    break;
                case 3 when same.Length > 0:
                    Add($"Multiply(\"{same[choice % same.Length]}\"", size);
                    break;
                case 4:
                    Dense(size, $", From = \"{values[choice % values.Count].Name}\"");
                    Add($"Concatenate(\"{last}\"", 2 * size);
                    break;
                case 5:
                    Add("LayerNormalization(", size);
                    break;
                case 6:
                    Add("Dropout(0.5", size);
                    break;
                default:
                    Dense((choice % 9) + 1, "");
                    break;
            }
        }

        string second = output < trained.Count ? $"Output(\"{trained[output]}\", Loss.MeanSquaredError), " : "";
        frozen = 0;
        Dense(2, "");
        return $"[{string.Join(", ", layers)}, {second}Compile(Loss.MeanSquaredError, Optimizer.Sgd)]";

        void Dense(int units, string from)
        {
            bool isFrozen = values.Count < frozen;
            Add($"Dense({Number(units)}{from}{(isFrozen ? ", Frozen = true" : "")}", units);
            if (!isFrozen)
            {
                trained.Add(values[^1].Name);
            }
        }

        void Add(string layer, int size)
        {
            string name = "l" + Number(values.Count);
            layers.Add($"{layer}{(layer.EndsWith('(') ? "" : ", ")}Name = \"{name}\")");
            values.Add((name, size));
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
