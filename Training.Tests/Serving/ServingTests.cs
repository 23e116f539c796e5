using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Xunit;

namespace StaticNets.Training.Tests.Serving;

[Collection(AloneCollection.Name)]
public sealed class ServingTests
{
    private const float Rate = 1f / 1024;
    private const int States = 25;
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(120);

    [Fact]
    public void Predictions_beside_a_trainer_are_never_torn()
    {
        ServedNet net = new();
        net.Parameters.Clear();
        using ServedNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { LearningRate = Rate, Threads = 2 });
        Serve(net, step =>
        {
            // Every weight takes the same way, so all are equal in every state between two updates.
            trainer.Gradients.Fill(-1);
            trainer.ApplyGradients();
        });
    }

    [Fact]
    public void Predictions_beside_copies_are_never_torn()
    {
        ServedNet served = new();
        served.Parameters.Clear();
        ServedNet trained = served.Clone();
        Serve(served, step =>
        {
            trained.Parameters.Fill(step * Rate);
            served.CopyFrom(trained);
        });
    }

    [Fact]
    public void A_clone_is_a_net_of_its_own()
    {
        PointNet net = new(seed: 7);
        PointNet clone = net.Clone();
        Assert.Equal(net.Parameters.ToArray(), clone.Parameters.ToArray());
        clone.Fit(Samples.Points(20), new FitOptions { Verbose = Verbose.Silent });
        Assert.Equal(new PointNet(seed: 7).Parameters.ToArray(), net.Parameters.ToArray());
        Assert.NotEqual(net.Parameters.ToArray(), clone.Parameters.ToArray());
        net.CopyFrom(clone);
        Assert.Equal(clone.Parameters.ToArray(), net.Parameters.ToArray());
    }

    /// <summary>Asks the net on two threads while another one changes its weights step by step.</summary>
    private static void Serve(ServedNet net, Action<int> change)
    {
        using CancellationTokenSource stop = new(s_most);
        List<Exception> failures = [];
        int[] answers = new int[2];
        int[] states = new int[2];
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(index => new Thread(() => Ask(index)))];
        Array.ForEach(threads, thread => thread.Start());
        for (int step = 1; !stop.IsCancellationRequested && IsWanting(); step++)
        {
            change(step);
            if (step % 16 == 0)
            {
                // The machine may be slow; none must be left behind.
                int[] before = [.. answers];
                SpinWait.SpinUntil(() => stop.IsCancellationRequested
                    || (Volatile.Read(ref answers[0]) > before[0] && Volatile.Read(ref answers[1]) > before[1]));
            }
        }

        stop.Cancel();
        Array.ForEach(threads, thread => thread.Join());
        Assert.Empty(failures);
        Assert.All(states, count => Assert.True(count >= States, $"{count} states"));

        bool IsWanting() => Volatile.Read(ref states[0]) < States || Volatile.Read(ref states[1]) < States;

        void Ask(int index)
        {
            try
            {
                float[] inputs = [.. Enumerable.Repeat(1f, ServedNet.InputSize)];
                float[] outputs = new float[ServedNet.OutputSize];
                float last = 0;
                for (; !stop.IsCancellationRequested; answers[index]++)
                {
                    net.Predict(inputs, outputs);
                    float weight = outputs[0] / 513 / Rate;
                    Assert.All(outputs, output => Assert.Equal(outputs[0], output));
                    Assert.Equal(MathF.Round(weight), weight);
                    Assert.True(weight >= last, $"{weight} after {last}");
                    states[index] += weight > last ? 1 : 0;
                    last = weight;
                }
            }
            catch (Exception failure)
            {
                lock (failures)
                {
                    failures.Add(failure);
                }

                stop.Cancel();
            }
        }
    }
}
