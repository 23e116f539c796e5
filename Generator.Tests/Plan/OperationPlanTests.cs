using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using Xunit;

namespace StaticNets.Generator.Tests.Plan;

/// <summary>What each family of operations keeps, derives and needs, by hand for small sizes.</summary>
public sealed class OperationPlanTests
{
    private const string Image = "Input(8, 8, 4), ";

    [Fact]
    public void Dense_layers_read_their_kernel_transposed_where_a_gradient_goes_further()
    {
        Check<MatrixProduct>("Input(4), Dense(3)", "many samples", "scratch 16; many samples");
        Check<MatrixProduct>("Input(4), Dense(3), Dense(2)", "many samples", "derived Transposed 6; scratch 12; many samples");
    }

    [Fact]
    public void A_dense_layer_over_the_steps_of_a_sequence_goes_by_blocks() =>
        Check<MatrixProduct>("Input(5, 4), Dense(3)", "", "scratch 16");

    [Fact]
    public void What_is_folded_into_weights_is_derived_of_them() =>
        Assert.Equal(
            "derived FoldedKernel 144, FoldedBias 4", PrintedPlan.Inference<Convolution>(Image + "Conv2D(4, 3), BatchNormalization"));

    [Fact]
    public void A_pooling_that_is_fused_keeps_which_position_won() =>
        Check<Convolution>(Image + "Conv2D(4, 3), MaxPooling2D(2)", "", "saved Winner 36; scratch 576");

    [Fact]
    public void Depthwise_convolutions() => Check<DepthwiseConvolution>(Image + "DepthwiseConv2D(3)", "", "scratch 36");

    [Fact]
    public void Transposed_convolutions_turn_their_kernel_round() =>
        Check<TransposedConvolution>(Image + "Conv2DTranspose(2, 3)", "derived Transposed 72", "derived Transposed 72; scratch 72");

    [Fact]
    public void Batch_normalizations_have_sums_of_the_batch_and_of_each_worker() =>
        Check<BatchNormalization>(
            "Input(4), Activation(Activation.Relu), BatchNormalization",
            "derived Scale 4",
            "saved BetaSums 4, GammaSums 4; per worker Statistics 20");

    [Fact]
    public void Layer_normalizations_keep_the_statistics_of_each_row()
    {
        Check<RowNormalization>("Input(3, 4), LayerNormalization", "", "saved Mean 3, Inverse 3");
        Check<RowNormalization>("Input(3, 4), RMSNormalization", "", "saved Inverse 3");
    }

    [Fact]
    public void Group_normalizations_keep_them_of_each_channel() =>
        Check<GroupNormalization>(Image + "GroupNormalization(2)", "scratch 8", "saved Mean 4, Inverse 4; scratch 8");

    [Fact]
    public void An_attention_keeps_its_probabilities() =>
        Check<Attention>("Input(5, 4), MultiHeadAttention(2, 3)", "scratch 104", "saved Probabilities 80; scratch 104");

    [Fact]
    public void Poolings_need_memory_only_where_many_windows_meet()
    {
        Check<Pooling>(Image + "Conv2D(4, 1), AveragePooling2D(2)", "", "");
        Check<Pooling>("Input(40, 40, 1), Conv2D(1, 1), AveragePooling2D(20, Strides = 1)", "", "scratch 1600");
    }

    [Fact]
    public void Embeddings_sort_their_places_by_rows() =>
        Check<Gather>("Input(5), Embedding(7, 3)", "", "saved Place 5; derived End 7");

    /// <summary>A prediction needs the packed matrices alone; the way back the gates and states of each step, too.</summary>
    [Theory]
    [InlineData(
        "SimpleRNN",
        "derived Packed 15; scratch 64",
        "saved Gates 15, States 15; derived Packed 15, PackedTransposed 9; scratch 64")]
    [InlineData(
        "LSTM",
        "derived Packed 60; scratch 160",
        "saved Gates 60, States 15, Cells 15; derived Packed 60, PackedTransposed 36; scratch 160")]
    [InlineData(
        "GRU",
        "derived Packed 45; scratch 136",
        "saved Gates 60, States 15; derived Packed 45, PackedTransposed 27; scratch 136")]
    public void Recurrences_pack_their_matrices(string cell, string inference, string training)
    {
        const string Together = "; many samples; 8 samples together";

        Check<Recurrence>($"Input(5, 2), {cell}(3)", inference + Together, training + Together);
    }

    private static void Check<T>(string layers, string inference, string training)
        where T : Operation
    {
        Assert.Equal((inference, training), (PrintedPlan.Inference<T>(layers), PrintedPlan.Training<T>(layers)));
    }
}
