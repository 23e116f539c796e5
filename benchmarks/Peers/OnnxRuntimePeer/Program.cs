using System;
using System.Linq;
using Microsoft.ML.OnnxRuntime;
using StaticNets.Benchmarks.Peers;

// Predicts with ONNX Runtime when told to, as a .NET program would: tensors allocated once, input and output bound.
//
//   versions         -> versions ONNX Runtime 1.31.1 in .NET 10.0.0
//   predict MODEL    -> ready
//   run WARM COUNT   -> us 41.2     (the mean of COUNT predictions, after WARM untimed ones)
Action predict = () => throw new InvalidOperationException("No model is loaded.");
PeerLoop.Run(arguments =>
{
    switch (arguments)
    {
        case ["versions"]:
            return $"versions ONNX Runtime {OrtEnv.Instance().GetVersionString()} in .NET {Environment.Version}";
        case ["predict", string model]:
            predict = Load(model);
            return "ready";
        case ["run", string warm, string count]:
            return PeerLoop.Time(predict, warm, count);
        default:
            return $"error unknown command {string.Join(' ', arguments)}";
    }
});

static Action Load(string model)
{
    SessionOptions options = new() { IntraOpNumThreads = PeerLoop.Threads, InterOpNumThreads = 1 };
    InferenceSession session = new(model, options);
    (string x, NodeMetadata input) = session.InputMetadata.Single();
    (string y, NodeMetadata output) = session.OutputMetadata.Single();
    float[] inputs = new float[input.Dimensions.Aggregate(1, (size, axis) => size * axis)];
    float[] outputs = new float[output.Dimensions.Aggregate(1, (size, axis) => size * axis)];
    Random random = new(1);
    foreach (ref float value in inputs.AsSpan())
    {
        value = random.NextSingle();
    }

    OrtIoBinding binding = session.CreateIoBinding();
    binding.BindInput(x, OrtValue.CreateTensorValueFromMemory(inputs, [.. input.Dimensions.Select(axis => (long)axis)]));
    binding.BindOutput(y, OrtValue.CreateTensorValueFromMemory(outputs, [.. output.Dimensions.Select(axis => (long)axis)]));
    RunOptions run = new();
    return () => session.RunWithBinding(run, binding);
}
