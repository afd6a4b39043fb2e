using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Modular.Host.Logging;

/// <summary>Lines on their way to the console. A request leaves its line here and goes on, whatever the console does.</summary>
/// <param name="room">Characters it holds. Half of them are kept for warnings and errors: of all lines, these are dropped last.</param>
internal sealed class LogQueue(int room)
{
    private readonly ConcurrentQueue<string> _lines = new();
    private long _held;
    private long _lost;

    /// <summary>Set when there is something to write; whoever writes resets it before taking.</summary>
    public ManualResetEventSlim HasNews { get; } = new();

    public void Add(LogLevel level, string line)
    {
        if (Interlocked.Read(ref _held) + line.Length > (level >= LogLevel.Warning ? room : room / 2))
        {
            Lose(1);
        }
        else
        {
            _lines.Enqueue(line);
            Interlocked.Add(ref _held, line.Length);
        }

        if (!HasNews.IsSet)
        {
            HasNews.Set();
        }
    }

    public bool TryTake([NotNullWhen(true)] out string? line)
    {
        if (!_lines.TryDequeue(out line))
        {
            return false;
        }

        Interlocked.Add(ref _held, -line.Length);
        return true;
    }

    public void Lose(long lines) => Interlocked.Add(ref _lost, lines);

    public long TakeLost() => Interlocked.Exchange(ref _lost, 0);
}
