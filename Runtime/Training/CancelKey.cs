using System;
using System.Runtime.InteropServices;

namespace StaticNets;

/// <summary>Catches the first Ctrl+C, so that training can end in its own time. The next one ends the process as ever.</summary>
internal sealed class CancelKey : IDisposable
{
    private readonly PosixSignalRegistration _registration;
    private volatile bool _pressed;

    public CancelKey() => _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);

    public bool WasPressed => _pressed;

    public void Dispose() => _registration.Dispose();

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = !_pressed;
        _pressed = true;
    }
}
