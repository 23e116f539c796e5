using StaticNets.Generator.Passes;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>What a net is while it predicts.</summary>
public class InferenceFormTests
{
    [Fact]
    public void Noise_penalties_and_batch_statistics_go() => PassCase.Check(
        """
        [Input(5, 3)]
        [Masking]
        [GaussianNoise(0.1)]
        [BatchNormalization]
        [LSTM(4, Dropout = 0.1, RecurrentDropout = 0.2)]
        [Dropout(0.5)]
        [Dense(2, ActivityL1 = 0.1)]
        [Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
        """.ReplaceLineEndings(" "),
        InferenceForm.Run,
        """
        %input_layer = input : (5, 3)
        %masking_mask = mask_steps x=%input_layer {value: 0} : (5) Mask
        %masking = clear_masked x=%input_layer mask=%masking_mask : (5, 3)
        %gaussian_noise = noise x=%masking {kind: Gaussian, rate: 0.1} : (5, 3)
        %batch_normalization = batch_normalization x=%gaussian_noise mask=%masking_mask @batch_normalization/gamma @batch_normalization/beta @batch_normalization/moving_mean! @batch_normalization/moving_variance! {epsilon: 0.001, statistics: batch} : (5, 3)
        %lstm_dropout = noise x=%batch_normalization {kind: GateDropout, rate: 0.1, gates: 4} : (5, 12)
        %lstm_steps = recurrence x=%lstm_dropout mask=%masking_mask @lstm/kernel @lstm/recurrent_kernel @lstm/bias {cell: Lstm, activation: Tanh, gates: Sigmoid, returns: last, state_dropout: 0.2} : (4)
        %dropout = noise x=%lstm_steps {kind: Dropout, rate: 0.5} : (4)
        %dense = matrix_product x=%dropout @dense/kernel @dense/bias : (2)
        %dense_activity_penalty = activity_penalty x=%dense {l1: 0.1, l2: 0} : (1) Penalty
        output dense = %dense loss=MeanSquaredError
        """,
        """
        %input_layer = input : (5, 3)
        %masking_mask = mask_steps x=%input_layer {value: 0} : (5) Mask
        %masking = clear_masked x=%input_layer mask=%masking_mask : (5, 3)
        %batch_normalization = batch_normalization x=%masking @batch_normalization/gamma @batch_normalization/beta @batch_normalization/moving_mean! @batch_normalization/moving_variance! {epsilon: 0.001, statistics: moving} : (5, 3)
        %lstm_steps = recurrence x=%batch_normalization mask=%masking_mask @lstm/kernel @lstm/recurrent_kernel @lstm/bias {cell: Lstm, activation: Tanh, gates: Sigmoid, returns: last} : (4)
        %dense = matrix_product x=%lstm_steps @dense/kernel @dense/bias : (2)
        output dense = %dense loss=MeanSquaredError
        """);
}
