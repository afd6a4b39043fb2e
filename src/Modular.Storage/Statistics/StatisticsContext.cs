using Microsoft.EntityFrameworkCore;

namespace Modular.Storage.Statistics;

internal sealed class StatisticsContext(DbContextOptions<StatisticsContext> options) : ModuleContext(options)
{
    public DbSet<CodeRow> Codes => Set<CodeRow>();

    public DbSet<FactRow> Facts => Set<FactRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CodeRow>().ToTable("statistics_code");
        modelBuilder.Entity<FactRow>().ToTable("statistics_fact");
        modelBuilder.UseSnakeCaseColumns();
    }
}

/// <summary>A word of a site's vocabulary; a measure has an empty code.</summary>
internal sealed record CodeRow(int Id, string Site, string Dimension, string Code);

internal sealed record FactRow(long Id, string Site, string Unit, string Owner, DateOnly Day, byte[] Codes, byte[] Measures);
