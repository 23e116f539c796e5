using System.Linq;
using System.Threading;
using CsCheck;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Passes;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Plan;

/// <summary>Predictions run in a simulated workspace: no operation finds a value overwritten that it reads.</summary>
public sealed class InferencePlanTests
{
    private const int Cases = 150;

    [Fact]
    public void Values_that_are_alive_together_never_overlap() => Nets.Any.Sample(
        net => Run(PlanOf(net)), iter: Cases);

    [Fact]
    public void Places_are_used_again()
    {
        InferencePlan plan = PlanOf("[Input(64), Dense(64), Dense(64), Dense(64), Dense(64), Dense(64), Dense(64)]");

        Assert.Equal(2, plan.Graph.Operations.Select(operation => plan.Offset(operation.Result)).Distinct().Count());
    }

    private static InferencePlan PlanOf(string net) =>
        InferencePlan.Of(PassPipeline.ForInference(Graphs.Of(net), CancellationToken.None), CancellationToken.None);

    private static void Run(InferencePlan plan)
    {
        SimulatedMemory memory = new();
        var inputs = new Value("inputs", new Shape(plan.Graph.InputSize), ValueRole.Input);
        memory.Store(plan, 0, (long)plan.Graph.InputSize * plan.BlockSize, inputs);
        foreach (Operation operation in plan.Graph.Operations)
        {
            Value result = operation.Result;
            Assert.True(operation is not Input || memory.Holds(inputs), $"The inputs are gone before {GraphPrinter.Line(operation)}.");
            Assert.All(
                operation.Operands,
                operand => Assert.True(memory.Holds(operand.Value), $"{operand.Value} is gone before {GraphPrinter.Line(operation)}."));
            if (operation.IsView)
            {
                memory.View(operation.Source, result);
                continue;
            }

            long size = (long)result.Shape.Size * plan.BlockSize;
            memory.Store(plan, plan.Offset(result), size, result);
            Assert.True(plan.Offset(result) + size <= plan.ScratchOffset, $"{result} reaches into the memory of operations.");
            bool keepsOperands = plan.Planned.Sharing.Shares(result)
                || operation.Operands.All(operand => memory.Holds(operand.Value));
            Assert.True(keepsOperands, $"{GraphPrinter.Line(operation)} writes over what it reads.");
        }

        Assert.True(memory.Holds(plan.Graph.Result));
    }
}
