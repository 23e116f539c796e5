using System;

namespace StaticNets.Metrics;

/// <summary>
/// Of each class the rows that are of it and taken for it, over those that are either; the mean over the classes that occur. The class of a
/// row is the place of its largest output; a single output stands for the classes 0 and 1.
/// </summary>
internal sealed class MeanIntersectionOverUnion(string name, int columns) : MetricAccumulator(name, Counts * Math.Max(2, columns))
{
    // Of each class the rows that are of it and taken for it, those that are of it, and those that are taken for it.
    private const int Counts = 3;

    public override double Result
    {
        get
        {
            double sum = 0;
            int present = 0;
            for (int first = 0; first < State.Length; first += Counts)
            {
                double both = State[first];
                double either = State[first + 1] + State[first + 2] - both;
                present += either > 0 ? 1 : 0;
                sum += either > 0 ? both / either : 0;
            }

            return present == 0 ? 0 : sum / present;
        }
    }

    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        Truth truth = new(batch, columns);
        for (int row = 0; row < outputs.Length / columns; row++)
        {
            int label = truth.Class(row);
            int prediction = Decision.Of(outputs.Slice(row * columns, columns));
            State[Counts * label] += label == prediction ? 1 : 0;
            State[(Counts * label) + 1]++;
            State[(Counts * prediction) + 2]++;
        }
    }
}
