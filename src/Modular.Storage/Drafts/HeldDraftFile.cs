using Microsoft.Win32.SafeHandles;

namespace Modular.Storage.Drafts;

/// <summary>
/// The file that the engine writes, open beside it: it knows whether that file is still the one at its path, and can be read when it has no name any more.
/// </summary>
/// <remarks>The engine opens it so that on Windows nobody replaces, deletes or writes it meanwhile.</remarks>
internal sealed class HeldDraftFile : IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle _file;
    private DateTime _written;
    private long _length;

    public HeldDraftFile(string path, DateTimeOffset now)
    {
        _path = path;
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Mark(now);
    }

    /// <summary>Whether it is the one at its path, and nobody else wrote it since it was marked.</summary>
    public bool IsUntouched => Is(_length, _written);

    /// <summary>Whether it is the one at its path, whoever wrote it.</summary>
    public bool IsAtItsPath => Is(RandomAccess.GetLength(_file), Written());

    /// <summary>To be called after each write: it gives the file a time that no other one has, copies made earlier included.</summary>
    public void Mark(DateTimeOffset now)
    {
        _length = RandomAccess.GetLength(_file);
        if (!OperatingSystem.IsWindows())
        {
            var at = now.UtcDateTime;
            File.SetLastWriteTimeUtc(_file, at > _written ? at : _written.AddTicks(1));
            _written = Written();
        }
    }

    /// <summary>What can be read of it page by page.</summary>
    public IEnumerable<LiteDB.BsonDocument> Documents() => DraftPages.Read(_file);

    public void Dispose() => _file.Dispose();

    private bool Is(long length, DateTime written) =>
        new FileInfo(_path) is { Exists: true } there && there.Length == length && (OperatingSystem.IsWindows() || there.LastWriteTimeUtc == written);

    private DateTime Written() => File.GetLastWriteTimeUtc(_file);
}
