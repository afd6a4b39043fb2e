using Microsoft.Net.Http.Headers;

namespace Modular.Host.Composition;

/// <summary>What is told to those who ask while the tables are brought up to date, or wait for that: the host itself does not listen yet.</summary>
internal sealed class UpgradePage(IConfiguration settings) : IAsyncDisposable
{
    private const string Again = "<meta http-equiv=\"refresh\" content=\"5\">";

    private const string Kept =
        "<p>Votre envoi n’a pas été enregistré. Revenez à la page précédente dans quelques instants\u202F: votre saisie y est encore.</p>";

    private WebApplication? _served;

    public async Task ShowAsync()
    {
        if (_served is not null)
        {
            return;
        }

        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = "modular", ContentRootPath = Configuration.Home, EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(settings);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<IHostLifetime, Guest>();
        var page = builder.Build();
        page.Run(AnswerAsync);
        try
        {
            await page.StartAsync();
            _served = page;
        }
        catch (IOException)
        {
            // Somebody else listens there: the host itself says so when its turn comes.
            await page.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_served is { } page)
        {
            _served = null;
            await page.StopAsync();
            await page.DisposeAsync();
        }
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var (path, answer) = (context.Request.Path, context.Response);
        answer.Headers[HeaderNames.CacheControl] = "no-store";
        // Who asks again is to meet the host, and not the end of this.
        answer.Headers[HeaderNames.Connection] = "close";
        if (path == "/health/live")
        {
            answer.ContentType = "text/plain; charset=utf-8";
            return answer.WriteAsync("Healthy\n");
        }

        answer.StatusCode = StatusCodes.Status503ServiceUnavailable;
        answer.Headers[HeaderNames.RetryAfter] = "5";
        if (path == "/health/ready")
        {
            answer.ContentType = "text/plain; charset=utf-8";
            return answer.WriteAsync("Unhealthy\nschema: The tables are brought up to date, or wait until hosts of the earlier version have ended.\n");
        }

        answer.ContentType = "text/html; charset=utf-8";
        answer.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return answer.WriteAsync(Page(isRead ? Again : "", isRead ? "" : Kept));
    }

    private static string Page(string head, string more) => $$"""
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Modular · mise à jour</title>
        {{head}}
        <style>
        :root { color-scheme: light dark; }
        body { font: 106.25%/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; max-width: 40rem; margin: 12vh auto; padding: 0 1.25rem; }
        h1 { font-size: 1.7rem; line-height: 1.25; }
        </style>
        </head>
        <body>
        <main>
        <h1>Modular est mis à jour</h1>
        <p>Cela prend quelques instants. Rien de ce qui est enregistré n’est perdu{{(more.Length == 0 ? ", et cette page se rouvre d’elle-même" : "")}}.</p>
        {{more}}
        </main>
        </body>
        </html>

        """;

    /// <summary>Whoever tells the process to stop speaks to the host, not to this page.</summary>
    private sealed class Guest : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>The last to start before the host listens: until then the page has its address.</summary>
internal sealed class UpgradePageEnd(UpgradePage page) : LifecycleService
{
    public override async Task StartAsync(CancellationToken cancellationToken) => await page.DisposeAsync();
}
