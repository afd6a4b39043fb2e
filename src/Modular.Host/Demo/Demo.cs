namespace Modular.Host.Demo;

/// <summary>Composition of the demonstration: the people and accounts are there before anybody can ask for a page.</summary>
internal static class Demo
{
    public static IServiceCollection AddDemo(this IServiceCollection services, bool fills)
    {
        services.AddSingleton<DemoAccounts>();
        if (fills)
        {
            services.AddSingleton<DemoData>();
            services.AddHostedService<DemoAtStart>();
        }

        return services;
    }
}
