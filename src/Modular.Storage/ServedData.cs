using System.Data.Common;

namespace Modular.Storage;

/// <summary>What the host knows of its database: that it serves it, where it is, and why it cannot be used.</summary>
public sealed class ServedData(IDatabase database)
{
    /// <summary>It is not replaced by a restore until what is returned is disposed of.</summary>
    public Task<IAsyncDisposable> ServeAsync(CancellationToken cancellation = default) => database.ServeAsync(cancellation);

    /// <summary>A sentence in English, without anything of what is stored, when an exception is about the database; else null.</summary>
    public string? Why(Exception failure) => Of(failure) is { } said ? $"{database.Place} cannot be used: {database.NameOf(said)}." : null;

    /// <summary>EF Core wraps some of what a driver says.</summary>
    private static DbException? Of(Exception? failure) => failure is null or DbException ? failure as DbException : Of(failure.InnerException);
}
