using Modular.Host.Security;

namespace Modular.Host.Web;

/// <summary><c>/session</c>: whose session is open. A page asks it before showing again what it hid; asking keeps the session of somebody who types.</summary>
internal static class SessionEndpoint
{
    public static void MapSession(this WebApplication app) =>
        app.MapGet("/session", (ICurrentAccount current) => Results.Text(current.Required.Account.ToString()));
}
