using System.IO;
using Xunit;
using Xunit.Sdk;

namespace StaticNets.Generator.Tests.Helpers;

public sealed class SnapshotTests
{
    [Fact]
    public void A_mismatch_fails_names_the_line_and_leaves_what_came()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string verified = Path.Combine(folder, "Test.verified.cs");
        string received = Path.Combine(folder, "Test.received.cs");
        File.WriteAllText(verified, "a\nb\nc\n");

        FailException failure = Assert.Throws<FailException>(() => Snapshot.Compare("a\nB\nc\n", verified, received));

        Assert.Contains("Line 2 differs: expected 'b', but it is 'B'", failure.Message);
        Assert.Equal("a\nB\nc\n", File.ReadAllText(received));
        Snapshot.Compare("a\nb\nc\n", verified, received);
        Assert.False(File.Exists(received));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_missing_snapshot_fails()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string received = Path.Combine(folder, "Test.received.cs");

        Assert.Throws<FailException>(() => Snapshot.Compare("a\n", Path.Combine(folder, "Test.verified.cs"), received));

        Assert.Equal("a\n", File.ReadAllText(received));
        Directory.Delete(folder, recursive: true);
    }
}
