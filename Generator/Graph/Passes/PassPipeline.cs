namespace StaticNets.Generator.Graph.Passes;

/// <summary>
/// All passes in their order. Each leaves a graph that could be emitted. Inference and training have a graph of their own: what one drops
/// or fuses, the other may need.
/// </summary>
internal static class PassPipeline
{
    public static void RunForInference(NetGraph graph)
    {
        Prepare(graph, training: false);

        // What does nothing while the net predicts.
        DropTrainingOnly.Run(graph);

        // A batch normalization becomes part of the weights before it.
        FoldNormalization.Run(graph, _ => true);

        Fuse(graph, training: false);

        // Several outputs stand side by side in the end.
        GatherOutputs.Run(graph);

        // Which outputs take the place of their input.
        ShareBuffers.Run(graph, training: false);
    }

    public static void RunForTraining(NetGraph graph)
    {
        // Penalties of outputs are read off in training only.
        PenalizeActivities.Run(graph);

        Prepare(graph, training: true);

        // What is for predictions alone.
        LeaveOutUntrained.Run(graph);

        // Which layers run as in inference.
        MarkFrozenTrunk.Run(graph);

        // A batch normalization in them becomes part of the weights before it.
        FoldNormalization.Run(graph, node => node.IsInFrozenTrunk);

        Fuse(graph, training: true);

        // The same again, since there are other layers now.
        MarkFrozenTrunk.Run(graph);

        // Which values need a gradient at all.
        MarkGradients.Run(graph);

        // Which outputs take the place of their input.
        ShareBuffers.Run(graph, training: true);
    }

    private static void Prepare(NetGraph graph, bool training)
    {
        // A layer that is made of others becomes those, so that the passes see them.
        ExpandLayers.Run(graph);

        if (training)
        {
            // Two losses never store their gradients in one place.
            SeparateOutputs.Run(graph);
        }

        // Which steps of sequences count, for the layers that ask.
        PropagateMasks.Run(graph, training);

        // Where weights stand in the parameter block: Keras' order, which is the declaration's.
        LayOutParameters.Run(graph);
    }

    private static void Fuse(NetGraph graph, bool training)
    {
        // Layers that work on the steps of the same sequences become neighbours.
        MergeSteps.Run(graph);

        // Every activation becomes a node, so that those behind a layer and those declared apart are treated alike.
        SeparateActivations.Run(graph);

        // The last one goes with the loss where their gradient is simpler together.
        FuseLoss.Run(graph);

        // Cheap ones go back into the layer that feeds them, and are applied to results in registers.
        FuseActivations.Run(graph, training);

        // Zeros around a convolution's input need no copy of it.
        FoldZeroPadding.Run(graph);

        // A convolution stores only what the pooling behind it keeps, and computes only what that reads.
        FusePooling.Run(graph);

        // How each pass of a convolution is computed.
        ChooseConvolutions.Run(graph);
    }
}
