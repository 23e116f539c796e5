using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace StaticNets;

/// <summary>Catches the first Ctrl+C, so that training can end in its own time. The next one ends the process as ever.</summary>
internal sealed class CancelKey : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly PosixSignalRegistration _registration;

    /// <exception cref="PlatformNotSupportedException">The platform has no signals.</exception>
    public static void Check(bool hasSignals)
    {
        if (!hasSignals)
        {
            throw new PlatformNotSupportedException(
                "StopOnCancelKey needs signals, which there are none of in a browser. Stop training by CancellationToken.");
        }
    }

    /// <param name="other">What cancels beside the key.</param>
    public CancelKey(CancellationToken other)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(other);
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
