using System.Collections.Generic;
using System.IO;

namespace StaticNets.Training.Tests.Callbacks;

/// <summary>Runs callbacks over epochs whose monitored value is given beforehand.</summary>
internal static class Script
{
    /// <summary>Fits for as many epochs as there are values. Null leaves the value out of that epoch's logs.</summary>
    public static History Run(ITrainer trainer, Callback callback, string name, IReadOnlyList<double?> values, TextWriter? output = null) =>
        trainer.Fit(Samples.Points(4), new FitOptions
        {
            Epochs = values.Count,
            Verbose = Verbose.Silent,
            Output = output ?? TextWriter.Null,
            Callbacks = [new Scripted(name, values), callback],
        });

    private sealed class Scripted(string name, IReadOnlyList<double?> values) : Callback
    {
        public override void OnEpochEnd(int epoch, TrainingLogs logs)
        {
            if (values[epoch] is double value)
            {
                logs[name] = value;
            }
        }
    }
}
