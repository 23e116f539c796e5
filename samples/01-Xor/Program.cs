using System;
using StaticNets;

float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
float[] targets = [0, 1, 1, 0];

XorNet net = new(seed: 1);
Console.WriteLine(XorNet.Summary);

using (XorNet.Trainer trainer = net.CreateTrainer())
{
    for (int step = 0; step < 500; step++)
    {
        trainer.Step(inputs, targets);
    }
}

float[] outputs = new float[targets.Length * XorNet.OutputSize];
net.Predict(inputs, outputs);

bool learned = true;
for (int i = 0; i < targets.Length; i++)
{
    Console.WriteLine(FormattableString.Invariant($"{inputs[2 * i]} xor {inputs[(2 * i) + 1]} = {outputs[i]:0.000}"));
    learned &= outputs[i] > 0.5f == targets[i] > 0.5f;
}

Console.WriteLine(learned ? "Learned." : "Not learned.");
return learned ? 0 : 1;

/// <summary>So small that the generator unrolls it whole: only loops over samples are left.</summary>
[StaticNet]
[Input(2)]
[Dense(4, Activation = Activation.Tanh)]
[Dense(1, Activation = Activation.Sigmoid)]
[Compile(Loss.BinaryCrossentropy, Optimizer.Adam, LearningRate = 0.05)]
public sealed partial class XorNet;
