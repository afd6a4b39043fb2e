using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Modular.Host.Composition;

namespace Modular.Host.Web;

/// <summary>
/// Believes what a proxy says of the caller and of HTTPS, if the proxy is on this machine or named in <c>Modular:KnownProxies</c>. Without it cookies would
/// lose Secure and every caller would look local; believed of anybody, a caller could take any address.
/// </summary>
internal static class BehindProxy
{
    public static void AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = (configuration.GetSection("Modular:KnownProxies").Get<string[]>() ?? []).Select(Address).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            proxies.ForEach(options.KnownProxies.Add);
        });
    }

    private static IPAddress Address(string text) => IPAddress.TryParse(text, out var address)
        ? address
        : throw new SettingRefusedException("Modular:KnownProxies holds something that is not an IP address.");
}
