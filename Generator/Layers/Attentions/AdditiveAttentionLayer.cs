using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Attentions;

/// <summary>
/// <c>softmax(scores) v</c>, where the score of a query and a key is <c>tanh(q + k) scale</c>: a merge of all queries with all keys, and a
/// matrix product with one unit.
/// </summary>
internal sealed class AdditiveAttentionLayer(AttentionInputs read, double dropout) : Layer
{
    // What Keras takes off the scores of masked steps.
    private const double MaskedScore = -1e9;

    private IReadOnlyList<WeightTensor> _weights = [];
    private int _queries;
    private int _keys;
    private int _length;

    public override string Kind => "AdditiveAttention";

    public override IReadOnlyList<string?>? InputNames => read.Names;

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override bool PassesMask => true;

    public static Layer Read(ArgumentReader arguments) =>
        new AdditiveAttentionLayer(AttentionInputs.Read(arguments), arguments.Rate("Dropout"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (!AttentionInputs.Fit(this, inputs, problems) || !AttentionInputs.AreAsLong(this, inputs, problems))
        {
            return null;
        }

        (_queries, _keys, _length) = (inputs[0][0], inputs[AttentionInputs.Key(inputs.Count)][0], inputs[0].Last);
        if (!problems.Fit(this, [_queries, _keys, _length]))
        {
            return null;
        }

        var scale = new Shape(_length);
        var start = new WeightStart("GlorotUniform", 0, 1, 1);
        _weights = [new WeightTensor { Name = "scale", Shape = scale, Start = start.For(scale), Penalty = default }];
        return new Shape(_queries, inputs[AttentionInputs.Value(inputs.Count)].Last);
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        int value = AttentionInputs.Value(lowering.Inputs.Count);
        Value values = lowering.Inputs[value];
        Value shares = lowering.Activate(Scores(lowering, value), KnownActivations.Softmax);
        if (dropout > 0)
        {
            var drop = new Noise { X = shares, Noises = NoiseKind.Dropout, Rate = dropout };
            shares = lowering.Add(drop, new Shape(_queries, _keys), "_dropout");
        }

        Value columns = lowering.Add(new Permute { X = values, Axes = [1, 0] }, new Shape(shape.Last, _keys), "_columns");
        Value result = lowering.Add(new RowProducts { First = shares, Second = columns }, shape);
        return lowering.Mask() is { } mask ? lowering.Add(new ClearMasked { X = result, Mask = mask }, shape, "_masked") : result;
    }

    private Value Scores(Lowering lowering, int value)
    {
        Value key = lowering.Inputs[AttentionInputs.Key(lowering.Inputs.Count)];
        Value rows = lowering.Add(new View { X = lowering.X }, new Shape(_queries, 1, _length), "_rows");
        Value planes = lowering.Add(new View { X = key }, new Shape(1, _keys, _length), "_planes");
        var sum = new Merge { Function = MergeFunction.Add, Merged = [rows, planes] };
        Value sums = lowering.Add(sum, new Shape(_queries, _keys, _length), "_sums");
        Value hidden = lowering.Activate(sums, KnownActivations.Get(Shared.Activation.Tanh));
        var product = new MatrixProduct { X = hidden, Kernel = lowering.Weights[0], Bias = null };
        Value products = lowering.Add(product, new Shape(_queries, _keys, 1), "_products");
        Value scores = lowering.Add(new View { X = products }, new Shape(_queries, _keys), "_scores");
        if (lowering.Mask(value) is not { } mask)
        {
            return scores;
        }

        var keys = new Shape(_keys);
        Value counts = lowering.Add(new MaskSteps { X = mask, MaskValue = 0 }, keys, "_counts");
        Value bars = lowering.Add(new Rescale { X = counts, Scale = -MaskedScore, Offset = MaskedScore }, keys, "_bars");
        return lowering.Add(new Merge { Function = MergeFunction.Add, Merged = [scores, bars] }, new Shape(_queries, _keys), "_barred");
    }
}
