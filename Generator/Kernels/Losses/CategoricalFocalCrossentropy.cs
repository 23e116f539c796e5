using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// <c>-sum alpha (1 - q)^gamma t log q</c> with q = y / sum y, clipped to [1e-7, 1 - 1e-7] as in Keras (Lin et al., 2017).
/// </summary>
internal sealed class CategoricalFocalCrossentropy(double gamma, double alpha, LabelSmoothing smoothing) : LossFormula
{
    public override void WriteRow(SourceWriter writer, LossRow row) => Probabilities.WriteFocal(writer, row, smoothing, gamma, alpha);
}
