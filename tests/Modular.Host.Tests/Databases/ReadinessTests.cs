using System.Net;

namespace Modular.Host.Tests.Databases;

[TestClass]
public sealed class ReadinessTests
{
    [TestMethod]
    public async Task A_host_whose_keys_are_gone_is_not_ready_and_says_so()
    {
        await using var host = await HostUnderTest.StartAsync();
        Assert.AreEqual((HttpStatusCode.OK, "Healthy"), await FirstLineAsync(host));
        Directory.Move(Path.Combine(host.DataFolder, "keys"), Path.Combine(host.DataFolder, "keys-elsewhere"));
        Assert.Contains("keys: Unhealthy. Not in the folder of keys: key-*.xml.", await ReadyAsync(host));
    }

    [TestMethod]
    public async Task A_folder_that_is_asked_for_room_keeps_nothing_of_that()
    {
        await using var host = await HostUnderTest.StartAsync();
        Assert.AreEqual((HttpStatusCode.OK, "Healthy"), await FirstLineAsync(host));
        Assert.IsEmpty(Directory.GetFiles(host.DataFolder, ".probe-*"));
    }

    private static async Task<string> ReadyAsync(HostUnderTest host)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<(HttpStatusCode, string)> FirstLineAsync(HostUnderTest host)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Split('\n')[0]);
    }
}
