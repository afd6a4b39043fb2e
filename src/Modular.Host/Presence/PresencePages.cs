namespace Modular.Host.Presence;

/// <summary>Composition of the pages and feeds of the presence.</summary>
internal static class PresencePages
{
    public static IServiceCollection AddPresencePages(this IServiceCollection services) => services.AddScoped<PresenceSites>().AddScoped<MyWeekDesk>();
}
