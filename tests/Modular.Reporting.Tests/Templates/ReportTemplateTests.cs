using Modular.Contracts.Reports;
using Modular.Reporting.Documents;
using Modular.Reporting.Templates;
using Modular.Statistics.Tests;
using static Modular.Statistics.Tests.FactsInMemory;

namespace Modular.Reporting.Tests.Templates;

[TestClass]
public sealed class ReportTemplateTests
{
    private static readonly FactsInMemory Facts = new FactsInMemory()
        .Add(900, "2024-06-01", "sex=femme")
        .Add(301, "2024-06-01", "sex=homme")
        .Add(3, "2024-06-01", "sex=femme", "vif=yes")
        .Add(1000, "2023-06-01", "sex=femme");

    [TestMethod]
    [DataRow(
        "{{ site }}|{{ title }}|{{ period }}|{{ period_before }}|{{ year }}|{{ year_before }}|{{ data_date }}",
        "Dunkerque|Essai|année 2024|année 2023|2024|2023|15 janvier 2025")]
    [DataRow("{{ situations }} {{ situations.before }} {{ situations.change }}", "1 204 1 000 + 20,4 %")]
    [DataRow(
        "{{ situations | counted \"situation\" \"situations\" }}|{{ counted situations \"situation\" \"situations\" }}",
        "1 204 situations|1 204 situations")]
    [DataRow(
        "{{ none | counted \"situation\" \"situations\" }}|{{ 1 | counted \"situation\" \"situations\" }}|{{ 1.96 | counted \"situation\" \"situations\" }}",
        "0 situation|1 situation|2 situations")]
    [DataRow(
        "{{ hidden | counted \"situation\" \"situations\" }}|{{ situations / 0 | counted \"situation\" \"situations\" }}",
        "situations (nombre masqué)|situations (sans donnée)")]
    [DataRow("{{ trend situations \"en hausse\" \"en baisse\" \"stable\" }}", "en hausse")]
    [DataRow("{{ situations | trend \"en hausse\" \"en baisse\" \"stable\" }}", "en hausse")]
    [DataRow("{{ trend none \"en hausse\" \"en baisse\" \"stable\" }}", "sans comparaison")]
    [DataRow("{{ if situations.compared }}oui{{ else }}non{{ end }}{{ if none.compared }}oui{{ else }}non{{ end }}{{ if compared }}oui{{ end }}", "ouinonoui")]
    [DataRow("{{ if situations.known }}oui{{ else }}non{{ end }}{{ if hidden.known }}oui{{ else }}non{{ end }}", "ouinon")]
    [DataRow("{{ situations.not_known }}", "0")]
    [DataRow("{{ by_sex }}", "1 204")]
    [DataRow(
        "{{ for row in by_sex.rows }}{{ for.index }} {{ row.label }} {{ row.value }} ({{ row.share }}){{ if !for.last }}, {{ end }}{{ end }}",
        "0 Femme 903 (75 %), 1 Homme 301 (25 %), 2 Autre 0 (0 %)")]
    [DataRow("{{ situations - situations.before }} {{ situations * 2 }} {{ situations / 7 }} {{ 1 + situations }}", "204 2 408 172 1 205")]
    [DataRow("{{ situations / 0 }}|{{ hidden / situations }}", "sans donnée|masqué")]
    [DataRow("{{ if situations > 1000 && situations != none }}oui{{ end }}", "oui")]
    [DataRow("{{ situations | math.format \"0\" }} {{ 1234567.5 }} {{ $\"{situations} {12345}\" }}", "1204 1 234 567,5 1 204 12 345")]
    [DataRow("{{ math.round (situations / 7) 2 }}", "172")]
    [DataRow("{{ # rien }}{{ true }}{{ [1, \"a\"] }}", "oui1, a")]
    [DataRow("a {{- \" b \" -}} c {{~ \"d\" ~}} e", "a b cde")]
    public async Task Words_of_a_template_read_in_french(string template, string expected)
    {
        var fragment = (await RenderAsync(template)).Fragment.Replace('\u202F', ' ').Replace('\u00A0', ' ');
        StringAssert.Contains(fragment, $"<div class=\"report\">{expected}<");
    }

