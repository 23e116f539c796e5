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
            if (kernels.HasLoss)
            {
                writer.Line("/// <summary>The forward pass of n samples and the loss of each.</summary>");
                Write(writer, "public", PassMethods.PredictLoss(kernels.Known), kernels.PredictLoss, []);
                writer.Line();
            }

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

            WriteSamplePasses(writer, kernels);
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

    /// <summary>The passes over samples, in their order.</summary>
    private static void WriteSamplePasses(SourceWriter writer, KernelClass kernels)
    {
        WritePass(writer, kernels, PassMethods.Forward, kernels.Forward, "The forward pass of the samples n0 to n1");
        if (kernels.HasLoss)
        {
            WriteWhole(PassMethods.ComputeLosses, kernels.ComputeLosses, "The loss of each of the samples n0 to n1, and its gradient.");
        }

        WriteWhole(PassMethods.ShowOutputs, kernels.ShowOutputs, "Puts outputs where the trainer shows them.");
        WriteWhole(PassMethods.TakeOutputGradients, kernels.TakeOutputGradients, "Takes gradients of outputs that came from outside.");
        WritePass(writer, kernels, PassMethods.Backward, kernels.Backward, "The gradients of values, of the samples n0 to n1");
        if (!kernels.GiveInputGradients.IsEmpty)
        {
            WriteWhole(PassMethods.GiveInputGradients, kernels.GiveInputGradients, "Hands out the gradients of the inputs.");
        }

        void WriteWhole(Signature method, Orchestrator calls, string summary)
        {
            writer.Line($"/// <summary>{summary}</summary>");
            Write(writer, "public", method, calls, [s_weights], kernels.BlockSize);
            writer.Line();
        }
    }

    /// <summary>One method, or one for each stretch between layers that wait for the whole batch.</summary>
    private static void WritePass(SourceWriter writer, KernelClass kernels, Signature pass, Orchestrator calls, string summary)
    {
        if (calls.IsEmpty)
        {
            return;
        }

        if (calls.Parts == 1)
        {
            writer.Line($"/// <summary>{summary}.</summary>");
            Write(writer, "public", pass, calls, [s_weights], kernels.BlockSize);
            writer.Line();
            return;
        }

        int[] parts = [.. Enumerable.Range(0, calls.Parts).Where(part => !calls.IsPartEmpty(part))];
        Signature[] methods = [.. parts.Select(part => kernels.Part(pass, part))];
        writer.Line($"/// <summary>{summary}, in parts: before each, the one before is done for the whole batch.</summary>");
        using (writer.Block($"public static void {PassMethods.InParts(pass)}"))
        using (writer.Block("switch (part)"))
        {
            for (int i = 0; i < parts.Length; i++)
            {
                writer.Line($"case {Literal.Int(parts[i])}:");
                writer.Line($"    {methods[i].Name}(memory, worker, n0, n1);");
                writer.Line("    break;");
            }
        }

        writer.Line();
        for (int i = 0; i < parts.Length; i++)
        {
            Write(writer, "private", methods[i], calls, [s_weights], kernels.BlockSize, parts[i]);
            writer.Line();
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
