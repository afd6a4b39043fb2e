using Microsoft.EntityFrameworkCore;
using Modular.Presence.Staffing;

namespace Modular.Storage.Presence;

internal sealed class PresenceContext(DbContextOptions<PresenceContext> options) : ModuleContext(options)
{
    public DbSet<OutcomeRow> Outcomes => Set<OutcomeRow>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<PostHolder> Holders => Set<PostHolder>();

    public DbSet<EditionRow> Editions => Set<EditionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutcomeRow>().ToTable("presence_mark").Property(row => row.Kind).HasConversion<string>();
        modelBuilder.Entity<EditionRow>().ToTable("presence_edition").HasKey(row => row.Site);
        var absence = modelBuilder.Entity<Absence>().ToTable("presence_absence");
        var holder = modelBuilder.Entity<PostHolder>().ToTable("presence_holder");
        modelBuilder.UseSnakeCaseColumns();
        absence.Property(row => row.Id).ValueGeneratedNever();
        absence.Property(row => row.From).HasColumnName("first_day");
        absence.Property(row => row.To).HasColumnName("last_day");
        holder.Property(row => row.Id).ValueGeneratedNever();
        holder.Property(row => row.From).HasColumnName("first_day");
        holder.Property(row => row.To).HasColumnName("last_day");
    }
}
