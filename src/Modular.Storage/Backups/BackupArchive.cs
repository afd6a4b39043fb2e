using System.IO.Compression;
using Modular.Intake.Secrecy;
using Modular.Storage.Journal;

namespace Modular.Storage.Backups;

/// <summary>A backup that was refused, each reason a sentence in English (it is a command's answer).</summary>
public sealed class BackupRefusedException(IReadOnlyList<string> reasons) : Exception(string.Join(' ', reasons))
{
    public IReadOnlyList<string> Reasons => reasons;
}

/// <summary>One file: consistent copies of the databases, the keys, and the SHA-256 of each. With the keys in it, it is as secret as the data.</summary>
public sealed class BackupArchive(IDatabase database, IKeyFiles keyFiles, TimeProvider time)
{
    /// <summary>While the host runs, or not. Never overwrites.</summary>
    public async Task CreateAsync(string file, CancellationToken cancellation = default)
    {
        if (File.Exists(file))
        {
            throw new BackupRefusedException([$"{file} exists already."]);
        }

        if (!database.HasData)
        {
            throw new BackupRefusedException([$"there is no data in {database.Place}."]);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using var work = new TemporaryFolder(database.DataFolder, time.GetUtcNow());
        await database.CopyAsync(work.Path, cancellation);
        await WriteHeadAsync(work.Path, cancellation);
        // The keys last: what was encrypted before the copy is readable with them.
        keyFiles.Share();
        CopyKeys(work.Path);
        await File.WriteAllTextAsync(Path.Combine(work.Path, BackupManifest.Name), BackupManifest.Of(work.Path, time.GetUtcNow()).Write(), cancellation);

        var unfinished = file + ".unfinished";
        await using (var stream = PrivateFile.Create(unfinished))
        {
            await ZipFile.CreateFromDirectoryAsync(work.Path, stream, CompressionLevel.Fastest, includeBaseDirectory: false, cancellation);
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file);
    }

    /// <summary>Reads all of it back: hashes, integrity of the databases, chain of the journal. Returns what is wrong.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(string file, CancellationToken cancellation = default)
    {
        using var work = new TemporaryFolder(database.DataFolder, time.GetUtcNow());
        return await ExtractAsync(file, work.Path, cancellation);
    }

    /// <summary>Puts it in the place of the data, which is kept aside. Returns the folder where that is.</summary>
    public async Task<string> RestoreAsync(string file, CancellationToken cancellation = default)
    {
        using var held = DataFolderLock.TryTake(database.DataFolder) ?? throw new BackupRefusedException(["a host runs on this data folder: stop it first."]);
        using var work = new TemporaryFolder(database.DataFolder, time.GetUtcNow());
        if (await ExtractAsync(file, work.Path, cancellation) is { Count: > 0 } faults)
        {
            throw new BackupRefusedException(faults);
        }

        database.Release();
        File.Delete(Path.Combine(work.Path, BackupManifest.Name));
        var aside = await DataReplacement.ApplyAsync(database, work.Path, time.GetUtcNow(), cancellation);
        keyFiles.Share();
        return aside;
    }

    /// <summary>The head of the copy, not of the journal, which has gone on meanwhile.</summary>
    private async Task WriteHeadAsync(string folder, CancellationToken cancellation)
    {
        var copy = database.CopyIn(folder);
        await using var connection = await copy.OpenJournalAsync(cancellation);
        await JournalHeadFile.Of(copy).AdvanceAsync(JournalStatements.Last(connection, null));
    }

    private void CopyKeys(string folder)
    {
        var keys = Path.Combine(database.DataFolder, "keys");
        var target = Directory.CreateDirectory(Path.Combine(folder, "keys")).FullName;
        foreach (var key in Directory.Exists(keys) ? Directory.EnumerateFiles(keys) : [])
        {
            File.Copy(key, Path.Combine(target, Path.GetFileName(key)));
        }
    }

    private async Task<IReadOnlyList<string>> ExtractAsync(string file, string folder, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            return [$"{file} does not exist."];
        }

        try
        {
            await ZipFile.ExtractToDirectoryAsync(file, folder, cancellation);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return [$"{Path.GetFileName(file)} is no whole backup: {unreadable.Message}"];
        }

        var manifest = Path.Combine(folder, BackupManifest.Name);
        if (!File.Exists(manifest) || BackupManifest.Read(await File.ReadAllTextAsync(manifest, cancellation)) is not { } contents)
        {
            return [$"{Path.GetFileName(file)} has no table of contents: it is no backup of Modular."];
        }

        List<string> faults = [.. contents.Faults(folder)];
        return faults.Count > 0 ? faults : await InsideAsync(folder, cancellation);
    }

    private async Task<IReadOnlyList<string>> InsideAsync(string folder, CancellationToken cancellation)
    {
        var copy = database.CopyIn(folder);
        List<string> faults = [.. await copy.FaultsAsync(cancellation)];
        var verdict = await new JournalReader(copy, JournalHeadFile.Of(copy)).VerifyAsync(cancellation);
        if (verdict.Sentence is not null)
        {
            faults.Add($"journal: {verdict.Sentence}");
        }

        return faults;
    }
}
