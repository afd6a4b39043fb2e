using Microsoft.Extensions.DependencyInjection;
using Modular.Statistics.Facts;
using Modular.Statistics.Figures;

namespace Modular.Statistics;

public static class StatisticsServices
{
    /// <summary>Wants an <see cref="IFactReader"/> and an <see cref="IFactSink"/>, which Storage provides.</summary>
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services.AddSingleton<FigureEngine>();
}
