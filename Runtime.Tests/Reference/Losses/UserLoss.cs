using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary>The losses of <c>Nets/CustomFunctionNets.cs</c> again, in double and with derivatives found by hand; they count as members of the enum.</summary>
internal static class UserLoss
{
    private const int First = 1000;

    private static readonly (string Name, ElementwiseLoss Loss)[] s_all =
    [
        ("Pinball", new(
            (y, t) => t > y ? 0.9 * (t - y) : 0.1 * (y - t),
            (y, t) => t > y ? -0.9 : 0.1) { Distance = (y, t) => y - t }),
        ("Bend", ElementwiseLoss.Huber(0.5)),
        ("Cauchy", new((y, t) => Math.Log(1 + ((y - t) * (y - t))), (y, t) => 2 * (y - t) / (1 + ((y - t) * (y - t))))),
        ("Logit", new(
            (y, t) => Math.Max(y, 0) - (y * t) + Math.Log(1 + Math.Exp(-Math.Abs(y))),
            (y, t) => (1 / (1 + Math.Exp(-y))) - t)),
        ("Straight", new((y, t) => Math.Abs(y - t) < 0.25 ? 0 : 1, (y, t) => Math.Clamp(y - t, -1, 1))
        {
            Distance = (y, t) => Math.Abs(y - t) - 0.25,
        }),
    ];

    /// <summary>The member that a method's name stands for.</summary>
    public static Loss Member(string name) => (Loss)(First + Array.FindIndex(s_all, loss => loss.Name == name));

    public static ReferenceLoss Of(Loss member) => s_all[(int)member - First].Loss;

    public static string NameOf(Loss member) => s_all[(int)member - First].Name;
}
