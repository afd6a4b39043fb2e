using System.Globalization;

namespace Modular.Storage.Drafts;

/// <summary>The file of drafts, the log that the engine keeps beside it, and what was set aside.</summary>
internal sealed class DraftPaths(string dataFolder)
{
    private const string AsidePrefix = "drafts.unreadable-";
    private const string Stamp = "yyyyMMdd-HHmmss";

    public string File { get; } = Path.Combine(dataFolder, "drafts.db");

    public string Log { get; } = Path.Combine(dataFolder, "drafts-log.db");

    public string Made { get; } = Path.Combine(dataFolder, "drafts.new.db");

    public string MadeLog { get; } = Path.Combine(dataFolder, "drafts.new-log.db");

    public IReadOnlyList<FileInfo> Aside() => Directory.Exists(dataFolder)
        ? [.. new DirectoryInfo(dataFolder).EnumerateFiles($"{AsidePrefix}*.db").OrderByDescending(file => file.Name, StringComparer.Ordinal)]
        : [];

    public static DateTimeOffset AsideAt(FileInfo aside)
    {
        var stamp = aside.Name.AsSpan(AsidePrefix.Length)[..Math.Min(Stamp.Length, aside.Name.Length - AsidePrefix.Length)];
        var isRead = DateTimeOffset.TryParseExact(stamp, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        return isRead ? at : aside.LastWriteTimeUtc;
    }

    /// <returns>The name of the file now. The log goes: without its file it says nothing.</returns>
    public string SetAside(DateTimeOffset at)
    {
        var name = Move(File, at, ".db");
        System.IO.File.Delete(Log);
        return name;
    }

    public string SetLogAside(DateTimeOffset at) => Move(Log, at, "-log.db");

    /// <summary>It keeps the time at which it was last written: it is kept as long as its drafts would have been.</summary>
    private string Move(string file, DateTimeOffset at, string ending)
    {
        string Aside() => Path.Combine(dataFolder, AsidePrefix + at.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + ending);
        while (System.IO.File.Exists(Aside()))
        {
            at = at.AddSeconds(1);
        }

        var aside = Aside();
        if (System.IO.File.Exists(file))
        {
            var written = System.IO.File.GetLastWriteTimeUtc(file);
            System.IO.File.Move(file, aside);
            System.IO.File.SetLastWriteTimeUtc(aside, written < at.UtcDateTime ? written : at.UtcDateTime);
        }

        return Path.GetFileName(aside);
    }
}
