using System.Text.Encodings.Web;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;

namespace Modular.Forms.Tests;

[TestClass]
public sealed class BlankFormTests
{
    private static readonly AnswerSet Monday = AnswerSet.Empty.With("day", new Answer.Day(SmallForms.Today));
    private static readonly AnswerSet Tuesday = AnswerSet.Empty.With("day", new Answer.Day(SmallForms.Today.AddDays(1)));

    private readonly FormPlan _plan = SmallForms.Plan(
        SmallForms.Field("day", FieldKind.Date),
        SmallForms.Field("track", FieldKind.Computed) with { Compute = Computation.Rules, Codes = "fruit" });

    private int _read;

    [TestMethod]
    public void It_is_read_once_for_everybody_who_opens_it_on_that_day()
    {
        Assert.AreSame(Opened(Monday), Opened(AnswerSet.Empty.With("day", new Answer.Day(SmallForms.Today))));
        Assert.AreEqual(1, _read);
    }

    [TestMethod]
    public void The_next_day_has_its_own()
    {
        Opened(Monday);
        Assert.AreEqual(new Answer.Day(SmallForms.Today.AddDays(1)), Opened(Tuesday, SmallForms.Today.AddDays(1)).Answers["day"]);
        Assert.AreEqual(2, _read);
        Assert.AreNotSame(Opened(Monday), Opened(Monday, SmallForms.Today.AddDays(1)));
    }

    [TestMethod]
    public void It_is_written_as_any_other_reading_is()
    {
        var opened = Opened(Monday);
        Assert.AreEqual(Written(opened with { Missing = [] }), Written(opened));
        Assert.AreEqual(Written(opened), Written(opened));
        Assert.Contains("value=\"2026-11-23\"", Written(opened));
    }

    [TestMethod]
    public void What_a_rule_failed_at_is_tried_again_the_next_time()
    {
        Opened(Monday, fails: true);
        var opened = Opened(Monday);
        Assert.AreEqual(new Answer.Choice("poire"), opened.Answers["track"]);
        Assert.AreEqual(2, _read);
    }

    private FormReading Opened(AnswerSet start, DateOnly? today = null, bool fails = false) => _plan.Blank(start, today ?? SmallForms.Today, () =>
    {
        _read++;
        return FormReader.Read(
            _plan, TypedAnswers.Of(start), today ?? SmallForms.Today, start, _ => fails ? null : new Dictionary<string, string> { ["track"] = "poire" });
    });

    private static string Written(FormReading reading)
    {
        using var writer = new StringWriter();
        new FormHtml(reading).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
