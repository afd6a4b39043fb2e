using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Sites.Making;

namespace Modular.Benchmarks.Lives;

/// <summary>
/// A site as nobody planned it: stations, posts, weeks, and forms with fields of every kind in any order, some shown by what was answered before, some counted.
/// It passes the same checks as any other. The same for the same seed.
/// </summary>
internal sealed class RandomSite
{
    private static readonly string[] Kinds =
    [
        "text", "long_text", "integer", "decimal", "date", "time", "duration", "yes_no", "one_of", "several_of", "commune", "telephone", "email", "station",
        "person", "group",
    ];

    private static readonly string[] Counted = ["integer", "duration", "yes_no", "one_of", "several_of", "station"];
    private static readonly string[] Lists = ["problem", "sex", "partner", "referral_mode", "violence_form", "closing_reason"];
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] Shares = ["day", "morning", "afternoon", "08:30-12:15"];

    private readonly Random _chance;
    private readonly string _folder;

    private RandomSite(int seed, string into)
    {
        _chance = new Random(seed);
        _folder = SiteMaker.Make($"vie-{seed}", $"Vie {seed}", into);
    }

    /// <returns>The folder of the plugin.</returns>
    public static string Write(int seed, string into)
    {
        var site = new RandomSite(seed, into);
        site.Change("site.json", site.AddStations);
        site.Change("presence.json", site.AddWeeks);
        var counted = new List<string>();
        site.Change("forms/situation.json", form => site.AddFields(form, counted));
        site.Change("forms/contact.json", form => site.AddFields(form, []));
        site.Change("reports/annuel.json", report => CountBy(report, counted));
        return site._folder;
    }

    private int Stations { get; set; }

    private void AddStations(JsonObject site)
    {
        Stations = _chance.Next(1, 5);
        site["stations"] = Array(Enumerable.Range(1, Stations).Select(number => new JsonObject
        {
            ["id"] = $"lieu-{number}", ["name"] = $"Lieu n° {number}", ["force"] = _chance.Next(2) == 0 ? "police" : "gendarmerie", ["commune"] = "Ici",
        }));
        site["posts"] = Array(Enumerable.Range(1, Stations).Select(number => new JsonObject
        {
            ["id"] = $"poste-{number}", ["name"] = $"Poste {number}", ["stations"] = new JsonArray($"lieu-{number}"),
        }));
        site["limits"] = new JsonObject { ["firstContactDays"] = _chance.Next(1, 15), ["openDays"] = _chance.Next(20, 200), ["smallestCell"] = 5 };
    }

    private void AddWeeks(JsonObject presence)
    {
        presence["patterns"] = Array(Enumerable.Range(1, Stations).Select(number =>
        {
            var week = new JsonObject();
            foreach (var day in Weekdays.Where(_ => _chance.Next(3) > 0).DefaultIfEmpty("monday"))
            {
                week[day] = Shares[_chance.Next(Shares.Length)];
            }

            var pattern = new JsonObject { ["post"] = $"poste-{number}", ["station"] = $"lieu-{number}", ["week"] = week };
            if (_chance.Next(3) == 0)
            {
                (pattern["every"], pattern["anchor"]) = (2, "2026-01-05");
            }

            return pattern;
        }));
        presence["promised"] = new JsonObject(Enumerable.Range(1, Stations)
            .Select(number => KeyValuePair.Create($"lieu-{number}", (JsonNode?)JsonValue.Create(_chance.Next(1, 11)))));
    }

    private void AddFields(JsonObject form, List<string> counted)
    {
        var fields = new JsonArray();
        var asked = new List<string>();
        for (var number = 1; number <= _chance.Next(3, 12); number++)
        {
            var field = Field($"f{number}", Kinds[_chance.Next(Kinds.Length)], mayCount: true);
            if (asked.Count > 0 && _chance.Next(3) == 0)
            {
                field["when"] = new JsonObject { ["field"] = asked[_chance.Next(asked.Count)], ["is"] = "yes" };
            }

            fields.Add(field);
            if ((string?)field["kind"] == "yes_no")
            {
                asked.Add($"f{number}");
            }

            if ((bool?)field["fact"] == true && (string?)field["kind"] is "yes_no" or "one_of" or "several_of")
            {
                counted.Add($"f{number}");
            }
        }

        form["sections"]!.AsArray().Add(new JsonObject { ["id"] = "more", ["title"] = "Et encore", ["fields"] = fields });
    }

    private JsonObject Field(string id, string kind, bool mayCount)
    {
        var field = new JsonObject { ["id"] = id, ["kind"] = kind, ["label"] = $"« {id} », l’{kind}\u202f?" };
        if (kind is "one_of" or "several_of")
        {
            field["codes"] = Lists[_chance.Next(Lists.Length)];
        }

        if (kind == "group")
        {
            field["fields"] = Array(Enumerable.Range(1, _chance.Next(1, 4))
                .Select(part => Field($"{id}_{part}", Kinds[_chance.Next(Kinds.Length - 2)], mayCount: false)));
            field["maxRows"] = _chance.Next(1, 6);
        }
        else if (kind is not ("person" or "station") && _chance.Next(3) == 0)
        {
            field["alsoAnswers"] = new JsonArray("unknown", "refused");
        }

        if (mayCount && Counted.Contains(kind) && _chance.Next(2) == 0)
        {
            field["fact"] = true;
        }

        return field;
    }

    private static void CountBy(JsonObject report, List<string> counted)
    {
        foreach (var field in counted)
        {
            report["figures"]![$"by_{field}"] = new JsonObject { ["count"] = "situations", ["by"] = field, ["label"] = $"Selon {field}" };
        }
    }

    private void Change(string file, Action<JsonObject> change)
    {
        var path = Path.Combine(_folder, file);
        var reading = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var read = JsonNode.Parse(File.ReadAllText(path), documentOptions: reading)!.AsObject();
        change(read);
        File.WriteAllText(path, read.ToJsonString());
    }

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);
}
