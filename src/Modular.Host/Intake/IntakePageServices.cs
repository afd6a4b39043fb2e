using Microsoft.AspNetCore.Http.Features;

namespace Modular.Host.Intake;

/// <summary>Composition of the pages of the nominative side.</summary>
internal static class IntakePageServices
{
    /// <summary>The largest form of a site, its rows included, is far above the framework's 1 024 values.</summary>
    private const int MostValues = 16_384;

    public static IServiceCollection AddIntakePages(this IServiceCollection services) => services
        .AddSingleton<MyDayService>()
        .Configure<FormOptions>(form => form.ValueCountLimit = MostValues);
}
