using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Passes;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Plan;

/// <summary>A training step run in simulated memory.</summary>
public sealed class TrainingPlanTests
{
    private const int Cases = 150;

    /// <summary>No pass, forwards or backwards, finds a value overwritten that it reads.</summary>
    [Fact]
    public void Values_stay_until_the_last_pass_that_reads_them() => ForAll(plan =>
    {
        SimulatedMemory memory = Forward(plan);
        foreach (Operation operation in plan.Trained.Reverse().Where(plan.GoesBackward))
        {
            Assert.True(!operation.BackwardReadsResult || memory.Holds(operation.Result), $"{operation.Result} is gone.");
            Assert.All(
                operation.Operands.Where(_ => operation.BackwardReadsOperands),
                operand => Assert.True(memory.Holds(operand.Value), $"{operand.Value} is gone."));
        }
    });

    /// <summary>The first pass that has a share of a gradient stores it, and all others add to it; it is whole before it is read.</summary>
    [Fact]
    public void Gradients_are_stored_once_and_then_added_to() => ForAll(plan =>
    {
        HashSet<Value> stored = [.. plan.Graph.TrainedOutputs.Select(output => Owner(output.Compared))];
        HashSet<Value> read = [];
        foreach (Operation operation in plan.Trained.Reverse().Where(plan.GoesBackward))
        {
            Assert.True(stored.Contains(Owner(operation.Result)), $"Nobody stored the gradient of {operation.Result}.");
            read.Add(Owner(operation.Result));
            for (int i = 0; i < operation.Operands.Count; i++)
            {
                Value owner = Owner(operation.Operands[i].Value);
                if (plan.NeedsGradient(operation.Operands[i].Value) && owner != Owner(operation.Result))
                {
                    Assert.Equal(stored.Contains(owner), plan.Accumulation.Adds(operation, i));
                    Assert.DoesNotContain(owner, read);
                    stored.Add(owner);
                }
            }
        }

        Value Owner(Value value) => plan.Planned.Sharing.Owner(value);
    });

    /// <summary>Every value of training has a buffer of its own, its operand's, or a place in the memory of the frozen trunk.</summary>
    [Fact]
    public void Each_value_has_one_place() => ForAll(plan =>
    {
        Value[] buffers = [.. plan.PerSample.Where(buffer => buffer.Role == BufferRole.Output).Select(buffer => buffer.Of)];
        Assert.Equal(buffers.Distinct(), buffers);
        Assert.All(plan.Graph.Operations, operation =>
        {
            Value owner = plan.Planned.Sharing.Owner(operation.Result);
            bool[] places = [buffers.Contains(owner), plan.Frozen.IsOfBlock(owner), owner == plan.Planned.WholeInput];
            Assert.Single(places, isThere => isThere);
        });
    });

    private static SimulatedMemory Forward(TrainingPlan plan)
    {
        SimulatedMemory memory = new();
        HashSet<Operation> frozen = [.. plan.Frozen.Operations];
        IEnumerable<Operation> others = plan.Graph.Operations.Where(operation => !frozen.Contains(operation));
        foreach (Operation operation in plan.Frozen.Operations.Concat(others))
        {
            if (operation == plan.Trained.FirstOrDefault())
            {
                memory.Clear(plan.Frozen);
            }

            Assert.All(
                operation.Operands,
                operand => Assert.True(memory.Holds(operand.Value), $"{operand.Value} is gone before {GraphPrinter.Line(operation)}."));
            Value owner = plan.Planned.Sharing.Owner(operation.Result);
            if (operation.IsView)
            {
                memory.View(operation.Source, operation.Result);
            }
            else if (plan.Frozen.IsOfBlock(owner))
            {
                memory.Store(plan.Frozen, plan.Frozen.Offset(owner), (long)owner.Shape.Size * plan.Frozen.BlockSize, operation.Result);
            }
            else
            {
                memory.Store(owner, 0, owner.Shape.Size, operation.Result);
            }
        }

        return memory;
    }

    private static void ForAll(System.Action<TrainingPlan> check) => Nets.Any.Sample(
        net => check(TrainingPlan.Of(PassPipeline.ForTraining(Graphs.Of(net), CancellationToken.None), CancellationToken.None)),
        iter: Cases);
}
