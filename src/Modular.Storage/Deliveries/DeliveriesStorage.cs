using Microsoft.Extensions.DependencyInjection;
using Modular.Reporting.Deliveries;

namespace Modular.Storage.Deliveries;

internal static class DeliveriesStorage
{
    public static IServiceCollection AddDeliveriesStore(this IServiceCollection services) => services
        .AddPooledDbContextFactory<DeliveriesContext>((provider, options) => provider.GetRequiredService<Database>().Configure(options, DataFile.Main))
        .AddSingleton<IDeliveryStore, DeliveryStore>();
}
