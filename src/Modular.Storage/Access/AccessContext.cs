using Microsoft.EntityFrameworkCore;
using Modular.Access;

namespace Modular.Storage.Access;

internal sealed class AccessContext(DbContextOptions<AccessContext> options) : ModuleContext(options)
{
    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AccountRow>(account =>
        {
            account.ToTable("access_account").HasKey(row => row.Id);
            account.Property(row => row.Id).HasColumnName("id").HasConversion(id => id.ToString(), text => Guid.Parse(text));
            account.Property(row => row.Login).HasColumnName("login");
            account.Property(row => row.Role).HasColumnName("role").HasConversion(role => role.Spelled(), text => RoleNames.Named(text)!.Value);
            account.Property(row => row.Sites).HasColumnName("sites");
            account.Property(row => row.Email).HasColumnName("email");
            account.Property(row => row.PasswordHash).HasColumnName("password_hash");
            account.Property(row => row.Stamp).HasColumnName("stamp");
            account.Property(row => row.Disabled).HasColumnName("disabled");
            account.Property(row => row.CreatedAt).HasColumnName("created_at");
            account.Property(row => row.Version).HasColumnName("version");
        });
        modelBuilder.Entity<AttemptRow>(attempt =>
        {
            attempt.ToTable("access_attempt").HasKey(row => row.Login);
            attempt.Property(row => row.Login).HasColumnName("login");
            attempt.Property(row => row.Count).HasColumnName("count");
            attempt.Property(row => row.Last).HasColumnName("last");
            attempt.Property(row => row.LockedUntil).HasColumnName("locked_until");
        });
    }
}

internal sealed class AccountRow
{
    public required Guid Id { get; init; }

    public required string Login { get; init; }

    public required Role Role { get; init; }

    /// <summary>Identifiers, which hold no space, separated by one.</summary>
    public required string Sites { get; init; }

    public required string? Email { get; init; }

    public required string PasswordHash { get; init; }

    public required string Stamp { get; init; }

    public required bool Disabled { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Version { get; init; }
}

internal sealed class AttemptRow
{
    public required string Login { get; init; }

    public required int Count { get; set; }

    public required DateTimeOffset Last { get; set; }

    public required DateTimeOffset? LockedUntil { get; set; }
}
