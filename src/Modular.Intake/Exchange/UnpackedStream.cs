namespace Modular.Intake.Exchange;

/// <summary>Tells how much was unpacked, and ends where no tag begins for so long that whoever reads it would hold it all.</summary>
internal sealed class UnpackedStream(Stream packed, Action<int> take) : Stream
{
    private const int Longest = 1024 * 1024;

    private int _sinceTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = packed.Read(buffer);
        take(read);
        var tag = buffer[..read].LastIndexOf((byte)'<');
        _sinceTag = tag < 0 ? _sinceTag + read : read - tag;
        return _sinceTag <= Longest ? read : throw TableLimits.UnpacksToTooMuch();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        packed.Dispose();
        base.Dispose(disposing);
    }
}
