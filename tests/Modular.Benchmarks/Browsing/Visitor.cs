using System.Buffers;
using System.Net;
using Modular.Benchmarks.Processes;

namespace Modular.Benchmarks.Browsing;

/// <summary>A browser without JavaScript: keeps its cookies, follows nothing by itself.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly CookieContainer _cookies;
    private readonly HttpClient _client;

    public Visitor(Uri address)
        : this(address, new CookieContainer())
    {
    }

    private Visitor(Uri address, CookieContainer cookies)
    {
        _cookies = cookies;
        _client = new HttpClient(
            new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    /// <summary>The same person at another host, as a proxy in front of both would have it.</summary>
    public Visitor At(Uri address) => new(address, _cookies);

    public static async Task<Visitor> SignedInAsync(Uri address, Account account)
    {
        var visitor = new Visitor(address);
        var form = HtmlForm.With(await visitor.ReadAsync("/connexion"), field => field.Type == "password");
        var login = form.Fields.First(field => field.Type is "text" or "email").Name;
        var password = form.Fields.First(field => field.Type == "password").Name;
        using var answer = await visitor.SendAsync("/connexion", form.Typed(login, account.Login).Typed(password, account.Password));
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther
            ? visitor
            : throw new InvalidOperationException($"The account could not sign in: {(int)answer.StatusCode}.");
    }

    /// <summary>A page, and where it leads at once.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var first = await _client.GetAsync(new Uri(path, UriKind.Relative));
        using var answer = Own(path, first) is { } own ? await _client.GetAsync(own) : first;
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"GET {path}: {(int)answer.StatusCode}.");
    }

    /// <summary>A page as it comes over the wire: what it takes to read its text is not the server's.</summary>
    /// <returns>How many bytes long it is.</returns>
    public async Task<long> ReceiveAsync(string path)
    {
        using var first = await _client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var answer = Own(path, first) is { } own ? await _client.GetAsync(own, HttpCompletionOption.ResponseHeadersRead) : first;
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"GET {path}: {(int)answer.StatusCode}.");
        }

        var (bytes, part) = (0L, ArrayPool<byte>.Shared.Rent(16 * 1024));
        await using (var content = await answer.Content.ReadAsStreamAsync())
        {
            for (var read = await content.ReadAsync(part); read > 0; read = await content.ReadAsync(part))
            {
                bytes += read;
            }
        }

        ArrayPool<byte>.Shared.Return(part);
        return bytes;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpResponseMessage> SendAsync(string page, HtmlForm form)
    {
        using var content = new FormUrlEncodedContent(form.Values);
        return await _client.PostAsync(new Uri(form.Action is { Length: > 0 } action ? action : page, UriKind.Relative), content);
    }

    /// <summary>A form that is spelled already.</summary>
    /// <returns>Whether the server took it and leads on.</returns>
    public async Task<bool> PostAsync(string path, byte[] form)
    {
        using var content = new ByteArrayContent(form) { Headers = { ContentType = new("application/x-www-form-urlencoded") } };
        using var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), content);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther;
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Versions before this one gave a new form an address of its own.</summary>
    private static Uri? Own(string path, HttpResponseMessage answer) =>
        answer.Headers.Location is { } own && own.OriginalString.StartsWith(path, StringComparison.Ordinal) ? own : null;
}
