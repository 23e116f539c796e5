using System;
using System.IO;
using Xunit;

namespace StaticNets.Training.Tests.Callbacks;

/// <summary>The values of Python's formats are what Python 3.11 prints.</summary>
public sealed class PathPatternTests
{
    [Theory]
    [InlineData("net-{epoch:02d}.safetensors", "net-07.safetensors")]
    [InlineData("{epoch:d}", "7")]
    [InlineData("{epoch:3d}", "  7")]
    [InlineData("{epoch:04}", "0007")]
    [InlineData("{epoch:00}", "07")]
    [InlineData("{epoch:D3}", "007")]
    [InlineData("{epoch:.1f}", "7.0")]
    [InlineData("{val_loss:.4f}", "-0.0469")]
    [InlineData("{val_loss:08.3f}", "-000.047")]
    [InlineData("{val_loss:9.3f}", "   -0.047")]
    [InlineData("{val_loss:.2e}", "-4.69e-02")]
    [InlineData("{val_loss:.3E}", "-4.690E-02")]
    [InlineData("{val_loss:.2g}", "-0.047")]
    [InlineData("{val_loss:.2}", "-0.047")]
    [InlineData("{val_loss:.1%}", "-4.7%")]
    [InlineData("{val_loss:F3}", "-0.047")]
    [InlineData("{val_loss:0.00}", "-0.05")]
    [InlineData("{val_loss:0.0%}", "-4.7%")]
    [InlineData("{val_loss:0.0e+00}", "-4.7e-02")]
    [InlineData("{val_loss}", "-0.0469")]
    [InlineData("{{{epoch}}}", "{7}")]
    [InlineData("{{epoch}}", "{epoch}")]
    [InlineData("{epoch", "{epoch")]
    [InlineData("a}b{epoch}", "a}b7")]
    public void Values_are_formatted_as_dotnet_and_Python_do(string path, string expected) =>
        Assert.Equal(expected, new PathPattern(path).Fill(Value, []));

    [Theory]
    [InlineData("{val_loss:d}")]
    [InlineData("{val_loss:02d}")]
    [InlineData("{epoch:.2d}")]
    [InlineData("{epoch:<4}")]
    [InlineData("{epoch:x y}")]
    [InlineData("{epoch:9999999999d}")]
    [InlineData("{val_loss:.9999f}")]
    public void Other_formats_are_refused(string path) => Assert.Throws<ArgumentException>(() => new PathPattern(path).Fill(Value, []));

    [Theory]
    [InlineData("a/b/{epoch}/c", "a/b")]
    [InlineData("a/b-{epoch}", "a")]
    [InlineData("a/{{b/c{epoch}", "a/{b")]
    [InlineData("{epoch}", "")]
    public void What_comes_before_the_values_is_the_folder(string path, string expected) =>
        Assert.Equal(Path.GetFullPath(Path.Combine(".", expected)).TrimEnd(Path.DirectorySeparatorChar), new PathPattern(path).FixedFolder);

    private static IFormattable? Value(string name) => name switch
    {
        "epoch" => 7,
        "val_loss" => -0.0469,
        _ => null,
    };
}
