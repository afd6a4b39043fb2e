using System.Globalization;

namespace Modular.Storage.Drafts;

/// <summary>The file of drafts, the log that the engine keeps beside it, and what was set aside.</summary>
internal sealed class DraftPaths(string dataFolder)
{
    private const string UnreadablePrefix = "drafts.unreadable-";
    private const string OtherPrefix = "drafts.other-";
    private const string Stamp = "yyyyMMdd-HHmmss";

    public string File { get; } = Path.Combine(dataFolder, "drafts.db");

    public string Log { get; } = Path.Combine(dataFolder, "drafts-log.db");

    /// <summary>A file made anew, whole, that has not come to its place yet: it may be the only one that holds the drafts.</summary>
    public string Made { get; } = Path.Combine(dataFolder, "drafts.new.db");

    /// <summary>Left by a version that made the file at that path.</summary>
    public string MadeLog { get; } = Path.Combine(dataFolder, "drafts.new-log.db");

    /// <summary>A file that is being made: what a kill leaves of it was nowhere alone.</summary>
    public string Making { get; } = Path.Combine(dataFolder, "drafts.making.db");

    public string MakingLog { get; } = Path.Combine(dataFolder, "drafts.making-log.db");

    public IReadOnlyList<FileInfo> Unreadable() => Aside(UnreadablePrefix);

    /// <summary>Directories are left to whoever put them there.</summary>
    public IEnumerable<FileInfo> Aside() => Unreadable().Concat(Aside(OtherPrefix));

    public static DateTimeOffset AsideAt(FileInfo aside)
    {
        var stamp = aside.Name.AsSpan(UnreadablePrefix.Length)[..Math.Min(Stamp.Length, aside.Name.Length - UnreadablePrefix.Length)];
        var isRead = DateTimeOffset.TryParseExact(stamp, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        return isRead ? at : aside.LastWriteTimeUtc;
    }

    public static PathKind KindOf(string path)
    {
        var file = new FileInfo(path);
        if (Directory.Exists(path))
        {
            return PathKind.Directory;
        }

        if (file.LinkTarget is not null && LeadsNowhere(file))
        {
            return PathKind.Other;
        }

        if (!file.Exists)
        {
            return PathKind.Nothing;
        }

        if (file.Length > 0)
        {
            return PathKind.File;
        }

        // A pipe has no length either. Opened for reading alone it would wait for whoever writes.
        using var opened = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        return opened.CanSeek ? PathKind.Empty : PathKind.Other;
    }

    private static bool LeadsNowhere(FileInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true };
        }
        catch (IOException)
        {
            // It leads to itself.
            return true;
        }
    }

    /// <returns>The name of the file now; null when there is nothing.</returns>
    public string? SetAside(string path, DateTimeOffset at) => SetAside(path, at, UnreadablePrefix);

    /// <summary>The same for what is no file of drafts of this host's.</summary>
    public string? SetOtherAside(string path, DateTimeOffset at) => SetAside(path, at, OtherPrefix);

    private IReadOnlyList<FileInfo> Aside(string prefix) => Directory.Exists(dataFolder)
        ? [.. new DirectoryInfo(dataFolder).EnumerateFiles($"{prefix}*.db").OrderByDescending(file => file.Name, StringComparer.Ordinal)]
        : [];

    /// <summary>It keeps the time at which it was last written: it is kept as long as its drafts would have been.</summary>
    private string? SetAside(string path, DateTimeOffset at, string prefix)
    {
        var kind = KindOf(path);
        if (kind == PathKind.Nothing)
        {
            return null;
        }

        var ending = Path.GetFileName(path)["drafts".Length..];
        string Aside() => Path.Combine(dataFolder, prefix + at.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + ending);
        while (Path.Exists(Aside()))
        {
            at = at.AddSeconds(1);
        }

        var aside = Aside();
        switch (kind)
        {
            case PathKind.Directory:
                Directory.Move(path, aside);
                break;
            case PathKind.File or PathKind.Empty:
                var written = System.IO.File.GetLastWriteTimeUtc(path);
                System.IO.File.Move(path, aside);
                System.IO.File.SetLastWriteTimeUtc(aside, written < at.UtcDateTime ? written : at.UtcDateTime);
                break;
            default:
                System.IO.File.Move(path, aside);
                break;
        }

        return Path.GetFileName(aside);
    }
}
