using LiteDB;
using Microsoft.Extensions.Logging;
using Modular.Contracts.Wording;

namespace Modular.Storage.Drafts;

/// <summary>
/// The one file of drafts, opened at its first use by the one process that serves. One lock around every call, reads too: several writers lose what they were
/// told is kept, and readers break beside a writer. A file that cannot be read is set aside and begun anew, with each draft of it that is whole.
/// What is kept is in the file itself, and not in the log that the engine keeps beside it: that one may be lost or broken between two calls.
/// </summary>
internal sealed class DraftFile(IDatabase database, TimeProvider time, ILogger<DraftFile> log) : IDisposable
{
    private const int PageBytes = DraftTransactionLog.PageBytes;
    private const string Collection = "drafts";

    private readonly Lock _lock = new();
    private readonly DraftPaths _paths = new(database.DataFolder);
    private LiteDatabase? _open;
    private HeldDraftFile? _held;

    /// <exception cref="IOException">The disk is full, or the file is another process's: nothing is set aside for that.</exception>
    public T Use<T>(Func<ILiteCollection<BsonDocument>, T> work)
    {
        lock (_lock)
        {
            try
            {
                return work(Opened());
            }
            catch (Exception failure) when (IsOfTheDisk(failure))
            {
                // The engine closes itself at a failed write: the next call opens the file again. One that has no name any more could not be opened.
                if (_held is not { IsAtItsPath: false })
                {
                    Close();
                }

                throw;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                SetAside(failure);
                return work(Opened());
            }
        }
    }

    /// <summary>Changes documents, on the disk when it returns; nothing of what stood there before can be read in the file or its log.</summary>
    /// <param name="change">Whether there was something to change.</param>
    public bool Write(Func<ILiteCollection<BsonDocument>, bool> change) => Use(drafts =>
    {
        var changed = change(drafts);
        if (changed)
        {
            _open!.Checkpoint();
            _held!.Mark(time.GetUtcNow());
            KeepInPlace();
        }

        return changed;
    });

