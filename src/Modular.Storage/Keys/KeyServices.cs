using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Modular.Intake.Secrecy;

namespace Modular.Storage.Keys;

internal static class KeyServices
{
    /// <summary>Where the keys of Data Protection are, and those beside them.</summary>
    public static IServiceCollection AddKeyFiles<T>(this IServiceCollection services, Func<IServiceProvider, T> make)
        where T : class, IXmlRepository, IKeyFiles => services
        .AddSingleton(make)
        .AddSingleton<IXmlRepository>(provider => provider.GetRequiredService<T>())
        .AddSingleton<IKeyFiles>(provider => provider.GetRequiredService<T>());
}
