namespace Modular.Host.Composition;

/// <summary>The settings the host itself reads. config/appsettings.schema.json explains each key.</summary>
/// <param name="Browser">The browser that prints a PDF; null: one that is found on the machine.</param>
internal sealed record ModularSettings(string DataFolder, string PluginsFolder, bool Demo, string? Browser)
{
    public string KeysFolder => Path.Combine(DataFolder, "keys");

    public static ModularSettings From(IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Modular") is { Length: > 0 })
        {
            throw new SettingRefusedException("ConnectionStrings:Modular is set, but this version keeps its data in the data folder only. Remove the setting.");
        }

        return new(
            Full(configuration["Modular:DataFolder"] ?? "data"),
            Full(configuration["Modular:PluginsFolder"] ?? "plugins"),
            configuration.GetValue("Modular:Demo", false),
            configuration["Modular:Browser"] is { Length: > 0 } browser ? browser : null);
    }

    private static string Full(string folder) => Path.GetFullPath(folder, Configuration.Home);
}

/// <summary>A setting that cannot be obeyed: better not to start than to ignore it.</summary>
internal sealed class SettingRefusedException(string sentence) : Exception(sentence);
