using System.Globalization;

namespace Modular.Storage.Drafts;

/// <summary>The file of drafts, the log that the engine keeps beside it, and what was set aside.</summary>
internal sealed class DraftPaths(string dataFolder)
{
    private const string AsidePattern = "drafts.unreadable-*.db";

    public string File { get; } = Path.Combine(dataFolder, "drafts.db");

    public string Log { get; } = Path.Combine(dataFolder, "drafts-log.db");

    public string Made { get; } = Path.Combine(dataFolder, "drafts.new.db");

    public string MadeLog { get; } = Path.Combine(dataFolder, "drafts.new-log.db");

    /// <summary>The latest first.</summary>
    public IReadOnlyList<FileInfo> Aside() => Directory.Exists(dataFolder)
        ? [.. new DirectoryInfo(dataFolder).EnumerateFiles(AsidePattern).OrderByDescending(file => file.Name, StringComparer.Ordinal)]
        : [];

    /// <returns>The name under which the file stands now. The log goes: without its file it says nothing.</returns>
    public string SetAside(DateTimeOffset at)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"drafts.unreadable-{at.UtcDateTime:yyyyMMdd-HHmmss}.db");
        if (System.IO.File.Exists(File))
        {
            System.IO.File.Move(File, Path.Combine(dataFolder, name), overwrite: true);
            System.IO.File.SetLastWriteTimeUtc(Path.Combine(dataFolder, name), at.UtcDateTime);
        }

        System.IO.File.Delete(Log);
        return name;
    }
}
