using Modular.Contracts.Reports;
using Modular.Sites;

namespace Modular.Reporting.Templates.Checking;

/// <summary>Before a site goes live: every template can be read, names what is there, runs and fetches nothing, and works whatever the figures are.</summary>
internal sealed class TemplateCheck(TimeProvider clock) : IStaticCheck
{
    /// <summary>Of one template. The steps that are counted end sooner, but on a machine that is busy with something else.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public IEnumerable<Fault> Check(LoadedSite site)
    {
        foreach (var report in site.Reports)
        {
            using var time = new CancellationTokenSource(Longest, clock);
            var template = ReportTemplate.Of(report);
            var faults = Faults(site, report, template, time.Token).DistinctBy(fault => fault.At).OrderBy(fault => fault.At).ToList();
            foreach (var fault in faults)
            {
                yield return template.Source.Fault(fault);
            }

            if (faults.Count > 0 && time.IsCancellationRequested)
            {
                // The site is refused already: its other templates are judged once this one is mended.
                yield break;
            }
        }
    }

    /// <summary>Each step relies on the one before: only the first that finds something speaks.</summary>
    private static IReadOnlyList<TemplateFault> Faults(
        LoadedSite site, ReportDefinition report, ReportTemplate template, CancellationToken cancellation)
    {
        if (SyntaxCheck.Of(template) is { Count: > 0 } unread)
        {
            return unread;
        }

        var page = template.Parsed.Page!;
        var markup = MarkupCheck.OfTags(template.Source.Skeleton);
        IReadOnlyList<TemplateFault> faults = [.. markup.Faults, .. NameCheck.Of(report, page)];
        if (faults.Count == 0)
        {
            faults = [.. BlockCheck.Of(page, markup.Tags), .. MarkupCheck.OfTree(template.Source.Skeleton.Replace(TemplateSource.Blank, ' '))];
        }

        return faults.Count > 0 ? faults : RenderingCheck.Of(site, report, template, cancellation);
    }
}
