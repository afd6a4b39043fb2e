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
            run.Property(row => row.Job).HasColumnName("job");
            run.Property(row => row.Site).HasColumnName("site");
            run.Property(row => row.Period).HasColumnName("period");
            run.Property(row => row.Day).HasColumnName("day");
            run.Property(row => row.State).HasColumnName("state").HasConversion(state => state.ToString().ToLowerInvariant(), text => Enum.Parse<JobState>(text, true));
            run.Property(row => row.Attempts).HasColumnName("attempts");
            run.Property(row => row.PlannedAt).HasColumnName("planned_at");
            run.Property(row => row.StartedAt).HasColumnName("started_at");
            run.Property(row => row.EndedAt).HasColumnName("ended_at");
            run.Property(row => row.RetryAt).HasColumnName("retry_at");
            run.Property(row => row.Sentence).HasColumnName("sentence");
        });
        modelBuilder.Entity<PlanRow>(plan =>
        {
            plan.ToTable("jobs_plan").HasKey(row => new { row.Job, row.Site });
            plan.Property(row => row.Job).HasColumnName("job");
            plan.Property(row => row.Site).HasColumnName("site");
            plan.Property(row => row.Since).HasColumnName("since");
            plan.Property(row => row.Timing).HasColumnName("timing");
        });
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
}

internal sealed class PlanRow
{
    public required string Job { get; init; }

    public required string Site { get; init; }

    public required DateTimeOffset Since { get; set; }

    public required string? Timing { get; set; }
}
