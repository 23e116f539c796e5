using System;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using StaticNets.Codegen.Tests.Jit;
using Xunit;

namespace StaticNets.Codegen.Tests.Aot;

/// <summary>A test that needs NativeAOT: the native linker, zlib, the compiler's packages and the hardware. Skipped, with the reason, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeAotFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_obstacle = new(FindObstacle);

    public NativeAotFactAttribute(int bits)
    {
        InstructionSets sets = bits == InstructionSets.Avx512.Bits ? InstructionSets.Avx512 : InstructionSets.Avx2;
        Skip = sets.IsAccelerated ? s_obstacle.Value : $"The hardware has no vectors of {bits} bits.";
    }

    private static string? FindObstacle()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return "The project is published for Linux on x64.";
        }

        if (!Exists("clang") && !Exists("gcc"))
        {
            return "Neither clang nor gcc is there to link.";
        }

        if (!File.Exists("/usr/include/zlib.h"))
        {
            return "zlib1g-dev is missing.";
        }

        ChildResult restore = ChildProcess.Run("dotnet", ["restore", NativeAotApp.Project]);
        return restore.ExitCode == 0 ? null : "The packages of NativeAOT can't be restored: " + (restore.Lines.FirstOrDefault(line => line.Contains(": error")) ?? restore.Errors);
    }

    private static bool Exists(string program)
    {
        try
        {
            return ChildProcess.Run(program, ["--version"]).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
