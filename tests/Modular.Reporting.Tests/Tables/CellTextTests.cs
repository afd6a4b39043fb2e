using System.Globalization;
using Modular.Reporting.Tables;
using Modular.Statistics.Figures;

namespace Modular.Reporting.Tests.Tables;

[TestClass]
public sealed class CellTextTests
{
    [TestMethod]
    [DataRow("1204", "1\u202F204")]
    [DataRow("2.5", "2,5")]
    [DataRow("12.96", "13,0")]
    [DataRow("0", "0")]
    public void A_number_is_whole_or_has_one_decimal(string number, string text) => Assert.AreEqual(text, CellText.Number(CellOf(number)));

    [TestMethod]
    public void A_percent_is_whole() => Assert.AreEqual("13\u202F%", CellText.Percent(CellOf("12.5")));

    [TestMethod]
    public void Hidden_and_missing_are_words()
    {
        Assert.AreEqual("masqué", CellText.Number(Cell.Hidden));
        Assert.AreEqual("sans donnée", CellText.Percent(Cell.None));
    }

    private static Cell CellOf(string number) => Cell.Of(decimal.Parse(number, CultureInfo.InvariantCulture));
}
