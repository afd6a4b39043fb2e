using Modular.Reporting.Templates;

namespace Modular.Reporting.Tests.Templates;

/// <summary>Nothing that a template holds keeps the check, the host or a reader waiting.</summary>
[TestClass]
public sealed class TemplateLimitTests
{
    [TestMethod]
    [DataRow("<p>{{ x = 3; for i in 1..18; x = ▸x * x; end; x > 5 }}</p>", "this number is too large")]
    [DataRow("<p>{{ ▸1 << 1000000 }}</p>", "this number is too large")]
    [DataRow("<p>{{ x = 1e28; ▸x * 10 }}</p>", "this number is too large")]
    [DataRow("<p>{{ x = \"<script\" * 6000; y = ▸x | html.strip }}</p>", "goes on for too long")]
    [DataRow("<p>{{ x = \"<script\" * 500; for i in 1..60; y = x | html.strip; end; y.size }}</p>", "goes on for too long")]
    [DataRow("<p>{{ l = by_problem.rows; for i in 1..11; l = l | array.concat l; end; for i in 1..18; m = l | array.sort \"label\"; end }}</p>", "too")]
    [DataRow("<p>{{ x = \"a\" * ▸60000 }}</p>", "too long to be worked with")]
    [DataRow("<p>{{ x = \"a\" * 40000; y = ▸x | string.replace \"a\" x }}</p>", "too long: more than 1000000 characters")]
    [DataRow("<p>{{ l = [1, 2]; for i in 1..20; l = ▸l | array.concat l; end; l.size }}</p>", "too often")]
    [DataRow("<p>{{ ▸[1] * 2000000000 | array.size }}</p>", "too often")]
    [DataRow("<p>{{ [] | ▸array.insert_at 200000000 1 }}</p>", "too often")]
    [DataRow("<p>{{ 1 | ▸math.format \"D900000000\" }}</p>", "this format is too long")]
    [DataRow("<p>{{ 1 | ▸object.format \"N999999999\" }}</p>", "this format is too long")]
    [DataRow(
        "{{ x = \"a\" * 40000; y = \"a\" * 20000 + \"b\" + \"a\" * 19000; for i in 1..40000; z = x | string.contains y; end }}",
        "goes on for too long")]
    [DataRow("{{ x = [1]; for i in 1..40000; x = [x]; end; x }}", "nested too deep")]
    public void What_one_operation_makes_is_bounded(string template, string sentence) =>
        StringAssert.Contains(Checked.Faults(template.Replace("▸", "", StringComparison.Ordinal)).Single().Sentence, sentence);

    [TestMethod]
    [DataRow("{{ l = []; for i in 1..2000; l = l | array.offset 0; end; l.size }}")]
    [DataRow("{{ l = [1]; for i in 1..1000; l = l | array.each @(do; ret $0; end); end; l.size }}")]
    [DataRow("{{ \"aXb\" | string.index_of \"X\" }}{{ \"aXb\" | string.replace \"X\" \"--\" }}{{ 1 | math.format \"0.00\" }}")]
    public void What_stays_small_passes(string template) => Assert.AreEqual("", string.Join('\n', Checked.Faults(template)));

    [TestMethod]
    [DataRow("{{ rest = situations - vif; ▸while rest > 0; rest = rest - vif; end }}", "{{ while }} is refused")]
    [DataRow("{{ if false }}{{ ▸while true }}a{{ end }}{{ end }}", "{{ while }} is refused")]
    [DataRow("{{ ▸func f(n); if n > 0; ret f(n - 1); end; ret 1; end; f (situations - vif) }}", "a function is refused here")]
    [DataRow("{{ ▸func f }}{{ f }}{{ end }}{{ f }}", "a function is refused here")]
    [DataRow("{{ ▸func chart }}x{{ end }}", "a function is refused here")]
    [DataRow("{{ ▸f(x) = x + \"!\" }}{{ f site }}", "a function is refused here")]
    [DataRow("{{ ▸func encart }}<b>{{ $$ }}</b>{{ end }}{{ wrap encart }}<p>x</p>{{ end }}", "a function is refused here")]
    [DataRow("{{ f = ▸do; ret f; end }}", "a function is refused here")]
    [DataRow("{{ f = @(▸do; ret 1; end) }}", "a function is refused here")]
    [DataRow("{{ o = {f: ▸do; ret o.f; end}; o.f }}", "a function is refused here")]
    [DataRow("{{ l = [] | array.add @(▸do; ret 1; end) }}", "a function is refused here")]
    [DataRow("{{ ▸wrap site }}x{{ end }}", "this word of the engine is refused")]
    public void What_might_never_end_is_refused(string template, string sentence) =>
        StringAssert.Contains(Checked.OnlyFault(template).Sentence, sentence);

    [TestMethod]
    [DataRow("{{ by_problem.rows | array.filter @(do; ret $0.known; end) | array.size }}")]
    [DataRow("{{ array.filter by_problem.rows @(do; ret $0.known; end) | array.size }}")]
    [DataRow("{{ [1, 2] | array.each @(do; ret $0 * 2; end) | array.join \" \" }}")]
    [DataRow("{{ [1, 2] | array.any @(do; ret $0 > 1; end) }}")]
    public void A_function_that_a_list_is_given_is_none(string template) => Assert.AreEqual("", string.Join('\n', Checked.Faults(template)));

    [TestMethod]
    public void A_check_that_takes_too_long_refuses_the_site_and_tries_no_other_template_of_it()
    {
        var fault = Checked.Faults(new TimersThat(ring: true), "<p>a</p>", "{{ chart situations }}").Single();
        Assert.AreEqual(("reports/essai.html", 1, 1, "this template takes too long to try."), (fault.File, fault.Line, fault.Column, fault.Sentence));
    }

    [TestMethod]
    public void Alternatives_that_exclude_each_other_are_not_tried_for_ever()
    {
        var alternatives = string.Concat(Enumerable.Range(0, 30).Select(at => $"(vif > {at} || situations > {at}) && "));
        var template = $"{{{{ if {alternatives}by_problem > 1 && by_problem <= 1 }}}}x{{{{ end }}}}";
        StringAssert.Contains(Checked.Faults(template).Single().Sentence, "too long to try");
    }

    [TestMethod]
    public async Task A_rendering_that_takes_too_long_says_so()
    {
        var report = await Reports.RenderAsync("{{ situations }}", new TimersThat(ring: true));
        StringAssert.EndsWith(Assert.ThrowsExactly<TemplateFailedException>(() => report.Fragment).French, "Ce passage demande trop de temps.");
    }

    [TestMethod]
    public async Task A_reader_who_left_ends_the_rendering()
    {
        using var reader = new CancellationTokenSource();
        var report = await Reports.RenderAsync("{{ situations }}", TimeProvider.System, cancellation: reader.Token);
        await reader.CancelAsync();
        Assert.ThrowsExactly<OperationCanceledException>(() => report.Fragment);
    }

    [TestMethod]
    public async Task More_data_than_a_trial_had_has_room()
    {
        var rounds = string.Join(' ', Enumerable.Range(0, 11).Select(_ => "{{ for i in 1..40000; x = i; end }}"));
        Assert.IsNotEmpty(Checked.Faults(rounds));
        Assert.AreEqual("", ReportTemplate.Render(await Reports.RenderAsync(rounds, TimeProvider.System)).Trim());
    }
}
