using Modular.Contracts.Forms;
using Modular.Contracts.Reports;
using Modular.Sites.Reading;
using Modular.Sites.Shapes;

namespace Modular.Sites.Files;

/// <summary>From a folder's files to records. Every file is read, whatever the others hold.</summary>
internal static class SiteFilesReader
{
    private static readonly string[] RequiredForms = ["situation", "contact", "closing"];
    private static readonly string[] KnownForms = [.. RequiredForms, "danger"];

    public static ParsedSite Read(PluginFiles files, Faults faults)
    {
        var sources = new SourceMap();
        var site = ReadFile(files, "site.json", SiteShape.Shape, faults, sources, []);
        var presence = ReadFile(files, "presence.json", PresenceShape.Shape, faults, sources, []);
        var forms = ReadForms(files, faults, sources, site?.Vif ?? []);
        var reports = ReadReports(files, faults, sources);
        return new ParsedSite(sources, faults)
        {
            Site = site,
            Presence = presence,
            Forms = forms,
            HasAllForms = RequiredForms.All(forms.ContainsKey) && files.Under("forms/", ".json").Count() == forms.Count,
            Reports = reports,
        };
    }

    private static Dictionary<string, FormDefinition> ReadForms(PluginFiles files, Faults faults, SourceMap sources, IReadOnlyList<string> vif)
    {
        foreach (var missing in RequiredForms.Where(form => !files.Bytes.ContainsKey($"forms/{form}.json")))
        {
            faults.Add($"forms/{missing}.json", Position.WholeFile, $"The file is missing: every site has this form.");
        }

        var forms = new Dictionary<string, FormDefinition>();
        foreach (var (file, _) in files.Under("forms/", ".json"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (!KnownForms.Contains(name))
            {
                faults.Add(
                    file, Position.WholeFile,
                    $"The host knows no form of this name; it knows {string.Join(", ", KnownForms)}.{NameSuggestion.Hint(name, KnownForms)}");
            }

            if (ReadFile(files, file, FormShape.Shape, faults, sources, vif) is { } form)
            {
                SameAsFile(form, form.Id, file, faults, sources);
                forms[name] = form;
            }
        }

        return forms;
    }

    private static List<ReportDefinition> ReadReports(PluginFiles files, Faults faults, SourceMap sources)
    {
        var reports = new List<ReportDefinition>();
        foreach (var (file, _) in files.Under("reports/", ".json"))
        {
            var template = $"{file[..^".json".Length]}.html";
            var text = "";
            if (files.Bytes.TryGetValue(template, out var bytes))
            {
                text = SourceText.Read(template, bytes, faults)?.Text ?? "";
            }
            else
            {
                faults.Add(template, Position.WholeFile, $"The file is missing: it is the template that shows {file}.");
            }

            if (ReadFile(files, file, ReportShape.Shape, faults, sources, []) is { } report)
            {
                SameAsFile(report, report.Id, file, faults, sources);
                reports.Add(sources.Same(report, report with { Template = text }));
            }
        }

        foreach (var (template, _) in files.Under("reports/", ".html").Where(template => !files.Bytes.ContainsKey($"{template.Key[..^".html".Length]}.json")))
        {
            faults.Add(template, Position.WholeFile, $"No report stands beside this template: its .json is missing.");
        }

        return reports;
    }

    private static void SameAsFile(object record, string id, string file, Faults faults, SourceMap sources)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (id != name)
        {
            faults.Add(file, sources.Of(record, "id").At, $"\"{id}\" stands in a file named {name}.json: both are the same name.");
        }
    }

    /// <summary>Null when the file is missing, or lost something: what is built on it would only earn faults that follow.</summary>
    private static T? ReadFile<T>(PluginFiles files, string file, Shape<T> shape, Faults faults, SourceMap sources, IReadOnlyList<string> vif)
        where T : class
    {
        if (!files.Bytes.TryGetValue(file, out var bytes))
        {
            faults.Add(file, Position.WholeFile, $"The file is missing.");
            return null;
        }

        var reading = new ReadingContext(file, faults, sources, vif);
        return SourceNodeReader.Read(file, bytes, faults) is { } root && shape.TryRead(root, reading, out var value) && reading.IsSound ? value : null;
    }
}
