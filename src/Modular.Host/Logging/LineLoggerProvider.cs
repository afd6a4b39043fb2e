using System.Text;

namespace Modular.Host.Logging;

/// <summary>
/// The log of the host that serves. The framework's console logger has every request take a lock, and wait once 2,500 lines are in its queue; Serilog's
/// background sink drops errors as readily as anything, and never stops while nobody reads the console.
/// </summary>
[ProviderAlias("Console")]
internal sealed class LineLoggerProvider : ILoggerProvider
{
    private const int Room = 4_000_000;

    private readonly TimeProvider _time;
    private readonly LogQueue _queue;
    private readonly LogWriter _writer;

    public LineLoggerProvider(TimeProvider time)
        : this(time, Console.OpenStandardOutput(), Console.OutputEncoding, Room)
    {
    }

    public LineLoggerProvider(TimeProvider time, Stream console, Encoding encoding, int room)
    {
        _time = time;
        _queue = new LogQueue(room);
        _writer = new LogWriter(_queue, console, encoding, time);
    }

    public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName, _queue, _time);

    public void Dispose() => _writer.Dispose();

    private sealed class LineLogger(string category, LogQueue queue, TimeProvider time) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            queue.Add(logLevel, LogLine.Of(time.GetUtcNow(), logLevel, category, formatter(state, exception), exception));
    }
}
