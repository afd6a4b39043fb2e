using System.Text;

namespace Modular.Host.Tests.Logging;

/// <summary>A console that may be stuck, as a pipe that nobody reads, or refuse, as a full disk.</summary>
internal sealed class TestConsole : MemoryStream
{
    private readonly ManualResetEventSlim _isRead = new(true);
    private readonly ManualResetEventSlim _isAsked = new();

    public bool Refuses { get; set; }

    public IReadOnlyList<string> Lines => Encoding.UTF8.GetString(ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public TestConsole Stuck()
    {
        _isRead.Reset();
        return this;
    }

    public void WaitUntilAsked() => _isAsked.Wait();

    public void Read() => _isRead.Set();

    public override void Write(byte[] buffer, int offset, int count)
    {
        _isAsked.Set();
        _isRead.Wait();
        if (Refuses)
        {
            throw new IOException("No space left on device");
        }

        base.Write(buffer, offset, count);
    }
}
