using Hangfire.Logging;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Modular.Jobs.Engine;

/// <summary>What the engine says, in the host's log. Of an exception its type alone: its message may hold anything.</summary>
internal sealed partial class HangfireLog(ILogger log) : ILogProvider, ILog
{
    public ILog GetLogger(string name) => this;

    public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception)
    {
        // Both are counted from trace to critical.
        var level = (LogLevel)logLevel;
        // Without a message it only asks whether somebody listens.
        if (messageFunc is not null && log.IsEnabled(level))
        {
            Said(log, level, messageFunc(), exception?.GetType().Name ?? "-");
        }

        return log.IsEnabled(level);
    }

    [LoggerMessage("{Message} ({Reason})")]
    private static partial void Said(ILogger log, LogLevel level, string message, string reason);
}
