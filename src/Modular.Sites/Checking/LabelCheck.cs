using System.Globalization;
using System.Text;
using Modular.Contracts.Sites;
using Modular.Sites.Files;

namespace Modular.Sites.Checking;

/// <summary>Two things that a person reads alike and would have to tell apart: options of a list, stations, posts, funders, sections, questions of a section.</summary>
internal static class LabelCheck
{
    public static void Run(SiteDraft draft, SiteDefinition site)
    {
        Alike(draft, site.Stations, station => station.Id, station => station.Name, "name");
        Alike(draft, site.Posts, post => post.Id, post => post.Name, "name");
        Alike(draft, site.Funders, funder => funder.Id, funder => funder.Name, "name");
        foreach (var options in site.Codes.Values)
        {
            // One that is no longer offered may read like the one in its place.
            Alike(draft, options.Where(option => !option.Retired), option => option.Value, option => option.Label, "label");
        }
    }

    public static void Run(SiteDraft draft, FormLayout layout)
    {
        Alike(draft, layout.Form.Sections, section => section.Id, section => section.Title, "title");
        foreach (var scope in layout.Places.GroupBy(place => (place.Section, place.Group)))
        {
            // Questions that are each put on a condition are taken for branches of which one is shown.
            var fields = scope.Select(place => place.Field).OrderBy(field => field.When is not null).ToList();
            var always = fields.Where(field => field.When is null).Select(field => Read(field.Label)).ToHashSet();
            Alike(draft, fields.Where(field => always.Contains(Read(field.Label))), field => field.Id, field => field.Label, "label");
        }
    }

    /// <summary>Those of one identifier have their fault already.</summary>
    private static void Alike<T>(SiteDraft draft, IEnumerable<T> items, Func<T, string> id, Func<T, string> label, string key)
        where T : class
    {
        foreach (var again in items.GroupBy(item => Read(label(item))).SelectMany(same => same.DistinctBy(id).Skip(1)))
        {
            draft.Fault(again, key, $"\"{label(again)}\" is read twice: people could not tell one from the other.");
        }
    }

    /// <summary>As the eye takes it, whatever its case, its spaces and its apostrophes.</summary>
    private static string Read(string label) =>
        string.Join(' ', label.Normalize(NormalizationForm.FormKC).Replace('\u2019', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpper(CultureInfo.InvariantCulture);
}
