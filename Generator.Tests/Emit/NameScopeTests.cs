using System;
using StaticNets.Generator.Common;
using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>In one scope each name stands for one thing.</summary>
public sealed class NameScopeTests
{
    [Fact]
    public void A_name_that_is_taken_gets_a_number()
    {
        NameScope scope = new(["memory"]);

        Assert.Equal("dense", scope.Reserve("dense"));
        Assert.Equal("dense2", scope.Reserve("dense"));
        Assert.Equal("dense3", scope.Reserve("dense"));
        Assert.Equal("memory2", scope.Reserve("memory"));
        Assert.Equal("memory_layer", scope.Reserve("memory", "memory_layer"));
        Assert.Equal("memory_layer2", scope.Reserve("memory", "memory_layer"));
        Assert.True(scope.Has("memory_layer2"));
        Assert.False(scope.Has("Memory"));
    }

    [Fact]
    public void A_thing_keeps_its_name()
    {
        NameScope scope = new([]);

        Assert.Equal("conv", scope.Of(("a", 1), "conv"));
        Assert.Equal("conv2", scope.Of(("b", 1), "conv"));
        Assert.Equal("conv", scope.Of(("a", 1), "conv"));
        Assert.Equal("conv", scope.Of(("a", 1), "other"));
    }

    [Fact]
    public void A_declaration_of_one_name_with_two_values_throws()
    {
        Orchestrator orchestrator = new(new LocalNames(new ValueNames([])), new CodeLimit(default));

        void Call(string variable, string place) =>
            orchestrator.Call(new Callee("F", [KernelOperand.Declared("x", variable, place, "(N, 3)")]));

        Call("scratch", "memory.Scratch(worker)");
        Call("scratch", "memory.Scratch(worker)");
        Assert.Throws<InvalidOperationException>(() => Call("scratch", "memory.Inputs"));
        Assert.Throws<InvalidOperationException>(() => Call("nobodys", "memory.Inputs"));
    }
}
