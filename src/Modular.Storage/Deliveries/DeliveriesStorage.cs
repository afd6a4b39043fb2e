using Microsoft.Extensions.DependencyInjection;
using Modular.Reporting.Deliveries;

namespace Modular.Storage.Deliveries;

internal static class DeliveriesStorage
{
    public static IServiceCollection AddDeliveriesStore(this IServiceCollection services) => services
        .AddTables<DeliveriesContext>()
        .AddSingleton<IDeliveryStore, DeliveryStore>();
}
