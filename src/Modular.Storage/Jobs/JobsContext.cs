using Microsoft.EntityFrameworkCore;
using Modular.Jobs.Ledger;

namespace Modular.Storage.Jobs;

internal sealed class JobsContext(DbContextOptions<JobsContext> options) : ModuleContext(options)
{
    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<PlanRow> Plans => Set<PlanRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RunRow>(run =>
        {
            run.ToTable("jobs_run").HasKey(row => new { row.Job, row.Site, row.Period });
            run.Property(row => row.State).HasConversion(state => state.ToString().ToLowerInvariant(), text => Enum.Parse<JobState>(text, true));
        });
        modelBuilder.Entity<PlanRow>().ToTable("jobs_plan").HasKey(row => new { row.Job, row.Site });
        modelBuilder.UseSnakeCaseColumns();
    }
}

internal sealed class RunRow
{
    public required string Job { get; init; }

    /// <summary>Empty for what concerns the whole host: a key holds no null.</summary>
    public required string Site { get; init; }

    public required string Period { get; init; }

    public required DateOnly Day { get; init; }

    public required JobState State { get; set; }

    public required int Attempts { get; set; }

    public required DateTimeOffset PlannedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public DateTimeOffset? RetryAt { get; set; }

    public string? Sentence { get; set; }

    /// <summary>The host that runs it.</summary>
    public string? Owner { get; set; }

    /// <summary>Until when it is its own.</summary>
    public DateTimeOffset? HeldUntil { get; set; }
}

internal sealed class PlanRow
{
    public required string Job { get; init; }

    public required string Site { get; init; }

    public required DateTimeOffset Since { get; set; }

    public required string? Timing { get; set; }
}
