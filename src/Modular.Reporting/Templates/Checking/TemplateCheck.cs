using Modular.Contracts.Reports;
using Modular.Sites;

namespace Modular.Reporting.Templates.Checking;

/// <summary>Before a site goes live: every template can be read, names what is there, runs and fetches nothing, and works whatever the figures are.</summary>
internal sealed class TemplateCheck : IStaticCheck
{
    public IEnumerable<Fault> Check(LoadedSite site) => site.Reports.SelectMany(report => Check(site, report));

    private static IEnumerable<Fault> Check(LoadedSite site, ReportDefinition report)
    {
        var template = ReportTemplate.Of(report);
        return Flaws(site, report, template).DistinctBy(flaw => flaw.At).OrderBy(flaw => flaw.At).Select(template.Source.Fault);
    }

    /// <summary>Each step relies on the one before: only the first that finds something speaks.</summary>
    private static IReadOnlyList<TemplateFault> Flaws(LoadedSite site, ReportDefinition report, ReportTemplate template)
    {
        if (SyntaxCheck.Of(template) is { Count: > 0 } unread)
        {
            return unread;
        }

        var page = template.Parsed.Page!;
        var markup = MarkupCheck.OfTags(template.Source.Skeleton);
        IReadOnlyList<TemplateFault> flaws = [.. markup.Flaws, .. NameCheck.Of(report, page)];
        if (flaws.Count == 0)
        {
            flaws = [.. BlockCheck.Of(page, markup.Tags), .. MarkupCheck.OfTree(template.Source.Skeleton.Replace(TemplateSource.Blank, ' '))];
        }

        return flaws.Count > 0 ? flaws : RenderingCheck.Of(site, report, template);
    }
}
