using System;
using System.Linq;
using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;
using Xunit;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>A kernel's parameters and the arguments of calls to it follow from one list of operands.</summary>
public class KernelOperandTests
{
    [Fact]
    public void Signature_and_call_have_the_same_operands_in_one_order()
    {
        KernelMethods kernels = new(Flavour.Of(Target.V3), new CodeLimit(default));

        Callee callee = kernels.Add(
            training: false,
            "F",
            "Does it.",
            [KernelOperand.Reference("x", "conv"), null, KernelOperand.Of("ulong", "key", "42"), KernelOperand.Range("n", "0", "n")],
            writer => writer.Line("x = key;"));

        Assert.Equal("ref float x, ulong key, int n0, int n1", kernels.Inference.Single().Parameters);
        Assert.Equal("F(ref conv, 42, 0, n);", callee.Call());
    }

    [Fact]
    public void A_call_replaces_values_by_the_names_of_operands()
    {
        Callee callee = new("F", [KernelOperand.Reference("x"), KernelOperand.Of("int", "image", "image")]);

        Assert.Equal("F(ref Unsafe.Add(ref x, n * 8), 0);", callee.Call(KernelOperand.Reference("x").From(At.Times("n", 8)), Image("0")));
        Assert.Throws<InvalidOperationException>(() => callee.Call(KernelOperand.Reference("y")));
    }

    private static KernelOperand Image(string value) => KernelOperand.Of("int", "image", value);
}
