using System.Globalization;
using Modular.Contracts.Wording;

namespace Modular.Sites.Tests.Wording;

[TestClass]
public sealed class FrenchNumberTests
{
    [TestMethod]
    [DataRow("1204", 2, "1\u202F204")]
    [DataRow("2.5", 2, "2,5")]
    [DataRow("2.256", 2, "2,26")]
    [DataRow("2.256", 0, "2")]
    [DataRow("0", 2, "0")]
    public void A_number_has_as_many_decimals_as_it_needs(string number, int decimals, string said) =>
        Assert.AreEqual(said, FrenchNumber.Of(Number(number), decimals));

    [TestMethod]
    public void A_year_is_not_grouped() => Assert.AreEqual("2026", FrenchNumber.Plain(2026));

    [TestMethod]
    [DataRow("57.1", "57\u202F%")]
    [DataRow("0", "0\u202F%")]
    [DataRow("0.4", "<\u202F1\u202F%")]
    [DataRow("99.6", ">\u202F99\u202F%")]
    [DataRow("100", "100\u202F%")]
    [DataRow("12.5", "13\u202F%")]
    public void Percents_are_whole_and_never_a_false_zero(string number, string said) => Assert.AreEqual(said, FrenchNumber.Percent(Number(number)));

    [TestMethod]
    [DataRow("5.6", "+\u202F5,6\u202F%")]
    [DataRow("-10", "–\u202F10,0\u202F%")]
    [DataRow("0", "0,0\u202F%")]
    public void A_change_says_which_way(string number, string said) => Assert.AreEqual(said, FrenchNumber.Signed(Number(number), "%"));

    [TestMethod]
    [DataRow(12L, "1 ko")]
    [DataRow(12_345L, "12 ko")]
    [DataRow(1_500_000L, "1,5 Mo")]
    [DataRow(63_742_500_000L, "63,7 Go")]
    public void A_size_is_in_its_own_unit(long bytes, string said) => Assert.AreEqual(said, FrenchNumber.Size(bytes));

    private static decimal Number(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);
}
