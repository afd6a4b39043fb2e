using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Modular.Access;
using Modular.Access.Accounts;

namespace Modular.Storage.Access;

internal sealed class AccessContext(DbContextOptions<AccessContext> options) : ModuleContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(account =>
        {
            account.ToTable("access_account").Ignore(row => row.SignedInAccount);
            account.Property(row => row.Id).HasConversion<string>();
            account.Property(row => row.Role).HasConversion(role => role.Spelled(), text => RoleNames.Named(text)!.Value);
            // Identifiers hold no space.
            account.Property(row => row.Sites).HasConversion(
                sites => string.Join(' ', sites),
                text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                new ValueComparer<IReadOnlyList<string>>((one, other) => one!.SequenceEqual(other!), sites => sites.Count));
        });
        modelBuilder.Entity<AttemptRow>().ToTable("access_attempt").HasKey(row => row.Login);
        modelBuilder.UseSnakeCaseColumns();
    }
}

internal sealed class AttemptRow
{
    public required string Login { get; init; }

    public required int Count { get; set; }

    public required DateTimeOffset Last { get; set; }

    public required DateTimeOffset? LockedUntil { get; set; }
}
