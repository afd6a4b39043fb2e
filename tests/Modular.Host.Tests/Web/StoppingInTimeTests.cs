using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Modular.Host.Tests.Web;

[TestClass]
public sealed class StoppingInTimeTests
{
    /// <summary>A laptop that is closed, a line that breaks: nobody will ever send the rest.</summary>
    [TestMethod]
    [DataRow("GET /connexion HTTP/1.1\r\nHost: here\r\n", DisplayName = "half of its headers")]
    [DataRow(
        "POST /connexion HTTP/1.1\r\nHost: here\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na=b",
        DisplayName = "half of a form")]
    public async Task A_request_that_never_ends_does_not_keep_the_host_from_stopping(string half)
    {
        using var client = new TcpClient();
        long began;
        await using (var host = await HostUnderTest.StartAsync())
        {
            await client.ConnectAsync(host.Address.Host, host.Address.Port);
            // The answer to a whole one before it tells that the host reads.
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /health/live HTTP/1.1\r\nHost: here\r\n\r\n" + half));
            await client.GetStream().ReadExactlyAsync(new byte["HTTP/1.1 200".Length]);
            began = Stopwatch.GetTimestamp();
        }

        Assert.IsLessThan(TimeSpan.FromSeconds(9), Stopwatch.GetElapsedTime(began));
    }
}
