using StaticNets.Generator.Ir;
using StaticNets.Generator.Passes;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>What nobody reads goes.</summary>
public class RemoveUnreadTests
{
    [Fact]
    public void A_mask_that_only_training_reads_goes_with_it()
    {
        const string Attributes = """
            [Input(5, 4, Name = "a")] [Input(5, 4, Name = "b")] [Masking(Name = "m", From = "a")] [Masking(Name = "k", From = "b")]
            [Add("m", "k")] [BatchNormalization] [Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
            """;
        Graph graph = Graphs.Of(Attributes);
        Assert.Contains("%add_mask = combine_masks", GraphPrinter.Print(graph));
        Assert.Contains("mask=%add_mask", GraphPrinter.Print(RemoveUnread.Run(graph)));

        // The loss of the masked output reads the mask still, a net without one does not.
        Graph inference = InferenceForm.Run(graph);
        Assert.Contains("%add_mask = combine_masks", GraphPrinter.Print(RemoveUnread.Run(inference)));
        Graph unmasked = inference with { Outputs = [inference.MainOutput with { Mask = null }] };
        Assert.DoesNotContain("%add_mask", GraphPrinter.Print(RemoveUnread.Run(unmasked)));
    }

    [Fact]
    public void Inputs_and_penalties_stay() => PassCase.CheckUnchanged(
        "[Input(4)] [Dense(2, ActivityL2 = 0.1)] [Compile(Loss.MeanSquaredError, Optimizer.Sgd)]",
        RemoveUnread.Run);
}
