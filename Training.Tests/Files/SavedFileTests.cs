using System;
using System.IO;
using System.Runtime.Versioning;
using StaticNets.Serialization;
using Xunit;

namespace StaticNets.Training.Tests.Files;

/// <summary>What a file is beside its contents stays when it is written anew.</summary>
public sealed class SavedFileTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _directory = Directory.CreateTempSubdirectory("saved").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [UnixFact]
    public void A_link_stays_and_what_it_leads_to_is_written()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_directory, "versions")).FullName;
        string target = Path.Combine(folder, "1");
        string link = Path.Combine(_directory, "net");
        string second = Path.Combine(_directory, "newest");
        File.CreateSymbolicLink(link, Path.Combine("versions", "1"));
        File.CreateSymbolicLink(second, "net");
        foreach (int seed in new[] { 1, 2 }) // the first time there is nothing at the link's end
        {
            SmallNet net = new(seed);
            net.Save(second);
            Assert.Equal("net", new FileInfo(second).LinkTarget);
            Assert.Equal(Path.Combine("versions", "1"), new FileInfo(link).LinkTarget);
            Assert.Null(new FileInfo(target).LinkTarget);
            SmallNet other = new();
            other.Load(target);
            Assert.Equal(net.Parameters.ToArray(), other.Parameters.ToArray());
        }

        Assert.Equal([target], Directory.GetFiles(folder));
        Assert.Equal(2, Directory.GetFiles(_directory).Length);
    }

    [UnsupportedOSPlatform("windows")]
    [UnixTheory]
    [InlineData(Private)]
    [InlineData(Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.UserExecute)]
    public void The_mode_stays(UnixFileMode mode)
    {
        string path = Path.Combine(_directory, "net");
        SmallNet net = new();
        net.Save(path);
        File.SetUnixFileMode(path, mode);
        UnixFileMode meanwhile = default;
        AtomicFile.Write(path, stream => meanwhile = File.GetUnixFileMode(((FileStream)stream).Name));
        Assert.Equal(mode, File.GetUnixFileMode(path));
        Assert.Equal(mode, meanwhile);
    }

    [UnixFact]
    public void The_folder_is_flushed() => Assert.True(Folder.Flush(_directory));

    [Fact]
    public void A_missing_folder_is_named_and_not_our_temporary_file()
    {
        string path = Path.Combine(_directory, "nowhere", "net");
        string message = Assert.Throws<DirectoryNotFoundException>(() => new SmallNet().Save(path)).Message;
        Assert.Contains($"'{path}'", message, StringComparison.Ordinal);
        Assert.Contains($"'{Path.GetDirectoryName(path)}'", message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_not_written_over_and_is_named()
    {
        string path = Directory.CreateDirectory(Path.Combine(_directory, "folder")).FullName;
        string message = Assert.ThrowsAny<IOException>(() => new SmallNet().Save(path)).Message;
        Assert.Contains($"'{path}' is a folder", message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_directory));
    }

    [Fact]
    public void A_name_that_is_too_long_is_named_as_it_was_given()
    {
        string path = Path.Combine(_directory, new string('n', 400));
        Exception refused = Assert.ThrowsAny<Exception>(() => new SmallNet().Save(path));
        Assert.True(refused is IOException or UnauthorizedAccessException, refused.ToString());
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", refused.Message, StringComparison.Ordinal);
    }
}