    public void RemoveAsideBefore(DateTimeOffset at)
    {
        lock (_lock)
        {
            foreach (var old in _paths.Aside().Where(file => file.LastWriteTimeUtc < at.UtcDateTime))
            {
                old.Delete();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            try
            {
                KeepInPlace();
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                DraftFileLog.Broken(log, failure.GetType().Name);
            }

            Close();
        }
    }

    private ILiteCollection<BsonDocument> Opened()
    {
        KeepInPlace();
        if (_open is null)
        {
            Start();
        }

        return _open!.GetCollection(Collection);
    }

    /// <summary>What is still open would be gone with this process where its file was deleted, replaced or changed by others: it is written anew.</summary>
    private void KeepInPlace()
    {
        if (_held is not { IsUntouched: false } held)
        {
            return;
        }

        var isOurs = held.IsAtItsPath;
        var kept = Readable();
        var drafts = Counted.InEnglish(kept.Count, "draft");
        if (Begin(kept, isOurs ? _paths.SetAside : _paths.SetOtherAside) is not { } name)
        {
            DraftFileLog.Deleted(log, drafts);
        }
        else if (isOurs)
        {
            DraftFileLog.Changed(log, name, drafts);
        }
        else
        {
            DraftFileLog.Replaced(log, name, drafts);
        }
    }

    private void Start()
    {
        var found = DraftPaths.KindOf(_paths.File);
        LeaveWhatIsNoFile();
        if (found == PathKind.File)
        {
            LeaveBrokenLog();
            _open = Open(_paths.File);
            // Read whole, and written anew: it never shrinks by itself, and a page that is broken without being read yet would take later drafts with it.
            var drafts = _open.GetCollection(Collection).FindAll().ToList();
            drafts.ForEach(document => DraftDocument.Read(document));
            Begin(Latest([.. drafts, .. TakenUp()]));
            return;
        }

        var kept = Latest(TakenUp());
        if (Begin(kept, _paths.SetAside) is { } name)
        {
            DraftFileLog.Empty(log, name);
        }
        else if (found == PathKind.Nothing && kept.Count == 0)
        {
            DraftFileLog.Begun(log);
        }
    }

    private void LeaveWhatIsNoFile()
    {
        foreach (var path in (string[])[_paths.File, _paths.Log, _paths.Made, _paths.Making, _paths.MakingLog])
        {
            if (DraftPaths.KindOf(path) is var found and (PathKind.Directory or PathKind.Other)
                && _paths.SetOtherAside(path, time.GetUtcNow()) is { } name)
            {
                DraftFileLog.NoFile(log, Path.GetFileName(path), found == PathKind.Directory ? "a directory" : "a pipe or a link that leads nowhere", name);
            }
        }
    }

    /// <summary>After a kill the log holds at most what was being written: a broken one goes aside, and takes nothing of the file with it.</summary>
    private void LeaveBrokenLog()
    {
        if (!DraftTransactionLog.IsWhole(_paths.Log) && _paths.SetAside(_paths.Log, time.GetUtcNow()) is { } name)
        {
            DraftFileLog.LogUnreadable(log, name);
        }
    }

    private void SetAside(Exception failure)
    {
        var kept = Readable();
        var name = Begin(kept, _paths.SetAside);
        DraftFileLog.Unreadable(log, name ?? "nothing", Counted.InEnglish(kept.Count, "draft"), failure.GetType().Name);
    }

    /// <summary>Makes the file anew beside the old one, lets go of that one, and puts the new one in its place.</summary>
    /// <remarks>If that fails in between, all of it is in the new one, which is taken up when it is opened the next time.</remarks>
    /// <param name="setAside">For what is in that place, if it is to be kept.</param>
    /// <returns>The name under which it is kept; null when there was nothing.</returns>
    private string? Begin(List<BsonDocument> kept, Func<string, DateTimeOffset, string?>? setAside = null)
    {
        File.Delete(_paths.Making);
        File.Delete(_paths.MakingLog);
        File.Delete(_paths.MadeLog);
        using (var made = Open(_paths.Making))
        {
            made.GetCollection(Collection).InsertBulk(kept);
        }

        File.Move(_paths.Making, _paths.Made, overwrite: true);
        Close();
        var name = setAside?.Invoke(_paths.File, time.GetUtcNow());
        // Without its file it says nothing.
        File.Delete(_paths.Log);
        File.Move(_paths.Made, _paths.File, overwrite: true);
        _open = Open(_paths.File);
        _held = new HeldDraftFile(_paths.File, time.GetUtcNow());
        return name;
    }

    /// <summary>Drafts of a file that was made, and did not come to its place before the host ended.</summary>
    private List<BsonDocument> TakenUp()
    {
        if (DraftPaths.KindOf(_paths.Made) == PathKind.Nothing)
        {
            return [];
        }

        var drafts = PagesOf(_paths.Made);
        DraftFileLog.TakenUp(log, Counted.InEnglish(drafts.Count, "draft"));
        return drafts;
    }

    /// <summary>What the engine still reads, which may be in its memory alone; where it fails, each draft that is whole in the file.</summary>
    private List<BsonDocument> Readable()
    {
        var kept = new List<BsonDocument>();
        if (!IsReadThrough(kept))
        {
            kept.AddRange(_held?.Documents() ?? [.. PagesOf(_paths.File), .. TakenUp()]);
        }

        return Latest(kept);
    }

    private bool IsReadThrough(List<BsonDocument> kept)
    {
        try
        {
            foreach (var document in _open?.GetCollection(Collection).FindAll() ?? [])
            {
                _ = DraftDocument.Read(document);
                kept.Add(document);
            }

            return _open is not null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            DraftFileLog.Broken(log, failure.GetType().Name);
            return false;
        }
    }

    private static List<BsonDocument> PagesOf(string path)
    {
        if (DraftPaths.KindOf(path) != PathKind.File)
        {
            return [];
        }

        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return [.. DraftPages.Read(file)];
    }

    private static List<BsonDocument> Latest(IEnumerable<BsonDocument> drafts) =>
        [.. drafts.GroupBy(document => document["_id"].AsString).Select(same => same.MaxBy(document => document[DraftDocument.At].AsInt64)!)];

    private void Close()
    {
        try
        {
            _open?.Dispose();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // It was broken, and is being left.
            DraftFileLog.Broken(log, failure.GetType().Name);
        }

        _held?.Dispose();
        (_open, _held) = (null, null);
    }

    private static LiteDatabase Open(string path)
    {
        // The engine writes over one that is shorter, without a word.
        if (new FileInfo(path) is { Exists: true, Length: > 0 and < PageBytes })
        {
            throw new InvalidDataException("It is shorter than a page.");
        }

        var database = new LiteDatabase(new ConnectionString { Filename = path, Connection = ConnectionType.Direct, Collation = Collation.Binary });
        try
        {
            database.GetCollection(Collection).EnsureIndex(DraftDocument.Account);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static bool IsOfTheDisk(Exception failure) => failure is UnauthorizedAccessException or IOException and not EndOfStreamException;
}
