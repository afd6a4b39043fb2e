namespace Modular.Host.Presence;

internal static class PresencePageServices
{
    public static IServiceCollection AddPresencePages(this IServiceCollection services) => services.AddScoped<PresenceSites>().AddScoped<MyWeekService>();
}
