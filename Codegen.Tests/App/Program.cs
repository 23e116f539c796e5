using System;
using StaticNets.Execution;

namespace StaticNets.Codegen.App;

/// <summary>A small user's program. The tests run it under the JIT and under NativeAOT and compare.</summary>
public static class Program
{
    /// <summary>See the usage text.</summary>
    public static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["--first-step"]:
                FirstStep.Run();
                return 0;
            case ["--train", string folder]:
                Console.WriteLine(FormattableString.Invariant($"bits {SimdWidth.Bits}"));
                Training<DigitNet>.Run(new DigitNet(seed: 42), folder);
                Training<MlpNet>.Run(new MlpNet(seed: 42), folder);
                return 0;
            case ["--time"]:
                Throughput<DigitNet>.Run(new DigitNet(seed: 42));
                Throughput<MlpNet>.Run(new MlpNet(seed: 42));
                return 0;
            default:
                Console.Error.WriteLine(
                    """
                    --first-step     prints a line when the first training step of the CNN has returned
                    --train FOLDER   trains both nets, prints outputs and allocated bytes, saves the weights into the folder
                    --time           prints the time of a warm training step of both nets
                    """);
                return 2;
        }
    }
}
