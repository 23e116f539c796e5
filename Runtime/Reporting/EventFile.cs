using System;
using System.Buffers.Binary;
using System.IO;
using System.Threading;
using StaticNets.Serialization;
using static System.FormattableString;

namespace StaticNets.Reporting;

/// <summary>
/// A TensorBoard event file: TFRecords (length, checksum of it, an Event in protobuf, checksum of that), as TensorFlow publishes them in
/// <c>record_writer.h</c>, <c>event.proto</c> and <c>summary.proto</c>.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private const uint MaskDelta = 0xA282EAD8;
    private static int s_files;

    private readonly FileStream _file;
    private readonly TimeProvider _clock;

    public EventFile(string directory, TimeProvider clock)
    {
        _clock = clock;
        Directory.CreateDirectory(directory);
        string place = Invariant($"{Environment.MachineName}.{Environment.ProcessId}.{Interlocked.Increment(ref s_files)}");
        string name = Invariant($"events.out.tfevents.{clock.GetUtcNow().ToUnixTimeSeconds()}.{place}.v2");
        _file = new FileStream(Path.Combine(directory, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        ProtobufWriter version = BeginEvent(0);
        version.Write(EventFields.FileVersion, "brain.Event:2");
        WriteRecord(version.Bytes);
    }

    public void WriteScalar(string tag, double value, long step)
    {
        ProtobufWriter summary = new();
        summary.Write(SummaryFields.Tag, tag);
        summary.Write(SummaryFields.SimpleValue, (float)value);
        WriteSummary(summary, step);
    }

    public void WriteHistogram(string tag, ReadOnlySpan<float> values, long step)
    {
        ProtobufWriter summary = new();
        summary.Write(SummaryFields.Tag, tag);
        summary.Write(SummaryFields.Histogram, WeightHistogram.Of(values).Bytes);
        WriteSummary(summary, step);
    }

    public void Flush() => _file.Flush();

    public void Dispose() => _file.Dispose();

    private void WriteSummary(ProtobufWriter value, long step)
    {
        ProtobufWriter summary = new();
        summary.Write(SummaryFields.Value, value.Bytes);
        ProtobufWriter written = BeginEvent(step);
        written.Write(EventFields.Summary, summary.Bytes);
        WriteRecord(written.Bytes);
    }

    private ProtobufWriter BeginEvent(long step)
    {
        ProtobufWriter begun = new();
        begun.Write(EventFields.WallTime, (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
        begun.Write(EventFields.Step, step);
        return begun;
    }

    private void WriteRecord(ReadOnlySpan<byte> data)
    {
        Span<byte> header = stackalloc byte[sizeof(ulong) + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[sizeof(ulong)..], Masked(header[..sizeof(ulong)]));
        _file.Write(header);
        _file.Write(data);
        BinaryPrimitives.WriteUInt32LittleEndian(header, Masked(data));
        _file.Write(header[..sizeof(uint)]);
    }

    // A checksum of data that holds checksums is weak, so the format stores it turned and shifted.
    private static uint Masked(ReadOnlySpan<byte> bytes) => unchecked(uint.RotateRight(Crc32C.Of(bytes), 15) + MaskDelta);

    private static class EventFields
    {
        public const int WallTime = 1;
        public const int Step = 2;
        public const int FileVersion = 3;
        public const int Summary = 5;
    }

    private static class SummaryFields
    {
        public const int Value = 1;
        public const int Tag = 1;
        public const int SimpleValue = 2;
        public const int Histogram = 5;
    }
}
