using Microsoft.Extensions.DependencyInjection;
using Modular.Sites.Lifecycle;
using Modular.Sites.Sharing;

namespace Modular.Sites;

public static class SitesServices
{
    /// <summary>
    /// The catalogue of sites. Hosted, it is loaded before the host is ready and follows the folder; without hosting it is read once, when first asked.
    /// </summary>
    public static IServiceCollection AddSites(this IServiceCollection services, string pluginsFolder, string dataFolder)
    {
        services.AddSingleton(new SitePaths(Path.GetFullPath(pluginsFolder), Path.GetFullPath(dataFolder)));
        services.AddSingleton<CheckedVersions>();
        services.AddSingleton<VersionRepository>();
        services.AddSingleton<SiteActivator>();
        services.AddSingleton<SharedSites>();
        services.AddSingleton<SiteCatalogue>();
        services.AddSingleton<ISiteCatalogue>(provider => provider.GetRequiredService<SiteCatalogue>());
        services.AddSingleton<ISiteVersions>(provider => provider.GetRequiredService<SiteCatalogue>());
        services.AddSingleton<SiteLoader>();
        services.AddHostedService<SiteReloadLoop>();
        return services;
    }
}
