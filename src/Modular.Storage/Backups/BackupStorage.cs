using Microsoft.Extensions.DependencyInjection;
using Modular.Jobs;

namespace Modular.Storage.Backups;

internal static class BackupStorage
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddSingleton<BackupArchive>()
        .AddSingleton<BackupShelf>()
        .AddJob<BackupJob>();
}
