using System.Globalization;
using Modular.Statistics;

namespace Modular.Reporting.Tests.Wording;

[TestClass]
public sealed class FrenchTests
{
    [TestMethod]
    [DataRow("1204", "1\u202F204")]
    [DataRow("2.5", "2,5")]
    [DataRow("0", "0")]
    public void Numbers_are_grouped_and_have_a_comma(string number, string text) => Assert.AreEqual(text, French.Number(Cell(number)));

    [TestMethod]
    [DataRow("57.1", "57\u202F%")]
    [DataRow("0", "0\u202F%")]
    [DataRow("0.4", "<\u202F1\u202F%")]
    [DataRow("99.6", ">\u202F99\u202F%")]
    [DataRow("100", "100\u202F%")]
    [DataRow("12.5", "13\u202F%")]
    public void Percents_are_whole_and_never_a_false_zero(string number, string text) => Assert.AreEqual(text, French.Percent(Cell(number)));

    [TestMethod]
    public void Hidden_and_missing_are_words()
    {
        Assert.AreEqual("masqué", French.Number(Statistics.Cell.Hidden));
        Assert.AreEqual("sans donnée", French.Percent(Statistics.Cell.None));
    }

    private static Cell Cell(string number) => Statistics.Cell.Of(decimal.Parse(number, CultureInfo.InvariantCulture));
}
