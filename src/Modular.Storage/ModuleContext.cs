using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Modular.Storage;

/// <summary>Changes nothing outside of a write, and keeps instants as UTC ticks, which every database can order.</summary>
internal abstract class ModuleContext(DbContextOptions options) : DbContext(options)
{
    private RowWriter? _rows;

    /// <summary>Within a write: what it puts there is there at once. Its statements serve as long as the context is held.</summary>
    public RowWriter Rows => _rows ??= new RowWriter(this);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        ExpectWrite();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ExpectWrite();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Contexts are handed out again and again: the next user finds nothing of the last.</summary>
    internal virtual void Forget() => ChangeTracker.Clear();

    public override void Dispose()
    {
        _rows?.Dispose();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        _rows?.Dispose();
        return base.DisposeAsync();
    }

    /// <exception cref="InvalidOperationException">Something is about to be changed outside of a write.</exception>
    internal void ExpectWrite()
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException($"Tables are changed through {nameof(ModuleWriter)}.{nameof(ModuleWriter.WriteAsync)} alone.");
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
