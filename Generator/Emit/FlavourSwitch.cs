namespace StaticNets.Generator.Emit;

/// <summary>Emits the one branch that chooses the flavour.</summary>
internal static class FlavourSwitch
{
    public static void Write(SourceWriter writer, string call)
    {
        using (writer.Block("if (SimdWidth.Use512)"))
        {
            writer.Line($"Kernels512.{call};");
        }

        using (writer.Block("else if (SimdWidth.Use256)"))
        {
            writer.Line($"Kernels256.{call};");
        }

        using (writer.Block("else"))
        {
            writer.Line($"Kernels128.{call};");
        }
    }
}
