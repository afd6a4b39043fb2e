using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Modular.Host.Web;

/// <summary>The files of wwwroot, from inside the assembly. An address holds a fingerprint: browsers keep a file until a new version changes it.</summary>
internal sealed class Assets
{
    private const string Prefix = "wwwroot/";

    private readonly FrozenDictionary<string, Asset> _byName = typeof(Assets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(Asset.Read)
        .ToFrozenDictionary(asset => asset.Name);

    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The address of a file, for <c>href</c> and <c>src</c>: <c>/modular.css?v=1f3a…</c>.</summary>
    public string Address(string name) => $"/{name}?v={_byName[name].Fingerprint}";

    public Task SendAsync(HttpContext context, string name)
    {
        var asset = _byName[name];
        var (request, response) = (context.Request, context.Response);
        response.ContentType = asset.ContentType;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = request.Query["v"] == asset.Fingerprint ? "public, max-age=31536000, immutable" : "no-cache";
        var brotli = request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (brotli)
        {
            response.Headers.ContentEncoding = "br";
        }

        var body = brotli ? asset.Brotli : asset.Bytes;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private sealed record Asset(string Name, string ContentType, string Fingerprint, byte[] Bytes, byte[] Brotli)
    {
        public static Asset Read(string resource)
        {
            using var content = typeof(Assets).Assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[content.Length];
            content.ReadExactly(bytes);
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                brotli.Write(bytes);
            }

            var name = resource[Prefix.Length..];
            return new Asset(name, TypeOf(name), Convert.ToHexStringLower(SHA256.HashData(bytes))[..16], bytes, packed.ToArray());
        }

        private static string TypeOf(string name) => Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new NotSupportedException($"No content type is known for {other}."),
        };
    }
}

internal static class AssetsMapping
{
    public static void MapAssets(this WebApplication app)
    {
        var assets = app.Services.GetRequiredService<Assets>();
        foreach (var name in assets.Names)
        {
            app.MapMethods($"/{name}", ["GET", "HEAD"], context => assets.SendAsync(context, name)).AllowAnonymous();
        }
    }
}
