using Microsoft.Extensions.Logging;

namespace Modular.Storage.Drafts;

/// <summary>What is said of the file of drafts: names and numbers, nothing of what it holds.</summary>
internal static partial class DraftFileLog
{
    [LoggerMessage(LogLevel.Information, "There was no file of drafts: one is begun.")]
    public static partial void Begun(ILogger log);

    [LoggerMessage(LogLevel.Warning, "A file of drafts had not come to its place: {Kept} of it could be kept.")]
    public static partial void TakenUp(ILogger log, string kept);

    [LoggerMessage(LogLevel.Warning, "The file of drafts was empty. It is set aside as {Name}, and a new one is begun.")]
    public static partial void Empty(ILogger log, string name);

    [LoggerMessage(LogLevel.Warning, "In the place of {Path} was {Found}, and no file. It is set aside as {Name}, and a new one is begun.")]
    public static partial void NoFile(ILogger log, string path, string found, string name);

    [LoggerMessage(LogLevel.Warning, "The file of drafts could not be read ({Why}). It is set aside as {Name}, and {Kept} of it could be kept.")]
    public static partial void Unreadable(ILogger log, string name, string kept, string why);

    [LoggerMessage(LogLevel.Warning, "The log beside the file of drafts could not be read. It is set aside as {Name}; the file itself stands.")]
    public static partial void LogUnreadable(ILogger log, string name);

    [LoggerMessage(LogLevel.Warning, "The file of drafts was deleted under the host. A new one holds {Kept}.")]
    public static partial void Deleted(ILogger log, string kept);

    [LoggerMessage(LogLevel.Warning, "The file of drafts was cut off or changed under the host. It is set aside as {Name}, and a new one holds {Kept}.")]
    public static partial void Changed(ILogger log, string name, string kept);

    [LoggerMessage(LogLevel.Warning, "Something else came to the place of the file of drafts. It is set aside as {Name}, and a new one holds {Kept}.")]
    public static partial void Replaced(ILogger log, string name, string kept);

    [LoggerMessage(LogLevel.Debug, "A broken file of drafts could not be read to its end ({Why}).")]
    public static partial void Broken(ILogger log, string why);
}
