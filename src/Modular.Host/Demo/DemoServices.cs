using Modular.Host.Composition;

namespace Modular.Host.Demo;

/// <summary>Composition of the demonstration: the people and accounts are there before anybody can ask for a page.</summary>
internal static class DemoServices
{
    public static IServiceCollection AddDemo(this IServiceCollection services, bool fills)
    {
        services.AddSingleton<DemoFolder>();
        if (fills)
        {
            services.AddSingleton<DemoData>();
            services.AddHostedService<DemoFillingLoop>();
        }

        return services;
    }

    public static Task GreetAsync(WebApplication app, TextWriter console)
    {
        var settings = app.Services.GetRequiredService<ModularSettings>();
        return (app.Services.GetRequiredService<DemoFolder>().Filled, settings.Demo) switch
        {
            ({ } filled, _) => console.WriteLineAsync(
                $"Open {ServedAddress.Of(app)}: {Number(filled.Sites.Count)} with invented people. The accounts are on the sign-in page."),
            (null, true) => console.WriteLineAsync($"{settings.DataFolder} holds accounts of its own: it is served as it is, without a demonstration."),
            _ => Task.CompletedTask,
        };
    }

    private static string Number(int sites) => sites switch
    {
        0 => "no sites",
        1 => "one site",
        2 => "two sites",
        3 => "three sites",
        4 => "four sites",
        _ => FormattableString.Invariant($"{sites} sites"),
    };
}
