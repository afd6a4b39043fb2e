using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Modular.Benchmarks.Processes;

namespace Modular.Benchmarks.Measures;

/// <summary>What the machine could do at best: a page of the same size from memory, a form that is read and redirected.</summary>
internal static class BareKestrel
{
    public const string Command = "bare-kestrel";

    /// <param name="pageBytes">How long its page is.</param>
    public static Task<ServedProcess> StartAsync(int pageBytes = 32 * 1024) => ServedProcess.StartAsync(address => new ProcessStartInfo(
        Environment.ProcessPath!, [.. EntryPoint(), Command, address.ToString(), pageBytes.ToString(CultureInfo.InvariantCulture)]));

    public static async Task ServeAsync(string urls, int pageBytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(urls);
        var page = Encoding.UTF8.GetBytes(new string('x', pageBytes));
        app.MapGet("/health/ready", () => Results.Ok());
        app.MapGet("/page", () => Results.Bytes(page, "text/html"));
        app.MapPost("/page", async (HttpRequest request) =>
        {
            await request.ReadFormAsync();
            return Results.Redirect("/page");
        });
        await app.RunAsync();
    }

    // Started as `dotnet Modular.Benchmarks.dll`, the process is dotnet and wants the assembly's name.
    private static string[] EntryPoint() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
