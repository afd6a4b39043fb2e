using Modular.Access;
using Modular.Intake.Drafts;
using Modular.Sites;

namespace Modular.Host.Intake;

/// <summary>A draft on the day page.</summary>
/// <param name="Address">Where it is taken up again; null while the forms of its site are closed here.</param>
/// <param name="Site">The site's name, where several are worked for.</param>
internal sealed record DraftLine(string Id, string Title, string Begun, string? Kept, string? Address, string? Site)
{
    public static IReadOnlyList<DraftLine> Of(SituationScope scope, DraftService drafts, ISiteCatalogue sites, TimeProvider time) =>
        [.. drafts.List(scope).Select(draft => Of(draft, sites.FindReadable(draft.Subject.Site), scope.Sites.Count > 1, time))];

    private static DraftLine Of(DraftSummary draft, LoadedSite? site, bool several, TimeProvider time)
    {
        var (begun, kept) = (DraftWords.Moment(draft.Begun, site?.Zone, time), DraftWords.Moment(draft.At, site?.Zone, time));
        return new(
            draft.Id,
            DraftWords.Title(draft.Subject),
            begun,
            kept == begun ? null : kept,
            site is { IsReadOnly: false } && site.Forms.ContainsKey(draft.Subject.Form) ? DraftWords.Address(draft.Subject) : null,
            several ? site?.Definition.Name ?? draft.Subject.Site : null);
    }
}
