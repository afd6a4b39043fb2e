using Modular.Storage.PostgreSql;

namespace Modular.Host.Composition;

/// <summary>The settings the host itself reads. config/appsettings.schema.json explains each key.</summary>
/// <param name="Browser">The browser that prints a PDF; null: one that is found on the machine.</param>
/// <param name="PostgreSql">The database that several hosts share; null: files in the data folder.</param>
internal sealed record ModularSettings(string DataFolder, string PluginsFolder, bool Demo, string? Browser, string? PostgreSql)
{
    public static ModularSettings From(IConfiguration configuration)
    {
        var postgreSql = configuration.GetConnectionString("Modular") is { Length: > 0 } given ? given : null;
        if (postgreSql is not null && PostgreSqlStorageServices.Fault(postgreSql) is { } fault)
        {
            throw new SettingRefusedException($"ConnectionStrings:Modular {fault}");
        }

        return new(
            Full(configuration["Modular:DataFolder"] ?? "data"),
            Full(configuration["Modular:PluginsFolder"] ?? "plugins"),
            configuration.GetValue("Modular:Demo", false),
            configuration["Modular:Browser"] is { Length: > 0 } browser ? browser : null,
            postgreSql);
    }

    private static string Full(string folder) => Path.GetFullPath(folder, Configuration.Home);
}

/// <summary>A setting that cannot be obeyed: better not to start than to ignore it.</summary>
internal sealed class SettingRefusedException(string sentence) : Exception(sentence);
