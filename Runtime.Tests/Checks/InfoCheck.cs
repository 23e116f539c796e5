using System;
using System.Linq;
using StaticNets.Tests.Reference.Losses;
using StaticNets.Tests.Reference;

namespace StaticNets.Tests.Checks;

/// <summary>What a net says of itself against what its attributes declare.</summary>
internal static class InfoCheck
{
    public static void Run(NetCase net, NetInfo info)
    {
        ReferenceNet reference = net.Reference;
        Compare(net, "Name", reference.Name, info.Name);
        Compare(net, "InputSize", reference.InputSize, info.InputSize);
        Compare(net, "OutputSize", reference.OutputSize, info.OutputSize);
        Compare(net, "Classes", reference.Classes, info.Classes);
        Compare(net, "ParameterCount", reference.ParameterCount, info.ParameterCount);
        Compare(net, "IndexInputs", string.Join("; ", ReferenceIndexes.Of(reference)), string.Join("; ", info.IndexInputs));
        bool isOwn = reference.Loss is Loss loss && !Enum.IsDefined(loss);
        Compare(net, "Loss", isOwn ? null : reference.Loss, info.Loss);
        Compare(net, "LossMethod", isOwn ? UserLoss.NameOf(reference.Loss!.Value) : null, info.LossMethod?[(info.LossMethod.LastIndexOf('.') + 1)..]);
        string[] expected = [.. reference.Tensors.Select(tensor =>
            Describe(tensor.Name, tensor.Shape, tensor.Offset, tensor.Length, (float)tensor.L1, (float)tensor.L2, tensor.IsTrainable, tensor.IsProximal))];
        string[] actual = [.. info.Tensors.Select(tensor =>
            Describe(tensor.Name, [.. tensor.Shape], tensor.Offset, tensor.Length, tensor.L1, tensor.L2, tensor.IsTrainable, tensor.IsProximal))];
        Compare(net, "Tensors", string.Join("; ", expected), string.Join("; ", actual));
    }

    private static void Compare<T>(NetCase net, string what, T expected, T actual) =>
        Expect.True(Equals(expected, actual), $"{net}: {what} is {actual} instead of {expected}.");

    private static string Describe(string name, int[] shape, int offset, int length, float l1, float l2, bool trained, bool proximal) =>
        FormattableString.Invariant($"{name} {string.Join('x', shape)} at {offset}, {length} long, L1 {l1:R}, L2 {l2:R}, trained {trained}, proximal {proximal}");
}
