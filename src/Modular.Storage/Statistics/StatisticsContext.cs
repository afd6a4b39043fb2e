using Microsoft.EntityFrameworkCore;

namespace Modular.Storage.Statistics;

internal sealed class StatisticsContext(DbContextOptions<StatisticsContext> options) : ModuleContext(options)
{
    public DbSet<CodeRow> Codes => Set<CodeRow>();

    public DbSet<FactRow> Facts => Set<FactRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CodeRow>(code =>
        {
            code.ToTable("statistics_code");
            code.Property(row => row.Id).HasColumnName("id");
            code.Property(row => row.Site).HasColumnName("site");
            code.Property(row => row.Dimension).HasColumnName("dimension");
            code.Property(row => row.Code).HasColumnName("code");
        });
        modelBuilder.Entity<FactRow>(fact =>
        {
            fact.ToTable("statistics_fact");
            fact.Property(row => row.Id).HasColumnName("id");
            fact.Property(row => row.Site).HasColumnName("site");
            fact.Property(row => row.Unit).HasColumnName("unit");
            fact.Property(row => row.Owner).HasColumnName("owner");
            fact.Property(row => row.Day).HasColumnName("day");
            fact.Property(row => row.Codes).HasColumnName("codes");
            fact.Property(row => row.Measures).HasColumnName("measures");
        });
    }
}

/// <summary>A word of a site's vocabulary; a measure has an empty code.</summary>
internal sealed class CodeRow
{
    public int Id { get; set; }

    public required string Site { get; set; }

    public required string Dimension { get; set; }

    public required string Code { get; set; }
}

internal sealed class FactRow
{
    public long Id { get; set; }

    public required string Site { get; set; }

    public required string Unit { get; set; }

    public required string Owner { get; set; }

    public required DateOnly Day { get; set; }

    public required byte[] Codes { get; set; }

    public required byte[] Measures { get; set; }
}
