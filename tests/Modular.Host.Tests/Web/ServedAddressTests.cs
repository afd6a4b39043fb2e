using Modular.Host.Composition;

namespace Modular.Host.Tests.Web;

[TestClass]
public sealed class ServedAddressTests
{
    [TestMethod]
    [DataRow("http://[::]:5080", "http://localhost:5080")]
    [DataRow("http://0.0.0.0:5080", "http://localhost:5080")]
    [DataRow("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [DataRow("https://modular.example:5443", "https://modular.example:5443")]
    public void An_address_that_means_everywhere_is_printed_as_one_that_opens(string served, string printed) =>
        Assert.AreEqual(printed, ServedAddress.Opened(served));
}
