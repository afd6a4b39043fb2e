using Microsoft.EntityFrameworkCore;
using Modular.Intake.Situations;

namespace Modular.Storage.Intake;

/// <summary>
/// The nominative tables. A context sees the sites it was told of, by a filter on every query; one that was told of none sees nothing.
/// </summary>
internal sealed class IntakeContext(DbContextOptions<IntakeContext> options) : ModuleContext(options)
{
    /// <summary>The sites in scope.</summary>
    public IReadOnlyList<string> Sites { get; set; } = [];

    public DbSet<SituationRow> Situations => Set<SituationRow>();

    public DbSet<EntryRow> Entries => Set<EntryRow>();

    public DbSet<NameKeyRow> NameKeys => Set<NameKeyRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<PendingJournalRow> Journal => Set<PendingJournalRow>();

    public DbSet<LegendRow> Legends => Set<LegendRow>();

    internal override void Forget()
    {
        Sites = [];
        base.Forget();
    }

    public override void Dispose()
    {
        Sites = [];
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Sites = [];
        return base.DisposeAsync();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SituationRow>(table =>
        {
            table.ToTable("intake_situation").HasKey(row => row.Id);
            table.HasQueryFilter(row => Sites.Contains(row.Site));
        });
        modelBuilder.Entity<EntryRow>(table =>
        {
            table.ToTable("intake_entry").HasKey(row => row.Id);
            // Told to EF Core so that a situation is inserted before what refers to it.
            table.HasOne<SituationRow>().WithMany().HasForeignKey(row => row.Situation);
            table.HasQueryFilter(row => Sites.Contains(row.Site));
        });
        modelBuilder.Entity<NameKeyRow>(table =>
        {
            table.ToTable("intake_name_key").HasKey(row => new { row.Site, row.Key, row.Situation });
            table.HasOne<SituationRow>().WithMany().HasForeignKey(row => row.Situation);
            table.HasQueryFilter(row => Sites.Contains(row.Site));
        });
        modelBuilder.Entity<OutboxRow>().ToTable("intake_outbox").HasKey(row => row.Id);
        modelBuilder.Entity<PendingJournalRow>().ToTable("intake_journal").HasKey(row => row.Id);
        modelBuilder.Entity<LegendRow>().ToTable("intake_legend").HasKey(row => row.Hash);
        modelBuilder.UseSnakeCaseColumns();
    }
}
