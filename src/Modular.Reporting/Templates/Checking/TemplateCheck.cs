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
        return Faults(site, report, template).DistinctBy(fault => fault.At).OrderBy(fault => fault.At).Select(template.Source.Fault);
    }

    /// <summary>Each step relies on the one before: only the first that finds something speaks.</summary>
    private static IReadOnlyList<TemplateFault> Faults(LoadedSite site, ReportDefinition report, ReportTemplate template)
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

        return faults.Count > 0 ? faults : RenderingCheck.Of(site, report, template);
    }
}
