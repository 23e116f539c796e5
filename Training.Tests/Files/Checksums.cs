using System;
using System.Text;
using StaticNets.Serialization;
using Xunit;

namespace StaticNets.Training.Tests.Files;

/// <summary>Gives files that a test has changed a checksum that fits, so that what comes behind it is tested.</summary>
internal static class Checksums
{
    private const string Before = "\"staticnets.crc32c\":\"";

    public static byte[] Renewed(byte[] file)
    {
        int place = Encoding.Latin1.GetString(file).IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        Assert.True(place > Before.Length);
        byte[] renewed = [.. file];
        renewed.AsSpan(place, 8).Fill((byte)'0');
        Encoding.ASCII.GetBytes(FormattableString.Invariant($"{Crc32C.Of(renewed):x8}"), renewed.AsSpan(place));
        return renewed;
    }
}
