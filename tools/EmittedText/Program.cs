using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets;
using StaticNets.Generator;

// Writes what the generator emits for the nets in some C# files, without compiling it: two folders, from before and after a change of the
// compiler, are compared with diff -r.
//   dotnet run -c Release --project tools/EmittedText -- OUT FILE.cs ...
if (args.Length < 2)
{
    Console.Error.WriteLine("EmittedText OUT FILE.cs ...");
    return 2;
}

CSharpParseOptions parsing = new(LanguageVersion.Latest);
string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
IEnumerable<string> assemblies = platform.Split(Path.PathSeparator)
    .Where(path => !Path.GetFileName(path).StartsWith("StaticNets", StringComparison.Ordinal))
    .Append(typeof(StaticNetAttribute).Assembly.Location);
CSharpCompilation compilation = CSharpCompilation.Create(
    "Nets",
    args.Skip(1).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), parsing, path)),
    assemblies.Select(path => MetadataReference.CreateFromFile(path)),
    new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
long start = Stopwatch.GetTimestamp();
GeneratorDriverRunResult result = CSharpGeneratorDriver.Create([new StaticNetGenerator().AsSourceGenerator()], parseOptions: parsing)
    .RunGenerators(compilation)
    .GetRunResult();
TimeSpan time = Stopwatch.GetElapsedTime(start);
if (result.Results[0].Exception is { } failure)
{
    Console.Error.WriteLine(failure);
    return 1;
}

Directory.CreateDirectory(args[0]);
long length = 0;
foreach (GeneratedSourceResult source in result.Results[0].GeneratedSources)
{
    string text = source.SourceText.ToString();
    length += text.Length;
    File.WriteAllText(Path.Combine(args[0], source.HintName), text);
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{result.Results[0].GeneratedSources.Length} files, {length / 1e6:F2} MB, {time.TotalSeconds:F2} s"));
return 0;
