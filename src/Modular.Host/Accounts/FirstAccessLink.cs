using Modular.Access.SignIn;
using Modular.Host.Composition;

namespace Modular.Host.Accounts;

/// <summary>Tells the console, never the log, how to create the first administrator.</summary>
internal static class FirstAccessLink
{
    public static async Task PrintAsync(WebApplication app, TextWriter console)
    {
        if (await app.Services.GetRequiredService<FirstAccess>().OpenAsync() is { } token)
        {
            await console.WriteLineAsync($"""
                No administrator yet. Create one within two hours, once:
                  {ServedAddress.Of(app)}/premier-acces?jeton={token}
                """);
        }
    }
}
