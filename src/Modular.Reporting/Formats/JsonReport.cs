using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Reporting.Documents;
using Modular.Statistics.Figures;
using Modular.Statistics.Periods;

namespace Modular.Reporting.Formats;

/// <summary>The figures for machines: codes as keys of rows, a hidden value as <c>null</c> with <c>"suppressed": true</c>.</summary>
internal sealed class JsonReport : ReportFormat
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string Extension => "json";

    public override string ContentType => "application/json";

    public override string? Offer => "pour un logiciel (JSON)";

    internal override byte[] Write(ReportDocument report)
    {
        var json = new JsonObject
        {
            ["site"] = report.Site.Id,
            ["report"] = report.Report.Id,
            ["title"] = report.Report.Title,
            ["period"] = Period(report.Period),
        };
        if (report.ComparedWith is { } compared)
        {
            json["compared_with"] = Period(compared);
        }

        json["generated_at"] = report.GeneratedAt;
        json["is_over"] = report.IsOver;
        json["site_version"] = report.Site.Definition.Version;
        json["figures"] = new JsonObject(report.Figures.Select(figure => KeyValuePair.Create<string, JsonNode?>(figure.Name, Figure(figure))));
        return JsonSerializer.SerializeToUtf8Bytes(json, Options);
    }

    private static JsonObject Period(ReportPeriod period) => new()
    {
        ["code"] = period.Code,
        ["name"] = period.Name,
        ["from"] = Day(period.From),
        ["to"] = Day(period.To),
    };

    private static JsonObject Figure(Figure figure)
    {
        var json = new JsonObject { ["label"] = figure.Label, ["unit"] = figure.Unit, ["definition"] = figure.Definition };
        if (figure.Source is { } source)
        {
            json["source"] = source;
        }

        Put(json, "not_known", "not_known_suppressed", figure.NotKnown);
        if (!figure.IsBrokenDown)
        {
            return Put(json, figure, figure.Value);
        }

        json["overlapping"] = figure.Overlaps;
        json["total"] = Put([], figure, figure.Value);
        json["rows"] = new JsonArray([.. figure.Rows.Select(row => Put(
            new JsonObject { ["keys"] = Strings(row.Keys), ["labels"] = Strings(row.Labels) }, figure, row.Value))]);
        return json;
    }

    private static JsonObject Put(JsonObject json, Figure figure, ComparedCell value)
    {
        Put(json, "value", "suppressed", value.Now);
        if (value.Before is { } before)
        {
            Put(json, "before", "before_suppressed", before);
            json["change"] = value.Change?.Value;
            json["change_unit"] = figure.ChangeUnit;
        }

        return json;
    }

    private static void Put(JsonObject json, string name, string suppressed, Cell cell)
    {
        json[name] = cell.Value;
        if (cell.Suppressed)
        {
            json[suppressed] = true;
        }
    }

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
