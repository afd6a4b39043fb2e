using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Modular.Reporting.Deliveries;

namespace Modular.Storage.Deliveries;

internal sealed class DeliveriesContext(DbContextOptions<DeliveriesContext> options) : ModuleContext(options)
{
    /// <summary>The host that is sending it.</summary>
    public const string Owner = "Owner";

    /// <summary>Until when it is its own.</summary>
    public const string HeldUntil = "HeldUntil";

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<EventRow> Events => Set<EventRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("deliveries_delivery");
            delivery.Property(row => row.Id).HasConversion<string>();
            delivery.Property<string?>(Owner);
            delivery.Property<DateTimeOffset?>(HeldUntil);
            delivery.ComplexProperty(row => row.Of);
            delivery.ComplexProperty(row => row.Message);
        });
        modelBuilder.Entity<EventRow>().ToTable("deliveries_event").Property(row => row.Delivery).HasConversion<string>();
        modelBuilder.UseSnakeCaseColumns();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DeliveryState>().HaveConversion<Spelled>();
    }

    private sealed class Spelled() : ValueConverter<DeliveryState, string>(
        state => Spell(state),
        text => Enum.GetValues<DeliveryState>().First(state => Spell(state) == text))
    {
        private static string Spell(DeliveryState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());
    }
}

internal sealed record EventRow(long Id, Guid Delivery, DateTimeOffset At, DeliveryState State, string Sentence);
