using System;

namespace StaticNets.Metrics;

/// <summary>
/// Of each class the rows that are of it and taken for it, over those that are either; the mean over the classes that occur. Its state is
/// the confusion matrix. The class of a row is the place of its largest output; a single output stands for the classes 0 and 1.
/// </summary>
internal sealed class MeanIntersectionOverUnion(string name, int columns)
    : MetricAccumulator(name, Math.Max(2, columns) * Math.Max(2, columns))
{
    private readonly int _classes = Math.Max(2, columns);

    public override double Result
    {
        get
        {
            double sum = 0;
            int present = 0;
            for (int c = 0; c < _classes; c++)
            {
                double both = State[(c * _classes) + c];
                double either = -both;
                for (int other = 0; other < _classes; other++)
                {
                    either += State[(c * _classes) + other] + State[(other * _classes) + c];
                }

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
            State[(truth.Class(row) * _classes) + Decision.Of(outputs.Slice(row * columns, columns))]++;
        }
    }
}
