using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.WebEncoders;
using Modular.Contracts.Wording;
using Modular.Host.Demo;
using Modular.Host.Intake;
using Modular.Host.Presence;
using Modular.Host.Jobs;
using Modular.Host.Logging;
using Modular.Host.Security;
using Modular.Host.State;
using Modular.Host.Telemetry;
using Modular.Host.Web;

namespace Modular.Host.Composition;

/// <summary>The web host, composed in one visible place.</summary>
internal static class ModularApp
{
    public static WebApplication Build(ServeOptions options)
    {
        // Named: under a test's process the entry assembly is another, and the pages would not be found.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = "modular", ContentRootPath = Configuration.Home, EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        Configuration.AddTo(builder.Configuration, options);
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = provider.ValidateOnBuild = true);
        // Started by the machine, it says when it is ready and ends when it is told to; started by hand, nothing changes.
        builder.Services.AddSystemd().AddWindowsService(service => service.ServiceName = "Modular");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(services => new LineLoggerProvider(services.GetRequiredService<TimeProvider>()));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.StopInTime();

        var settings = ModularSettings.From(builder.Configuration);
        builder.Services.AddHostedService<DataFolderLockService>();
        // Before what it listens to: it ends after it.
        builder.Services.AddHostTelemetry(builder.Configuration, settings);
        // Before the sites: which of their versions are in use, the database says.
        builder.Services.AddSingleton<UpgradePage>();
        builder.Services.AddHostedService<SchemaUpgradeService>();
        builder.Services.AddModular(settings);
        builder.Services.AddDemo(settings.Demo);
        builder.Services.AddHostJobs(builder.Configuration);
        builder.Services.AddReadiness();
        builder.Services.AddSingleton<RequestFigures>();
        builder.Services.AddSingleton<HostStateReader>();
        builder.Services.AddProxies(builder.Configuration);
        builder.Services.AddSecurity();
        builder.Services.AddPages();
        builder.Services.AddIntakePages();
        builder.Services.AddPresencePages();
        options.Services(builder.Services);
        builder.Services.AddHostedService<UpgradePageEnd>();
        // Whoever starts the host says why it did not start, in a sentence.
        var isStarted = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => isStarted && level >= LogLevel.Warning);

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => isStarted = true);
        app.UseForwardedHeaders();
        app.UseHsts();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseMiddleware<RequestLog>();
        app.UseErrorPages();
        app.UseMiddleware<QueryTextMiddleware>();
        app.UseMiddleware<PostedFormMiddleware>();
        app.UseMiddleware<ExpiredSessionMiddleware>();
        app.UseRequestLocalization(French);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapAssets();
        app.MapReadiness();
        app.MapSession();
        app.MapPresenceFeeds();
        app.MapJobEngine();
        app.MapRazorPages();
        return app;
    }

    /// <summary>One language, whatever the browser asks for.</summary>
    private static void French(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(FrenchTime.Culture.Name);
        options.RequestCultureProviders.Clear();
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new ExpiredPage()).ConfigureFilter(new UnhandledPostFilter()));
        // They take the names of fields for jQuery's, and fail on those of a repeated group.
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            mvc.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        });
        // Accents as they are: pages stay legible at the source and a fifth smaller.
        services.Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "modular.formulaire";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<CookieTempDataProviderOptions>(kept => kept.Cookie.Name = "modular.message");
        services.AddSingleton<Assets>();
    }
}
