using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;

namespace StaticNets.Benchmarks.Peers;

/// <summary>A child process that runs a peer. It takes a command a line and answers each with a line.</summary>
/// <remarks>
/// Between its turns the process is stopped: its threads then neither spin, whatever the library does by default, nor does it need
/// settings that make them sleep and cost it speed.
/// </remarks>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _complaints;
    private readonly string _name;

    private PeerProcess(Process process, string name)
    {
        _process = process;
        _complaints = process.StandardError.ReadToEndAsync();
        _name = name;
    }

    /// <summary>The processor time that it took.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <param name="kind">What to start.</param>
    /// <param name="threads">With how many threads.</param>
    /// <param name="setting">One of the kind's settings.</param>
    /// <exception cref="PeerMissingException">The program can't be started.</exception>
    public static PeerProcess Start(PeerKind kind, int threads, string setting)
    {
        string directory = FindDirectory();
        string program = kind.IsBuiltHere ? Path.Combine(directory, kind.Program) : kind.Program;
        ProcessStartInfo start = new(program, kind.Arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
        start.Environment["OPENBLAS_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
        if (setting.Split('=') is [string name, string value])
        {
            start.Environment[name] = value;
        }

        try
        {
            return new PeerProcess(Process.Start(start)!, kind.Name);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new PeerMissingException($"{kind.Program} can't be started");
        }
    }

    /// <summary>Sends a command and waits for the answer.</summary>
    /// <returns>What follows the expected word.</returns>
    /// <exception cref="PeerMissingException">The answer is another, or the process ended.</exception>
    public string Ask(string command, string expected)
    {
        StopSignal.Continue(_process);
        string? answer;
        try
        {
            _process.StandardInput.WriteLine(command);
            _process.StandardInput.Flush();
            answer = _process.StandardOutput.ReadLine();
        }
        catch (IOException)
        {
            answer = null;
        }

        if (answer is null)
        {
            throw new PeerMissingException(LastLine(_complaints.GetAwaiter().GetResult()) ?? $"{_name} ended");
        }

        StopSignal.Stop(_process);
        return answer.StartsWith(expected, StringComparison.Ordinal)
            ? answer[expected.Length..].Trim()
            : throw new PeerMissingException($"{_name} answered '{answer}'");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string? LastLine(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length > 0 ? lines[^1] : null;
    }

    // The program runs from benchmarks/bin/..., the peers stand in benchmarks/Peers.
    private static string FindDirectory()
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            string peers = Path.Combine(directory.FullName, "Peers");
            if (File.Exists(Path.Combine(peers, "pytorch_peer.py")))
            {
                return peers;
            }
        }

        throw new PeerMissingException("the directory Peers was not found above the program");
    }
}
