using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Modular.Storage;

/// <summary>What every module's context has in common: instants are kept as UTC ticks, which SQLite can order.</summary>
internal abstract class ModuleContext(DbContextOptions options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    /// <summary>A transaction that may write from its first instant on; left without a commit, it changes nothing.</summary>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellation)
    {
        var turn = await this.GetService<Database>().TurnAsync(cancellation);
        try
        {
            return new WriteTransaction(turn, await Database.BeginTransactionAsync(cancellation));
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}

internal sealed class WriteTransaction(SemaphoreSlim turn, IDbContextTransaction transaction) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken cancellation) => transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            turn.Release();
        }
    }
}
