using System.Globalization;
using Modular.Contracts.Wording;

namespace Modular.Sites.Tests.Wording;

[TestClass]
public sealed class CountedTests
{
    [TestMethod]
    [DataRow("0", "0 jour")]
    [DataRow("1", "1 jour")]
    [DataRow("1.5", "1,5 jour")]
    [DataRow("-1", "-1 jour")]
    [DataRow("2", "2 jours")]
    [DataRow("1204", "1\u202F204 jours")]
    public void In_French_whatever_is_below_two_is_singular(string number, string said) =>
        Assert.AreEqual(said, Counted.InFrench(decimal.Parse(number, CultureInfo.InvariantCulture), "jour", "jours"));

    [TestMethod]
    [DataRow(0, "0 situations")]
    [DataRow(1, "1 situation")]
    [DataRow(2, "2 situations")]
    public void In_English_one_alone_is_singular(int number, string said) => Assert.AreEqual(said, Counted.InEnglish(number, "situation"));

    [TestMethod]
    public void A_plural_that_is_no_s_is_given() =>
        Assert.AreEqual("1 was, 2 were", $"{Counted.InEnglish(1, "was", "were")}, {Counted.InEnglish(2, "was", "were")}");
}
