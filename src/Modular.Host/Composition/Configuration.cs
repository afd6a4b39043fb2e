using Modular.Sites;

namespace Modular.Host.Composition;

/// <summary>config/appsettings.json, then the environment, then the command line: the last one wins.</summary>
internal static class Configuration
{
    /// <summary>The folder that holds <c>config</c>. Relative folders begin there.</summary>
    public static string Home => InstallationFolder.Path;

    public static IConfiguration Read(ServeOptions options)
    {
        var builder = new ConfigurationBuilder();
        AddTo(builder, options);
        return builder.Build();
    }

    public static void AddTo(IConfigurationBuilder builder, ServeOptions options)
    {
        builder.AddInMemoryCollection([new("Urls", "http://127.0.0.1:5080")]);
        builder.AddJsonFile(Path.Combine(Home, "config", "appsettings.json"), optional: true, reloadOnChange: false);
        builder.AddEnvironmentVariables("ASPNETCORE_");
        builder.AddEnvironmentVariables();
        builder.AddInMemoryCollection(options.Settings);
        builder.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Modular:DataFolder"] = options.DataFolder,
            ["Modular:PluginsFolder"] = options.PluginsFolder,
            ["Modular:Demo"] = options.Demo ? "true" : null,
            ["Urls"] = options.Urls,
        }.Where(setting => setting.Value is not null));
    }
}
