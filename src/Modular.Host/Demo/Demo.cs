using Modular.Host.Composition;

namespace Modular.Host.Demo;

/// <summary>Composition of the demonstration: the people and accounts are there before anybody can ask for a page.</summary>
internal static class Demo
{
    public static IServiceCollection AddDemo(this IServiceCollection services, bool fills)
    {
        services.AddSingleton<DemoFolder>();
        if (fills)
        {
            services.AddSingleton<DemoData>();
            services.AddHostedService<DemoAtStart>();
        }

        return services;
    }

    /// <summary>Tells whoever started the demonstration where to go.</summary>
    public static Task GreetAsync(WebApplication app, TextWriter console)
    {
        var settings = app.Services.GetRequiredService<ModularSettings>();
        return (app.Services.GetRequiredService<DemoFolder>().Filled, settings.Demo) switch
        {
            ({ Sites: [_] }, _) => console.WriteLineAsync($"Open {app.Urls.First()}: one site with invented people. The accounts are on the sign-in page."),
            ({ } filled, _) => console.WriteLineAsync($"Open {app.Urls.First()}: {Number(filled.Sites.Count)} sites with invented people. The accounts are on the sign-in page."),
            (null, true) => console.WriteLineAsync($"{settings.DataFolder} holds accounts of its own: it is served as it is, without a demonstration."),
            _ => Task.CompletedTask,
        };
    }

    private static string Number(int count) => count switch { 0 => "no", 2 => "two", 3 => "three", 4 => "four", _ => count.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}
