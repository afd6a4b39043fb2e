using System.Text;
using Modular.Contracts.Wording;

namespace Modular.Host.Logging;

/// <summary>Writes lines in the background, many at a time, on a thread of its own: only this thread waits for the console.</summary>
internal sealed class LogWriter : IDisposable
{
    private const int Batch = 64 * 1024;

    /// <summary>What comes meanwhile is written together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    /// <summary>At a stop everything is written, unless nobody reads it.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    private readonly LogQueue _queue;
    private readonly Stream _console;
    private readonly Encoding _encoding;
    private readonly TimeProvider _time;
    private readonly ManualResetEventSlim _stopping = new();
    private readonly Thread _thread;
    private readonly StringBuilder _text = new();
    private long _lines;

    public LogWriter(LogQueue queue, Stream console, Encoding encoding, TimeProvider time)
    {
        (_queue, _console, _encoding, _time) = (queue, console, encoding, time);
        _thread = new Thread(Run) { IsBackground = true, Name = "Log" };
        _thread.Start();
    }

    public void Dispose()
    {
        _stopping.Set();
        _queue.HasNews.Set();
        _thread.Join(LastWords);
    }

    private void Run()
    {
        bool isLast;
        do
        {
            _queue.HasNews.Wait();
            isLast = _stopping.Wait(Gathering);
            _queue.HasNews.Reset();
            WriteAll();
        }
        while (!isLast);
    }

    private void WriteAll()
    {
        while (_queue.TryTake(out var line))
        {
            Put(line, 1);
        }

        if (_queue.TakeLost() is > 0 and var lost)
        {
            Put(LogLine.Of(_time.GetUtcNow(), LogLevel.Warning, typeof(LogWriter).FullName!, Told(lost), null), lost);
        }

        Flush();
    }

    internal static string Told(long lost) => $"{Counted.InEnglish(lost, "line was", "lines were")} not written.";

    private void Put(string line, long lines)
    {
        _text.Append(line).Append('\n');
        _lines += lines;
        if (_text.Length >= Batch)
        {
            Flush();
        }
    }

    private void Flush()
    {
        try
        {
            _console.Write(_encoding.GetBytes(_text.ToString()));
            _console.Flush();
        }
        catch (IOException)
        {
            // Told with the next lines that the console takes: nowhere else would it be read.
            _queue.Lose(_lines);
        }

        _text.Clear();
        _lines = 0;
    }
}
