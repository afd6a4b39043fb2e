using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Modular.Statistics;

namespace Modular.Reporting;

/// <summary>The figures for machines: keys in snake_case, codes as keys of rows, numbers as numbers, a hidden value as <c>null</c> with <c>"suppressed": true</c>.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(ReportDocument report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("site", report.Site.Id);
            json.WriteString("report", report.Report.Id);
            json.WriteString("title", report.Report.Title);
            Period(json, "period", report.Period);
            if (report.ComparedWith is { } compared)
            {
                Period(json, "compared_with", compared);
            }

            json.WriteString("generated_at", report.GeneratedAt);
            json.WriteBoolean("is_over", report.IsOver);
            json.WriteString("site_version", report.Site.Definition.Version);
            json.WriteStartObject("figures");
            foreach (var figure in report.Figures)
            {
                Figure(json, figure);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Period(Utf8JsonWriter json, string name, ReportPeriod period)
    {
        json.WriteStartObject(name);
        json.WriteString("code", period.Code);
        json.WriteString("name", period.Name);
        json.WriteString("from", Day(period.From));
        json.WriteString("to", Day(period.To));
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject(figure.Name);
        json.WriteString("label", figure.Label);
        json.WriteString("unit", figure.Unit);
        json.WriteString("definition", figure.Definition);
        if (figure.Source is { } source)
        {
            json.WriteString("source", source);
        }

        Number(json, "not_known", figure.NotKnown);
        if (figure.NotKnown.Suppressed)
        {
            json.WriteBoolean("not_known_suppressed", true);
        }

        if (!figure.IsBrokenDown)
        {
            Compared(json, figure, figure.Value);
            json.WriteEndObject();
            return;
        }

        json.WriteBoolean("overlapping", figure.Overlaps);
        json.WriteStartObject("total");
        Compared(json, figure, figure.Value);
        json.WriteEndObject();
        json.WriteStartArray("rows");
        foreach (var row in figure.Rows)
        {
            json.WriteStartObject();
            Strings(json, "keys", row.Keys);
            Strings(json, "labels", row.Labels);
            Compared(json, figure, row.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Compared(Utf8JsonWriter json, Figure figure, ComparedCell value)
    {
        Number(json, "value", value.Now);
        if (value.Now.Suppressed)
        {
            json.WriteBoolean("suppressed", true);
        }

        if (value.Before is { } before)
        {
            Number(json, "before", before);
            if (before.Suppressed)
            {
                json.WriteBoolean("before_suppressed", true);
            }

            Number(json, "change", value.Change ?? Cell.None);
            json.WriteString("change_unit", figure.ChangeUnit);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, Cell cell)
    {
        if (cell.Value is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
