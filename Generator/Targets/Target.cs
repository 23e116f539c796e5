namespace StaticNets.Generator.Targets;

/// <summary>
/// A kind of machine that kernels are emitted for. A target is data: nothing outside this folder knows a register count or a vector width.
/// </summary>
/// <param name="Name">What <c>StaticNetsTargets</c> calls it: <c>v3</c>.</param>
/// <param name="Suffix">What its class of kernels ends with: <c>Kernels256</c>.</param>
/// <param name="Description">What its machines have, as a sentence's end.</param>
/// <param name="VectorBits">The width of a vector in bits.</param>
/// <param name="Registers">How many vector registers tiles may count on.</param>
/// <param name="Condition">
/// The property of <c>SimdWidth</c> that says at run time that the kernels may run; null for those that run anywhere.
/// </param>
internal sealed record Target(string Name, string Suffix, string Description, int VectorBits, int Registers, string? Condition)
{
    /// <summary>x64 with AVX-512.</summary>
    public static readonly Target V4 = new("v4", "512", "512-bit vectors", 512, 32, "Use512");

    /// <summary>x64 with AVX2 and fused multiply-add.</summary>
    public static readonly Target V3 = new("v3", "256", "256-bit vectors", 256, 16, "Use256");

    /// <summary>64-bit Arm, whose multiply-add is fused.</summary>
    public static readonly Target Arm64 = new("arm64", "Arm64", "128-bit vectors in the 32 registers of Arm64", 128, 32, "UseArm64");

    /// <summary>Any x64, where a fused multiply-add is not sure, and whatever else has no line of its own.</summary>
    public static readonly Target V2 = new("v2", "128", "128-bit vectors", 128, 16, null);

    /// <summary>Every target, those first that are taken first where a machine could run several.</summary>
    public static readonly IReadOnlyList<Target> All = [V4, V3, Arm64, V2];

    /// <summary>The name of the class that holds its kernels.</summary>
    public string KernelClass => "Kernels" + Suffix;
}
