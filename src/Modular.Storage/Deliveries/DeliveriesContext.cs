using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Modular.Reporting.Deliveries;

namespace Modular.Storage.Deliveries;

internal sealed class DeliveriesContext(DbContextOptions<DeliveriesContext> options) : ModuleContext(options)
{
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var states = new ValueConverter<DeliveryState, string>(state => Spell(state), text => Enum.GetValues<DeliveryState>().First(state => Spell(state) == text));
        var ids = new ValueConverter<Guid, string>(id => id.ToString(), text => Guid.Parse(text));
        modelBuilder.Entity<DeliveryRow>(delivery =>
        {
            delivery.ToTable("deliveries_delivery").HasKey(row => row.Id);
            delivery.Property(row => row.Id).HasColumnName("id").HasConversion(ids);
            delivery.Property(row => row.Site).HasColumnName("site");
            delivery.Property(row => row.Report).HasColumnName("report");
            delivery.Property(row => row.Period).HasColumnName("period");
            delivery.Property(row => row.Recipient).HasColumnName("recipient");
            delivery.Property(row => row.State).HasColumnName("state").HasConversion(states);
            delivery.Property(row => row.Subject).HasColumnName("subject");
            delivery.Property(row => row.Text).HasColumnName("text");
            delivery.Property(row => row.Html).HasColumnName("html");
            delivery.Property(row => row.Attempts).HasColumnName("attempts");
            delivery.Property(row => row.PlannedAt).HasColumnName("planned_at");
            delivery.Property(row => row.NextAttemptAt).HasColumnName("next_attempt_at");
            delivery.Property(row => row.Until).HasColumnName("until");
            delivery.Property(row => row.SentAt).HasColumnName("sent_at");
        });
        modelBuilder.Entity<EventRow>(happened =>
        {
            happened.ToTable("deliveries_event").HasKey(row => row.Id);
            happened.Property(row => row.Id).HasColumnName("id");
            happened.Property(row => row.Delivery).HasColumnName("delivery").HasConversion(ids);
            happened.Property(row => row.At).HasColumnName("at");
            happened.Property(row => row.State).HasColumnName("state").HasConversion(states);
            happened.Property(row => row.Sentence).HasColumnName("sentence");
        });
    }

    private static string Spell(DeliveryState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());
}

internal sealed class DeliveryRow
{
    public required Guid Id { get; init; }

    public required string Site { get; init; }

    public required string Report { get; init; }

    public required string Period { get; init; }

    public required string Recipient { get; init; }

    public required DeliveryState State { get; set; }

    public string? Subject { get; set; }

    public string? Text { get; set; }

    public string? Html { get; set; }

    public required int Attempts { get; set; }

    public required DateTimeOffset PlannedAt { get; init; }

    public required DateTimeOffset NextAttemptAt { get; set; }

    public required DateTimeOffset Until { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}

internal sealed class EventRow
{
    public long Id { get; init; }

    public required Guid Delivery { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DeliveryState State { get; init; }

    public required string Sentence { get; init; }
}
