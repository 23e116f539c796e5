using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Pools;

/// <summary>
/// Emits what windows add to the gradients of their positions. Where very many windows meet in a position, the scratch memory keeps what
/// rounding takes.
/// </summary>
internal sealed class WindowGradients(Pooling operation, WindowLoops windows)
{
    private readonly bool _isLong = PoolingPlan.HasLongSums(operation);

    /// <summary>The scratch memory, where it is needed.</summary>
    public KernelOperand? Scratch(KernelEmission emission) => _isLong ? emission.Scratch : null;

    /// <summary>Writes loops that set the operand's gradient to 0 before windows add to it.</summary>
    public void WriteClear(SourceWriter writer, Flavour widest) =>
        SampleLoop.Write(writer, widest, windows.ImageSize, [], new LoopOperand("dx", windows.ImageSize), (flavour, _) => flavour.Zero);

    /// <summary>Writes what clears the scratch memory before a sample.</summary>
    public void OpenSample(SourceWriter writer, Flavour widest)
    {
        if (_isLong)
        {
            Flavour flavour = widest.Fit(windows.ImageSize);
            RowLoop.Write(writer, flavour, windows.ImageSize, (offset, lanes) =>
                VectorStore.WriteAt(writer, flavour, flavour.Zero, "scratch", offset, lanes));
        }
    }

    /// <summary>Writes the addition of a window's gradient to that of a position.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="flavour">The vectors.</param>
    /// <param name="place">The place of both in the sample.</param>
    /// <param name="gradient">The window's.</param>
    /// <param name="lanes">Lanes that count.</param>
    public void Add(SourceWriter writer, Flavour flavour, string place, string gradient, int lanes)
    {
        if (!_isLong)
        {
            writer.Line($"{flavour.Type} g = {flavour.Load("dxn", place)} + {gradient};");
            VectorStore.WriteComputed(writer, flavour, "g", "dxn", place, lanes);
            return;
        }

        writer.Line($"{flavour.Type} g = {flavour.Load("dxn", place)};");
        writer.Line($"{flavour.Type} lost = {flavour.Load("scratch", place)} + {gradient};");
        writer.Line("LongSums.Add(ref g, ref lost);");
        foreach ((string vector, string reference) in new[] { ("g", "dxn"), ("lost", "scratch") })
        {
            using (writer.Block())
            {
                VectorStore.WriteComputed(writer, flavour, vector, reference, place, lanes);
            }
        }
    }
}
