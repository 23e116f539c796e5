using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using StaticNets.Tools.GeneratorSpeed;

// Compares the time and the allocations of two builds of the generator, in turns within one process: a tree of the repository before and one after a
// change, both with Generator and Runtime built in Release. DOTNET_TieredCompilation=0 lets both be compiled for good from the start.
//   dotnet run -c Release --project tools/GeneratorSpeed -- BEFORE AFTER
const int Rounds = 15;
const int WarmUps = 5;

if (args.Length != 2 || !args.All(Directory.Exists))
{
    Console.Error.WriteLine("GeneratorSpeed BEFORE AFTER");
    return 2;
}

Console.WriteLine("medians; text last   before ms  after ms     ratio before MB  after MB     ratio    before     after");
foreach ((string name, Func<int, string> source) in DeclaredNets.All)
{
    GeneratorBuild before = new(args[0], source);
    GeneratorBuild after = new(args[1], source);
    for (int i = 0; i < WarmUps; i++)
    {
        before.Run();
        after.Run();
    }

    List<(Cost Before, Cost After)> rounds = [];
    for (int i = 0; i < Rounds; i++)
    {
        Cost first = (i % 2 == 0 ? before : after).Run();
        Cost second = (i % 2 == 0 ? after : before).Run();
        rounds.Add(i % 2 == 0 ? (first, second) : (second, first));
    }

    Line(
        name,
        Middle(rounds, round => round.Before.Milliseconds),
        Middle(rounds, round => round.After.Milliseconds),
        Middle(rounds, round => round.After.Milliseconds / round.Before.Milliseconds),
        Middle(rounds, round => round.Before.Megabytes),
        Middle(rounds, round => round.After.Megabytes),
        Middle(rounds, round => round.After.Megabytes / round.Before.Megabytes),
        before.Characters / 1e6,
        after.Characters / 1e6);
}

return 0;

static double Middle(List<(Cost Before, Cost After)> rounds, Func<(Cost Before, Cost After), double> value) =>
    rounds.Select(value).Order().ElementAt(rounds.Count / 2);

static void Line(string name, params double[] figures) =>
    Console.WriteLine($"{name,-20}" + string.Concat(figures.Select(figure => figure.ToString("F2", CultureInfo.InvariantCulture).PadLeft(10))));
