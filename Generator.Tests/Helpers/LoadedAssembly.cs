using System;
using System.IO;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>A compilation's assembly, loaded to be run and unloaded afterwards.</summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("A compiled net", isCollectible: true);
    private readonly System.Reflection.Assembly _assembly;

    public LoadedAssembly(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        _assembly = _context.LoadFromStream(image);
    }

    public System.Reflection.Assembly Assembly => _assembly;

    public Type GetType(string name) => _assembly.GetType(name, throwOnError: true)!;

    public void Dispose() => _context.Unload();
}
