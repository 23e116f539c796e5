using System;
using StaticNets.Benchmarks;
using StaticNets.Benchmarks.Measuring;

const int Done = 0;
const int BadOptions = 2;

try
{
    switch (args.Length > 0 ? args[0] : "")
    {
        case "peers":
            PeersCommand.Run(Options.Parse(args.AsSpan(1)));
            return Done;
        case "kernels":
            KernelsCommand.Run(Options.Parse(args.AsSpan(1)));
            return Done;
        case Startup.Command:
            Startup.RunChild();
            return Done;
        default:
            throw new BadOptionException("Say what to measure.");
    }
}
catch (BadOptionException bad)
{
    Console.Error.WriteLine(bad.Message);
    Console.Error.WriteLine(Options.Usage);
    return BadOptions;
}
