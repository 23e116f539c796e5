using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit.Files;

/// <summary>Emits the one branch that chooses among the kernels of several targets; the last ones run where no others may.</summary>
internal static class TargetSwitch
{
    public static void Write(SourceWriter writer, IReadOnlyList<Target> targets, string call)
    {
        if (targets.Count == 1)
        {
            writer.Line($"{targets[0].KernelClass}.{call};");
            return;
        }

        for (int i = 0; i < targets.Count; i++)
        {
            bool isLast = i == targets.Count - 1;
            string condition = isLast ? "else" : $"{(i > 0 ? "else " : "")}if (SimdWidth.{targets[i].Condition})";
            using (writer.Block(condition))
            {
                writer.Line($"{targets[i].KernelClass}.{call};");
            }
        }
    }
}
