using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Modular.Access;
using Modular.Intake;
using Modular.Presence;
using Modular.Reporting;
using Modular.Sites;
using Modular.Statistics;
using Modular.Storage.PostgreSql;
using Modular.Storage.Sqlite;

namespace Modular.Host.Composition;

/// <summary>What pages and commands share: one line a feature.</summary>
internal static class ModularServices
{
    public static IServiceCollection AddModular(this IServiceCollection services, ModularSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddKeys();
        _ = settings.PostgreSql is { } shared
            ? services.AddPostgreSqlStorage(settings.DataFolder, shared)
            : services.AddSqliteStorage(settings.DataFolder);
        services.AddSites(settings.PluginsFolder, settings.DataFolder);
        services.AddAccess();
        services.AddStatistics();
        services.AddReporting(settings.Browser);
        services.AddIntake();
        services.AddPresence();
        return services;
    }

    /// <summary>The keys of cookies and of encrypted columns: lost with them, a name can never be read again. Where they are, the database says.</summary>
    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection()
            .SetApplicationName("Modular")
            // Each page opens and seals a few tokens: this takes a third of the time. A key that is there already keeps what it was made for.
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM })
            .Services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((options, keys) => options.XmlRepository = keys);
    }
}
