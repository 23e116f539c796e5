using System;
using System.IO;
using System.Linq;
using static System.FormattableString;

namespace StaticNets.Serialization;

/// <summary>
/// All that a trainer and its fit are made of, as a safetensors file: the weights by their names, the slots as <c>trainer/slot/0</c> and so
/// on, what callbacks keep for each parameter as <c>trainer/callback/...</c>, and the rest in the metadata.
/// </summary>
internal static class Checkpoint
{
    public static void Write(Stream stream, IGradientTrainer trainer, FitState? fit)
    {
        CheckpointState state = new()
        {
            Iteration = trainer.Iteration,
            Updates = trainer.Updates,
            AccumulatedGradients = trainer.AccumulatedGradients,
            Steps = trainer.Steps,
            Seed = trainer.Seed,
            LearningRate = trainer.LearningRate,
            Fit = fit,
        };
        CheckpointArray[] arrays =
        [
            .. Enumerable.Range(0, trainer.SlotCount)
                .Select(slot => new CheckpointArray(CheckpointArray.OfSlot(slot), trainer.GetSlot(slot).ToArray())),
            .. fit?.Arrays ?? [],
        ];
        SafetensorsWriter.Write(stream, trainer.Info, trainer.Parameters, arrays, state.ToJson());
    }

    /// <summary>Reads all before it changes anything.</summary>
    /// <returns>Where the fit stood that wrote it, if one did.</returns>
    /// <exception cref="InvalidDataException">The contents are damaged or belong to another net or optimizer.</exception>
    public static FitState? Read(Stream stream, IGradientTrainer trainer, string source, Action<FitState?>? check = null)
    {
        SafetensorsFile file = SafetensorsReader.Read(stream, trainer.Info, source, withArrays: true);
        if (!file.Metadata.TryGetValue(MetadataKeys.Checkpoint, out string? text))
        {
            throw new InvalidDataException($"{source} holds weights, but is no checkpoint: it says nothing of a trainer.");
        }

        CheckpointState state = CheckpointState.Parse(text, file.Arrays, source);
        int slots = file.Arrays.Keys.Count(CheckpointArray.IsSlot);
        if (slots != trainer.SlotCount || !Enumerable.Range(0, slots).All(slot => file.Arrays.ContainsKey(CheckpointArray.OfSlot(slot))))
        {
            string here = Invariant($"this trainer of {trainer.Info.Name} keeps {trainer.SlotCount}");
            throw new InvalidDataException(
                Invariant($"{source} does not fit: it holds {slots} values for each parameter, but {here}."));
        }

        check?.Invoke(state.Fit);
        Apply(trainer, file, state, source);
        return state.Fit;
    }

    private static void Apply(IGradientTrainer trainer, SafetensorsFile file, CheckpointState state, string source)
    {
        SetCounters(trainer, state, source);
        trainer.SetParameters(file.Parameters);
        for (int slot = 0; slot < trainer.SlotCount; slot++)
        {
            file.Arrays[CheckpointArray.OfSlot(slot)].CopyTo(trainer.GetSlot(slot));
        }

        trainer.Iteration = state.Iteration;
        trainer.Seed = state.Seed;
        if (trainer.LearningRateSchedule is null)
        {
            trainer.LearningRate = state.LearningRate;
        }
    }

    /// <summary>Sets what a trainer may refuse, by its options; then nothing has changed.</summary>
    private static void SetCounters(IGradientTrainer trainer, CheckpointState state, string source)
    {
        int accumulated = trainer.AccumulatedGradients;
        try
        {
            trainer.AccumulatedGradients = state.AccumulatedGradients;
        }
        catch (ArgumentOutOfRangeException)
        {
            string there = Invariant($"{state.AccumulatedGradients} gradients wait there");
            throw new InvalidDataException($"{source} does not fit: {there}, more than this trainer averages (GradientAccumulationSteps).");
        }

        try
        {
            trainer.Updates = state.Updates;
        }
        catch (ArgumentOutOfRangeException)
        {
            trainer.AccumulatedGradients = accumulated;
            throw new InvalidDataException(Invariant(
                $"{source} does not fit: it counts {state.Updates} updates, too many for this trainer's GradientAccumulationSteps."));
        }

        if (state.Steps is long steps)
        {
            trainer.Steps = steps;
        }
    }
}
