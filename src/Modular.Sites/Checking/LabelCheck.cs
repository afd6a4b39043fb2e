using System.Globalization;
using System.Text;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Forms;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>
/// Two things that a person reads alike and would have to tell apart: options of a question, stations, posts, funders, sections, questions of a section.
/// </summary>
internal sealed class LabelCheck : StaticCheck
{
    protected override void OfSite(ParsedSite parsed, SiteDefinition site)
    {
        Alike(parsed, site.Stations, station => station.Id, station => station.Name, "name");
        Alike(parsed, site.Posts, post => post.Id, post => post.Name, "name");
        Alike(parsed, site.Funders, funder => funder.Id, funder => funder.Name, "name");
        foreach (var options in site.Codes.Values)
        {
            // One that is no longer offered may read like the one in its place.
            Alike(parsed, options.Where(option => !option.Retired), option => option.Value, option => option.Label, "label");
        }
    }

    protected override void OfForm(ParsedSite parsed, FormPlan plan)
    {
        Alike(parsed, plan.Form.Sections, section => section.Id, section => section.Title, "title", (one, other) => CanMeet(plan, one, other));
        foreach (var scope in plan.AllFields.GroupBy(planned => (planned.Section, planned.Group)))
        {
            // Questions on different conditions are taken for branches: each is read below the answer that opened it.
            Alike(parsed, scope.Select(planned => planned.Field), field => field.Id, field => field.Label, "label", (one, other) =>
                IsNeverWithout(plan, scope.Key.Group, one, other) || IsNeverWithout(plan, scope.Key.Group, other, one));
        }

        foreach (var planned in plan.AllFields)
        {
            Special(parsed, planned);
        }
    }

    /// <summary>The host's own "Ne sait pas" beside an option of the site that reads like it.</summary>
    private static void Special(ParsedSite parsed, FieldPlan planned)
    {
        var field = planned.Field;
        var read = planned.Options.Where(option => !option.Retired).Select(option => Read(option.Label)).ToHashSet();
        foreach (var (index, special) in field.AlsoAnswers.Index().Where(special => read.Contains(Read(special.Item.Label()))))
        {
            parsed.Fault(
                field, "alsoAnswers",
                $"\"{special.Label()}\" is read twice at \"{field.Id}\": its options have it already, and \"{special.Spelled()}\" adds it. Keep one of them.",
                index);
        }
    }

    private static bool CanMeet(FormPlan plan, FormSection one, FormSection other) =>
        ConditionAnalysis.Of(plan, [.. new[] { one.When, other.When }.OfType<Condition>().Select(when => new FormCondition(when, null))]).CanHold;

    private static bool IsNeverWithout(FormPlan plan, FormField? group, FormField one, FormField other) =>
        other.When is null || (one.When is not null && !ConditionAnalysis.Of(plan, [new(one.When, group), new(new Condition.Not(other.When), group)]).CanHold);

    /// <summary>Those of one identifier have their fault already.</summary>
    /// <param name="meet">Whether two of them are on the page together; null: all do.</param>
    private static void Alike<T>(ParsedSite parsed, IEnumerable<T> items, Func<T, string> id, Func<T, string> label, string key, Func<T, T, bool>? meet = null)
        where T : class
    {
        foreach (var same in items.GroupBy(item => Read(label(item))).Select(same => same.DistinctBy(id).ToList()))
        {
            foreach (var (_, again) in same.Index().Where(later => same.Take(later.Index).Any(first => meet?.Invoke(first, later.Item) ?? true)))
            {
                parsed.Fault(again, key, $"\"{label(again)}\" is read twice: people could not tell one from the other.");
            }
        }
    }

    /// <summary>As the eye takes it, whatever its case, its spaces, its apostrophes, and the signs that nobody sees.</summary>
    private static string Read(string label) =>
        string.Join(' ', Seen(label).Normalize(NormalizationForm.FormKC).Replace('\u2019', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToUpper(CultureInfo.InvariantCulture);

    private static string Seen(string label) => string.Concat(label.EnumerateRunes().Where(sign => Rune.GetUnicodeCategory(sign) != UnicodeCategory.Format));
}
