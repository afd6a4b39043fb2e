using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Modular.Browser.Tests.Reports;

/// <summary>A file and an address of this machine that no report may reach, and the markup that would reach them.</summary>
internal sealed class Canary : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modular-canary-");
    private readonly List<string> _asked = [];

    public Canary()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "canary.txt"), "CANARY");
        _listener.Start();
        _ = ListenAsync();
    }

    /// <summary>What came to the address. Empty when all is well.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>
    /// Leads elsewhere by itself. No policy within a file forbids that: templates may not hold it, and who prints a page says so from outside.
    /// </summary>
    public string Refresh => $"<meta http-equiv=\"refresh\" content=\"0;url={Address}/refresh\">";

    private string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public string Markup
    {
        get
        {
            var file = new Uri(Path.Combine(_folder.FullName, "canary.txt")).AbsoluteUri;
            var address = Address;
            var other = address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
            return $$"""
                <script>document.title = 'RAN'; document.body.append('RAN'); fetch('{{address}}/script');</script>
                <script src="{{address}}/src"></script><svg onload="document.title='RAN'; fetch('{{address}}/svg')"></svg>
                <img src="{{address}}/img"><img src="{{other}}/img"><img src="{{file}}"><iframe src="{{address}}/frame"></iframe><iframe src="{{file}}"></iframe>
                <object data="{{file}}"></object><embed src="{{file}}"><link rel="stylesheet" href="{{address}}/css"><link rel="prefetch" href="{{address}}/prefetch">
                <style>@import url("{{address}}/import"); body { background: url("{{address}}/background") }</style><div style="background: url('{{address}}/inline')">x</div>
                <video src="{{address}}/video" poster="{{address}}/poster"></video><iframe srcdoc="<script>parent.document.title='RAN'</script>"></iframe>
                """;
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        _folder.Delete(recursive: true);
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                var request = new byte[200];
                var read = await client.GetStream().ReadAsync(request);
                lock (_asked)
                {
                    _asked.Add(Encoding.ASCII.GetString(request, 0, read));
                }
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or IOException)
        {
            _listener.Stop();
        }
    }
}
