namespace Modular.Host.Composition;

/// <summary>Where somebody on this machine opens what is served.</summary>
internal static class ServedAddress
{
    public static string Of(WebApplication app) => Opened(app.Urls.First());

    /// <summary>Who listens everywhere has an address that no browser opens.</summary>
    public static string Opened(string url) =>
        url.Replace("//[::]:", "//localhost:", StringComparison.Ordinal).Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal);
}
