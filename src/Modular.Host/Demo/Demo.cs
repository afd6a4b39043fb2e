namespace Modular.Host.Demo;

/// <summary>Composition of the demonstration.</summary>
internal static partial class Demo
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services.AddSingleton<DemoAccounts>().AddSingleton<DemoData>();

    /// <summary>People and accounts are there when this returns; the half-days held in the past year follow while the pages are served.</summary>
    public static async Task FillDemoAsync(this WebApplication app, CancellationToken cancellation)
    {
        var data = app.Services.GetRequiredService<DemoData>();
        if (await data.FillAsync(cancellation))
        {
            _ = HoldAsync(data, app.Services.GetRequiredService<ILogger<DemoData>>(), app.Lifetime.ApplicationStopping);
        }
    }

    private static async Task HoldAsync(DemoData data, ILogger log, CancellationToken stopping)
    {
        try
        {
            await data.HoldAsync(stopping);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotHeld(log, exception);
        }
        catch (OperationCanceledException)
        {
            // The host stops: the demonstration stays as far as it came.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The demonstration's half-days could not be marked.")]
    private static partial void LogNotHeld(ILogger log, Exception exception);
}
