using Microsoft.Extensions.DependencyInjection;
using Modular.Statistics;

namespace Modular.Storage.Statistics;

internal static class FactStoreServices
{
    public static IServiceCollection AddStatisticsStore(this IServiceCollection services) => services
        .AddTables<StatisticsContext>()
        .AddSingleton<FactStore>()
        .AddSingleton<IFactSink>(provider => provider.GetRequiredService<FactStore>())
        .AddSingleton<IFactReader>(provider => provider.GetRequiredService<FactStore>());
}
