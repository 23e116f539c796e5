using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>
/// Compares text with a file that was reviewed and checked in beside the test. The conventions are Verify's, so that it can take over one day: what is
/// expected stands in <c>Class.Method.verified.cs</c>, what came instead is written to <c>Class.Method.received.cs</c>.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string actual, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        string prefix = Path.Combine(Path.GetDirectoryName(testFile)!, Path.GetFileNameWithoutExtension(testFile) + "." + test);
        Compare(actual, prefix + ".verified.cs", prefix + ".received.cs");
    }

    internal static void Compare(string actual, string verifiedFile, string receivedFile)
    {
        string? verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile) : null;
        if (actual == verified)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Fail($"{(verified is null ? "There is no snapshot yet" : FirstDifference(verified, actual))}. If {receivedFile} is right, rename it to {verifiedFile}.");
    }

    private static string FirstDifference(string verified, string actual)
    {
        string[] expectedLines = verified.Split('\n');
        string[] actualLines = actual.Split('\n');
        int line = 0;
        while (line < expectedLines.Length && line < actualLines.Length && expectedLines[line] == actualLines[line])
        {
            line++;
        }

        return $"Line {line + 1} differs: expected '{At(expectedLines, line)}', but it is '{At(actualLines, line)}'";
    }

    private static string At(string[] lines, int line) => line < lines.Length ? lines[line] : "<the end>";
}
