using Microsoft.Extensions.Logging;
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
    [DataRow("a{{ math.round hidden }}b", "amasquéb")]
    [DataRow("{{ math.round (situations / 0) 1 }}", "sans donnée")]
    [DataRow("{{ x = [1]; x[7] }}", "sans donnée")]
    [DataRow("{{ colours = [\"rose\"] }}{{ for row in by_sex.rows }}{{ row.label }} {{ colours[for.index] | string.upcase }}, {{ end }}",
        "Femme ROSE, Homme sans donnée, Autre sans donnée, ")]
    [DataRow("{{ for x in 1..3 }}{{ x }}{{ hidden_name }} {{ end }}", "1sans donnée 2sans donnée 3sans donnée ")]
    [DataRow("{{ x = null; x.label }}", "sans donnée")]
    [DataRow("{{ situations.nothing }}", "sans donnée")]
    [DataRow("{{ if one[7] }}oui{{ else }}non{{ end }}", "non")]
    [DataRow("{{ if one[7] == 3 }}oui{{ else if situations > 3 }}plus{{ end }}", "plus")]
    [DataRow("{{ for row in one[7] }}x{{ end }}!", "!")]
    [DataRow("{{ case one[7] }}{{ when 1 }}un{{ else }}autre{{ end }}", "autre")]
    [DataRow("{{ x = 1; x = one[7]; x }}", "sans donnée", DisplayName = "Not what it was before")]
    [DataRow("{{ x = one[7] + 3; x * 2 }}", "sans donnée")]
    [DataRow("{{ capture x }}a{{ one[7] }}{{ end }}{{ x }}", "asans donnée")]
    [DataRow("{{ [1, 2] | array.filter @(do; ret one[7] > $0; end) | array.size }}", "0")]
    [DataRow("{{ by_sex.rows | array.first | array.first }}|{{ situations }}", "sans donnée|1 204")]
    [DataRow("{{ string }}{{ situations }}", "sans donnée1 204")]
    [DataRow("{{ situations \"x\" }}", "sans donnée")]
    [DataRow("{{ 100 / ((year | string.to_int) - 2024) }}", "sans donnée")]
    [DataRow("{{ 7 // 0 }} {{ 7 % 0 }} {{ -1 / 0 }} {{ 0.0 / 0 }} {{ \"NaN\" | string.to_double }}",
        "sans donnée sans donnée sans donnée sans donnée sans donnée")]
    [DataRow("{{ [\"NaN\"] | array.each @string.to_double }}", "sans donnée")]
    [DataRow("{{ $\"{1 / 0}\" }} {{ 1 / 0 | math.format \"0\" }}", "sans donnée sans donnée")]
    [DataRow("{{ x = 3; for i in 1..9; x = x * x; end; x }}|", "sans donnée|")]
    [DataRow("{{ 7 | math.divided_by 0 }}", "sans donnée")]
    public async Task What_cannot_be_computed_reads_as_no_data_and_the_rest_is_there(string template, string expected)
    {
        var html = ReportTemplate.Render(await RenderAsync("{{ one = [1] }}" + template)).Replace('\u202F', ' ').Replace('\u00A0', ' ');
        Assert.AreEqual(expected, html);
    }

    [TestMethod]
    public async Task What_cannot_be_computed_is_logged_once_at_its_place()
    {
        var log = new Warnings();
        var site = (await RenderAsync("<p>{{ one = [1]; for x in 1..3; situations; one[7]; end }}</p>\n{{ math.round hidden }}")).Site;
        for (var times = 0; times < 2; times++)
        {
            var report = await Reports.RenderAsync(site, Facts, "2024", "essai", new Reports.Morning(), log, default);
            Assert.IsNotNull(report.Fragment);
        }

        CollectionAssert.AreEqual(
            new[]
            {
                "A passage of a report of dunkerque reads « sans donnée »: reports/essai.html:1:49: this place is beyond the list’s end.",
                "A passage of a report of dunkerque reads « sans donnée »: reports/essai.html:2:15: this number may be hidden or missing, "
                    + "and nothing can be computed then: put it within {{ if figure.known }}.",
            },
            log.Told.ToArray());
    }

    [TestMethod]
    [DataRow("{{ for x in 1..300000 }}{{ end }}", "est trop longue")]
    [DataRow("{{ while true }}{{ end }}", "ne se termine pas")]
    public async Task What_never_ends_says_where_to_the_coordinator(string template, string why)
    {
        var report = await RenderAsync(template);
        var failure = Assert.ThrowsExactly<TemplateFailedException>(() => report.Fragment);
        StringAssert.StartsWith(failure.French, "Le modèle de ce bilan a échoué (reports/essai.html, ligne 1)\u202F: ");
        StringAssert.Contains(failure.French, why);
        StringAssert.StartsWith(failure.Message, "the template failed: reports/essai.html:1:");
    }

    private sealed class Warnings : ILogger<ReportService>
    {
        public List<string> Told { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Told.Add(formatter(state, exception));
    }

    private static Task<ReportDocument> RenderAsync(string template) => Reports.RenderAsync(
        Facts, template, Comparison.YearBefore, Count("situations"), Count("none", where: "sex=never"), Count("hidden", where: "vif=yes"),
        Count("by_sex", by: ["sex"]));
}
