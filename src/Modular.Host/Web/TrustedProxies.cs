using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Modular.Host.Composition;

namespace Modular.Host.Web;

/// <summary>Believes a proxy on this machine or in <c>Modular:KnownProxies</c> what it says of the caller and of HTTPS. Others could say anything.</summary>
internal static class TrustedProxies
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
