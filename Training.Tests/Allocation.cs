using System;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Training.Tests;

internal static class Allocation
{
    private const int Calls = 30;

    /// <summary>Warm calls allocate nothing, on any thread.</summary>
    public static void None(Action call)
    {
        call();
        Assert.Equal(0, AllocatedBytes.OfCalls(Calls, call));
    }
}
