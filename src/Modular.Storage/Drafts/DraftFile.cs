using LiteDB;
using Microsoft.Extensions.Logging;
using Modular.Contracts.Wording;

namespace Modular.Storage.Drafts;

/// <summary>
/// The one file of drafts, opened at its first use by the one process that serves. One lock around every call, reads too: several writers lose what they were
/// told is kept, and readers break beside a writer. A file that cannot be read is set aside and begun anew, with whatever of it can still be read.
/// What is kept is in the file itself, and not in the log that the engine keeps beside it: that one may be lost or broken between two calls.
/// </summary>
internal sealed partial class DraftFile(IDatabase database, TimeProvider time, ILogger<DraftFile> log) : IDisposable
{
    private const int PageBytes = DraftTransactionLog.PageBytes;
    private const string Collection = "drafts";

    private readonly Lock _lock = new();
    private readonly DraftPaths _paths = new(database.DataFolder);
    private LiteDatabase? _open;
    private long _length;

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
                // The engine closes itself at a failed write: the next call opens the file again.
                Close();
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
            _length = Length();
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
            Close();
        }
    }

    private ILiteCollection<BsonDocument> Opened()
    {
        if (_open is not null && Length() < _length)
        {
            // Deleted or cut off under us: what is still open would be gone with this process.
            var kept = Readable();
            Close();
            Begin(kept);
            Gone(log, Counted.InEnglish(kept.Count, "draft"));
        }

        if (_open is null)
        {
            if (Length() == 0)
            {
                Begun(log);
            }

            LeaveBrokenLog();
            _open = Open(_paths.File);
            // Read whole, and written anew: it never shrinks by itself, and a page that is broken without being read yet would take later drafts with it.
            var kept = _open.GetCollection(Collection).FindAll().ToList();
            kept.ForEach(document => DraftDocument.Read(document));
            Close();
            Begin(kept);
        }

        return _open!.GetCollection(Collection);
    }

    /// <summary>After a kill the log holds at most what was being written: a broken one goes aside, and takes nothing of the file with it.</summary>
    private void LeaveBrokenLog()
    {
        if (!DraftTransactionLog.IsWhole(_paths.Log))
        {
            LogUnreadable(log, _paths.SetLogAside(time.GetUtcNow()));
        }
    }

    private void SetAside(Exception failure)
    {
        var kept = Readable();
        Close();
        var name = _paths.SetAside(time.GetUtcNow());
        Begin(kept);
        Unreadable(log, name, Counted.InEnglish(kept.Count, "draft"), failure.GetType().Name);
    }

    /// <summary>Makes the file anew beside the old one, then puts it in its place.</summary>
    private void Begin(IReadOnlyList<BsonDocument> kept)
    {
        File.Delete(_paths.Made);
        File.Delete(_paths.MadeLog);
        using (var made = Open(_paths.Made))
        {
            made.GetCollection(Collection).InsertBulk(kept);
        }

        File.Delete(_paths.Log);
        File.Move(_paths.Made, _paths.File, overwrite: true);
        _open = Open(_paths.File);
        _length = Length();
    }

    private long Length() => new FileInfo(_paths.File) is { Exists: true, Length: var length } ? length : 0;

    /// <summary>What can still be read of the file; of one that cannot be opened, nothing.</summary>
    private List<BsonDocument> Readable()
    {
        var kept = new List<BsonDocument>();
        try
        {
            foreach (var document in _open?.GetCollection(Collection).FindAll() ?? [])
            {
                _ = DraftDocument.Read(document);
                kept.Add(document);
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Broken(log, failure.GetType().Name);
        }

        return kept;
    }

    private void Close()
    {
        try
        {
            _open?.Dispose();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // It was broken, and is being left.
            Broken(log, failure.GetType().Name);
        }

        _open = null;
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

    [LoggerMessage(LogLevel.Information, "There was no file of drafts: one is begun.")]
    private static partial void Begun(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The file of drafts could not be read ({Why}). It is set aside as {Name}, and {Kept} of it could be kept.")]
    private static partial void Unreadable(ILogger log, string name, string kept, string why);

    [LoggerMessage(LogLevel.Warning, "The log beside the file of drafts could not be read. It is set aside as {Name}; the file itself stands.")]
    private static partial void LogUnreadable(ILogger log, string name);

    [LoggerMessage(LogLevel.Warning, "The file of drafts was deleted or cut off under the host. A new one holds {Kept}.")]
    private static partial void Gone(ILogger log, string kept);

    [LoggerMessage(LogLevel.Debug, "A broken file of drafts could not be read to its end ({Why}).")]
    private static partial void Broken(ILogger log, string why);
}
