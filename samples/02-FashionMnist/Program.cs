using System;
using System.IO;
using FashionMnist;

const int Done = 0;
const int Failed = 1;
const int BadOptions = 2;

try
{
    Options options = Options.Parse(args);
    Pictures pictures = options.DataDirectory is string directory ? Pictures.ReadFull(directory) : Pictures.ReadShipped();
    Console.WriteLine(FormattableString.Invariant($"{pictures.Train.Count} pictures to train with, {pictures.Test.Count} to test with"));
    Console.WriteLine();

    Result[] results = new Comparison(pictures, options).Run();
    Report.WriteTable(Console.Out, results);
    if (options.JsonFile is string file)
    {
        Report.WriteJson(file, results);
    }

    return Done;
}
catch (BadOptionException bad)
{
    Console.Error.WriteLine(bad.Message);
    Console.Error.WriteLine(Options.Usage);
    return BadOptions;
}
catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
{
    // A file can't be read or written, is damaged, or holds something else than these pictures.
    Console.Error.WriteLine(unusable.Message);
    return Failed;
}
