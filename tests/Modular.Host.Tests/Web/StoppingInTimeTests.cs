using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Modular.Host.Tests.Web;

[TestClass]
public sealed class StoppingInTimeTests
{
    /// <summary>A laptop that is closed, a line that breaks: nobody will ever send the rest.</summary>
    [TestMethod]
    [DataRow(
        "GET /health/live HTTP/1.1\r\nHost: here\r\n\r\nGET /connexion HTTP/1.1\r\nHost: here\r\n",
        DisplayName = "half of its headers, behind a request that is answered")]
    [DataRow(
        "POST /connexion HTTP/1.1\r\nHost: here\r\nExpect: 100-continue\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n",
        DisplayName = "a form that was asked for")]
    public async Task A_request_that_never_ends_does_not_keep_the_host_from_stopping(string unended)
    {
        using var client = new TcpClient();
        long began;
        await using (var host = await HostUnderTest.StartAsync())
        {
            await client.ConnectAsync(host.Address.Host, host.Address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(unended));
            // The host has read it when it answers: the first request, or that it wants the form.
            Assert.IsGreaterThan(0, await client.GetStream().ReadAsync(new byte[1024]));
            began = Stopwatch.GetTimestamp();
        }

        Assert.IsLessThan(TimeSpan.FromSeconds(9), Stopwatch.GetElapsedTime(began));
    }
}