    /// <summary>3 situations are hidden: whatever is asked of them, nothing differs from what would be said of 1, 2 or 4.</summary>
    [TestMethod]
    [DataRow("{{ hidden }}")]
    [DataRow("{{ hidden + 0 }}")]
    [DataRow("{{ hidden * 1000 }}")]
    [DataRow("{{ situations - hidden }}")]
    [DataRow("{{ -hidden }}")]
    [DataRow("{{ hidden | counted \"situation\" \"situations\" }}")]
    [DataRow("{{ hidden | math.format \"0\" }}")]
    [DataRow("{{ hidden | object.format \"N2\" \"en-US\" }}")]
    [DataRow("{{ hidden | string.size }}")]
    [DataRow("{{ \"a\" + hidden }}")]
    [DataRow("{{ $\"{hidden}\" }}")]
    [DataRow("{{ hidden == 1 }}{{ hidden == 2 }}{{ hidden == 3 }}{{ hidden == 4 }}")]
    [DataRow("{{ hidden < 3 }}{{ hidden > 2 }}{{ hidden <= 3 }}{{ hidden >= 4 }}{{ hidden != 3 }}")]
    [DataRow("{{ hidden ? \"a\" : \"b\" }}")]
    [DataRow("{{ case hidden }}{{ when 3 }}trois{{ else }}autre{{ end }}")]
    [DataRow("{{ [hidden, 2, 3] | array.sort | array.join \" \" }}")]
    [DataRow("{{ [hidden] | array.contains 3 }}")]
    [DataRow("{{ hidden.before }}{{ hidden.change }}{{ hidden.known }}{{ hidden | object.typeof }}")]
    [DataRow("{{ for row in hidden_rows.rows }}{{ row.value }}{{ row.share }}{{ row.value > 2 }}{{ end }}")]
    [DataRow("{{ hidden_rows.rows | array.map \"value\" | array.join \"|\" }}")]
    [DataRow("{{ for row in (hidden_rows.rows | array.sort \"value\") }}{{ row.label }}{{ end }}")]
    public async Task A_hidden_number_gives_nothing_away_whatever_is_written(string template)
    {
        var told = new List<string>();
        foreach (var count in new[] { 3, 4 })
        {
            var facts = new FactsInMemory()
                .Add(1000, "2024-06-01", "vif=no", "sex=femme")
                .Add(count, "2024-06-01", "vif=yes", "sex=homme")
                .Add(1007 - count, "2024-06-01", "vif=no", "sex=autre");
            var report = await Reports.RenderAsync(
                facts, template, Comparison.YearBefore, Count("situations"), Count("hidden", where: "vif=yes"), Count("hidden_rows", by: ["vif"]));
            Assert.IsTrue(report.Figures[1].Value.Now.Suppressed);
            told.Add(ReportTemplate.Render(report));
        }

        Assert.AreEqual(told[0], told[1]);
    }

    [TestMethod]
    [DataRow("{{ math.round hidden }}", "peut être masqué ou manquer")]
    [DataRow("{{ for x in 1..3 }}{{ hidden_name }}{{ end }}", "n’a pas de valeur ici")]
    [DataRow("{{ while true }}{{ end }}", "ne se termine pas")]
    [DataRow("{{ situations.rows }}{{ string }}", "ni un texte ni un nombre")]
    public async Task What_fails_says_where_and_why_to_the_coordinator(string template, string why)
    {
        var report = await RenderAsync(template);
        var failure = Assert.ThrowsExactly<TemplateFailedException>(() => report.Fragment);
        StringAssert.StartsWith(failure.French, "Le modèle de ce bilan a échoué (reports/essai.html, ligne 1)\u202F: ");
        StringAssert.Contains(failure.French, why);
        StringAssert.StartsWith(failure.Message, "the template failed: reports/essai.html:1:");
    }

    private static Task<ReportDocument> RenderAsync(string template) => Reports.RenderAsync(
        Facts, template, Comparison.YearBefore, Count("situations"), Count("none", where: "sex=never"), Count("hidden", where: "vif=yes"),
        Count("by_sex", by: ["sex"]));
}
