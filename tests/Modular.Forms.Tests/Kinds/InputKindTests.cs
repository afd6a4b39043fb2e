using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Forms.Kinds;

namespace Modular.Forms.Tests.Kinds;

[TestClass]
public sealed class InputKindTests
{
    [TestMethod]
    [DataRow("2026-11-23")]
    [DataRow("23/11/2026")]
    [DataRow(" 23.11.2026 ")]
    public void A_day_is_read_as_browsers_post_it_and_as_people_write_it(string typed) =>
        Assert.AreEqual(new Answer.Day(new DateOnly(2026, 11, 23)), Read(FieldKind.Date, typed).Answer);

    [TestMethod]
    [DataRow("2026-02-29")]
    [DataRow("31/04/2026")]
    [DataRow("11/23/2026")]
    [DataRow("demain")]
    [DataRow("0001-01-01")]
    public void A_day_that_does_not_exist_is_refused_with_an_example(string typed) => StringAssert.Contains(Read(FieldKind.Date, typed).Error, "par exemple");

    [TestMethod]
    public void The_29th_of_February_of_a_leap_year_is_a_day() => Assert.IsNotNull(Read(FieldKind.Date, "29/02/2024").Answer);

    [TestMethod]
    [DataRow("2,5", "2.5")]
    [DataRow("2.5", "2.5")]
    [DataRow("1\u202f234,5", "1234.5")]
    public void A_number_is_read_with_a_comma_or_a_point(string typed, string number) =>
        Assert.AreEqual(new Answer.Number(decimal.Parse(number, CultureInfo.InvariantCulture)), Read(FieldKind.Decimal, typed).Answer);

    [TestMethod]
    [DataRow("45", 45)]
    [DataRow("1 h 15", 75)]
    [DataRow("1h", 60)]
    [DataRow("1:05", 65)]
    [DataRow("25 min", 25)]
    public void A_duration_is_minutes_or_hours_and_minutes(string typed, int minutes) =>
        Assert.AreEqual(new Answer.Number(minutes), Read(FieldKind.Duration, typed).Answer);

    [TestMethod]
    [DataRow("9h30")]
    [DataRow("9 h 30")]
    [DataRow("09:30")]
    public void An_hour_is_read_as_people_write_it(string typed) => Assert.AreEqual(new Answer.Hour(new TimeOnly(9, 30)), Read(FieldKind.Time, typed).Answer);

    [TestMethod]
    [DataRow("06 00 00 00 00")]
    [DataRow("+33 6 00 00 00 00")]
    [DataRow("3919")]
    public void A_telephone_number_is_kept_as_typed(string typed) => Assert.AreEqual(new Answer.Text(typed), Read(FieldKind.Telephone, typed).Answer);

    [TestMethod]
    [DataRow("appeler le matin")]
    [DataRow("1")]
    public void What_is_no_telephone_number_is_refused(string typed) => Assert.IsNotNull(Read(FieldKind.Telephone, typed).Error);

    [TestMethod]
    public void Spaces_alone_are_no_answer() => Assert.AreEqual(ParsedAnswer.Nothing, Read(FieldKind.Text, " \r\n\t", 10));

    [TestMethod]
    public void A_text_longer_than_its_limit_says_by_how_much() =>
        StringAssert.Contains(Read(FieldKind.LongText, new string('a', 1201), 1200).Error, "1\u202f201");

    [TestMethod]
    [DataRow("a\u0007\0b", "ab")]
    [DataRow("a\U0001F600b", "a\U0001F600b")]
    public void Control_characters_of_a_paste_are_left_out(string typed, string kept) =>
        Assert.AreEqual(new Answer.Text(kept), Read(FieldKind.Text, typed, 10).Answer);

    [TestMethod]
    public void Half_a_character_is_shown_as_one_that_cannot_be_read() =>
        Assert.AreEqual(new Answer.Text("a\ufffdb"), Read(FieldKind.Text, string.Concat("a", (char)0xD800, "b"), 10).Answer);

    private static ParsedAnswer Read(FieldKind kind, string typed, int? most = null) =>
        ((InputKind)Kind.Of(kind)).Parse(typed, new FormField { Id = "x", Kind = kind, Label = "x", MaxLength = most });
}
