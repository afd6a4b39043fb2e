using Microsoft.EntityFrameworkCore;
using Modular.Presence.Marks;

namespace Modular.Storage.Presence;

internal sealed class PresenceContext(DbContextOptions<PresenceContext> options) : ModuleContext(options)
{
    public DbSet<MarkRow> Marks => Set<MarkRow>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<PostHolder> Holders => Set<PostHolder>();

    public DbSet<EditionRow> Editions => Set<EditionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MarkRow>(mark =>
        {
            mark.ToTable("presence_mark");
            mark.Property(row => row.Id).HasColumnName("id");
            mark.Property(row => row.Site).HasColumnName("site");
            mark.Property(row => row.Day).HasColumnName("day");
            mark.Property(row => row.Starts).HasColumnName("starts");
            mark.Property(row => row.Ends).HasColumnName("ends");
            mark.Property(row => row.Kind).HasColumnName("kind").HasConversion<string>();
            mark.Property(row => row.Reason).HasColumnName("reason");
            mark.Property(row => row.ByPost).HasColumnName("by_post");
            mark.Property(row => row.ByWorker).HasColumnName("by_worker");
            mark.Property(row => row.ToDay).HasColumnName("to_day");
            mark.Property(row => row.ToSlot).HasColumnName("to_slot");
            mark.Property(row => row.ToStarts).HasColumnName("to_starts");
            mark.Property(row => row.ToEnds).HasColumnName("to_ends");
            mark.Property(row => row.Added).HasColumnName("added");
            mark.Property(row => row.Revision).HasColumnName("revision");
            mark.Property(row => row.MarkedBy).HasColumnName("marked_by");
            mark.Property(row => row.MarkedAt).HasColumnName("marked_at");
        });
        modelBuilder.Entity<Absence>(absence =>
        {
            absence.ToTable("presence_absence");
            absence.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
            absence.Property(row => row.Site).HasColumnName("site");
            absence.Property(row => row.Post).HasColumnName("post");
            absence.Property(row => row.From).HasColumnName("first_day");
            absence.Property(row => row.To).HasColumnName("last_day");
            absence.Property(row => row.Reason).HasColumnName("reason");
        });
        modelBuilder.Entity<PostHolder>(holder =>
        {
            holder.ToTable("presence_holder");
            holder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
            holder.Property(row => row.Site).HasColumnName("site");
            holder.Property(row => row.Post).HasColumnName("post");
            holder.Property(row => row.Worker).HasColumnName("worker");
            holder.Property(row => row.From).HasColumnName("first_day");
            holder.Property(row => row.To).HasColumnName("last_day");
        });
        modelBuilder.Entity<EditionRow>(edition =>
        {
            edition.ToTable("presence_edition");
            edition.HasKey(row => row.Site);
            edition.Property(row => row.Site).HasColumnName("site");
            edition.Property(row => row.Hash).HasColumnName("hash");
            edition.Property(row => row.Number).HasColumnName("number");
            edition.Property(row => row.Since).HasColumnName("since");
        });
    }
}
