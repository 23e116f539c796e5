using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Emit.Files;

/// <summary>Writes the class with the kernels of one target: its part for inference, and its part for training.</summary>
internal static class KernelFile
{
    private static readonly Variable s_weights = new("w", "ref float w = ref memory.Parameters;");
    private static readonly Variable s_gradients = new("dw", "ref float dw = ref memory.Gradients;");
    private static readonly Variable s_workspace =
        new("workspace", "ref float workspace = ref memory.Scratch(worker); // this worker's");

    public static void WriteInference(SourceWriter writer, KernelClass kernels)
    {
        writer.Line($"/// <summary>What runs on {kernels.Target.Description}.</summary>");
        using (writer.Block($"internal static partial class {kernels.Target.KernelClass}"))
        {
            writer.Line("/// <summary>The forward pass of n samples, whose inputs stand at the workspace's begin.</summary>");
            Write(writer, "public", PassMethods.Predict, kernels.Predict, []);
            if (!kernels.PrepareWeights.IsEmpty)
            {
                writer.Line();
                writer.Line("/// <summary>Weights in the layouts that Predict reads, behind the parameters.</summary>");
                Write(writer, "public", PassMethods.PrepareWeights, kernels.PrepareWeights, []);
            }

            WriteMethods(writer, kernels.Kernels.Inference);
        }
    }

    public static void WriteTraining(SourceWriter writer, KernelClass kernels)
    {
        using (writer.Block($"partial class {kernels.Target.KernelClass}"))
        {
            writer.Line("/// <summary>The forward pass of n samples and the loss of each.</summary>");
            Write(writer, "public", PassMethods.PredictLoss(kernels.Known), kernels.PredictLoss, []);
            writer.Line();
            if (!kernels.DeriveWeights.IsEmpty)
            {
                writer.Line("/// <summary>Weights in the layouts that the backward pass reads: one worker's share.</summary>");
                Write(writer, "public", PassMethods.DeriveWeights, kernels.DeriveWeights, [s_weights]);
                writer.Line();
            }

            if (!kernels.FrozenLayers.IsEmpty)
            {
                WriteFrozenLayers(writer, kernels);
                writer.Line();
            }

            WriteForwardBackward(writer, kernels);
            writer.Line();
            writer.Line("/// <summary>The gradients of all weights, summed over the batch: one worker's share of their tiles.</summary>");
            Write(writer, "public", PassMethods.WeightGradients, kernels.WeightGradients, [s_weights, s_gradients]);
            if (!kernels.Statistics.IsEmpty)
            {
                writer.Line();
                writer.Line("/// <summary>Takes the batch's statistics into the moving ones.</summary>");
                Write(writer, "public", PassMethods.UpdateStatistics, kernels.Statistics, [s_weights]);
            }

            WriteMethods(writer, kernels.Kernels.Training);
        }
    }

    private static void WriteFrozenLayers(SourceWriter writer, KernelClass kernels)
    {
        writer.Line("""
            /// <summary>
            /// The forward pass of the layers below the first trained one, as in inference: only what others read is kept for the batch.
            /// </summary>
            """);
        using (writer.Block($"private static void {PassMethods.FrozenLayers}"))
        {
            using (writer.Block($"for (int first = n0; first < n1; first += {Literal.Int(kernels.FrozenBlockSize)})"))
            {
                writer.Line($"int n = Math.Min({Literal.Int(kernels.FrozenBlockSize)}, n1 - first);");
                kernels.FrozenLayers.WriteTo(writer, [s_weights, s_workspace], kernels.FrozenBlockSize);
            }
        }
    }

    /// <summary>One method, or one for each stretch between layers that wait for the whole batch.</summary>
    private static void WriteForwardBackward(SourceWriter writer, KernelClass kernels)
    {
        int parts = kernels.ForwardBackward.Parts;
        if (parts == 1)
        {
            writer.Line("/// <summary>Forward pass, loss and input gradients of the samples n0 to n1.</summary>");
            Write(writer, "public", PassMethods.ForwardBackward, kernels.ForwardBackward, [s_weights], kernels.BlockSize);
            return;
        }

        writer.Line(
            "/// <summary>Forward pass, loss and input gradients of the samples n0 to n1, in parts: "
            + "before each, the one before is done for the whole batch.</summary>");
        Signature[] methods = [.. Enumerable.Range(0, parts).Select(part => kernels.PartOfForwardBackward(part))];
        using (writer.Block($"public static void {PassMethods.PartOfForwardBackward}"))
        using (writer.Block("switch (part)"))
        {
            for (int part = 0; part < parts; part++)
            {
                writer.Line(part < parts - 1 ? $"case {Literal.Int(part)}:" : "default:");
                writer.Line($"    {methods[part].Name}(memory, worker, n0, n1);");
                writer.Line("    break;");
            }
        }

        for (int part = 0; part < parts; part++)
        {
            writer.Line();
            Write(writer, "private", methods[part], kernels.ForwardBackward, [s_weights], kernels.BlockSize, part);
        }
    }

    private static void Write(
        SourceWriter writer,
        string access,
        Signature signature,
        Orchestrator orchestrator,
        IReadOnlyList<Variable> declarations,
        int blockSize = 0,
        int part = 0)
    {
        using (writer.Block($"{access} static void {signature}"))
        {
            orchestrator.WriteTo(writer, declarations, blockSize, part);
        }
    }

    private static void WriteMethods(SourceWriter writer, IReadOnlyList<KernelMethod> methods)
    {
        foreach (KernelMethod method in methods)
        {
            writer.Line();
            writer.Line($"/// <summary>{XmlText.Escape(method.Summary)}</summary>");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (writer.Block($"private static void {method.Name}({method.Parameters})"))
            {
                writer.Line(method.Body.TrimEnd('\n'));
            }
        }
    }
}
