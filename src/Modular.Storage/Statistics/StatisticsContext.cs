using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Modular.Storage.Statistics;

internal sealed class StatisticsContext(DbContextOptions<StatisticsContext> options) : ModuleContext(options)
{
    public DbSet<CodeRow> Codes => Set<CodeRow>();

    /// <summary>By hand: there are many facts, and an entity for each would take most of the time.</summary>
    public DbCommand Command(string text)
    {
        var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = text;
        return command;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CodeRow>().ToTable("statistics_code");
        modelBuilder.UseSnakeCaseColumns();
    }
}

/// <summary>A word of a site's vocabulary; a measure has an empty code.</summary>
internal sealed record CodeRow(int Id, string Site, string Dimension, string Code);
