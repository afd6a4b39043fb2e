using Modular.Reporting.Templates.Checking;
using Modular.Sites;
using Modular.Sites.Making;

namespace Modular.Reporting.Tests.Templates;

/// <summary>What the check of a template finds by trying it: in every branch, on figures that differ, within a bounded time.</summary>
[TestClass]
public sealed class RenderingCheckTests
{
    [TestMethod]
    [DataRow("{{ if situations > 20 && situations < 5000 }}{{ for i in 1▸..1000000 }}x{{ end }}{{ end }}", "this list is too long")]
    [DataRow("{{ if situations > 50 && situations < 1000000 }}{{ \"x\" | ▸string.pad_left 3000000 }}{{ end }}", "too long")]
    [DataRow("{{ x = 1 }}{{ if vif != situations }}{{ x.▸foo }}{{ chart x }}{{ end }}", "this has no member of that name")]
    [DataRow("{{ x = 1 }}{{ if vif != situations }}{{ ▸chart x }}{{ end }}", "write chart and the name of a figure")]
    [DataRow("{{ if vif < situations }}<p>{{ by_problem.rows[▸60].label }}</p>{{ end }}", "beyond the list’s end")]
    [DataRow("{{ if vif > situations }}{{ z = 1 }}{{ end }}{{ if vif < situations }}{{ ▸z }}{{ end }}", "this name has no value here")]
    [DataRow("{{ if vif != situations }}<p>{{ table by_problem }}▸</p>{{ end }}", "this cannot stand here")]
    [DataRow(
        "{{ if vif != situations }}{{ for row in by_problem.rows }}<p ▸id=\"bilan-x\">{{ row.label }}</p>{{ end }}{{ end }}",
        "another place is called bilan-x")]
    [DataRow("{{ if vif != situations }}{{ x = chart by_problem; x }}<p>a</p>▸{{ x }}{{ end }}", "the same drawing")]
    [DataRow("{{ if situations == 4321 }}{{ x = [1]; x[▸7] }}{{ end }}", "beyond the list’s end")]
    [DataRow("{{ if situations.known }}<p>{{ math.round ▸vif }}</p>{{ end }}", "hidden or missing")]
    [DataRow("{{ if situations > 0 && year == \"2031\" }}<p>{{ math.round ▸vif }}</p>{{ end }}", "hidden or missing")]
    public void A_branch_for_other_figures_is_tried_too(string template, string sentence) =>
        StringAssert.Contains(Checked.OnlyFault(template).Sentence, sentence);

    [TestMethod]
    [DataRow("{{ if situations * 7 == vif * 3 + 1.5 }}▸{{ end }}")]
    [DataRow("{{ if vif * 1000 < situations && vif > 12345 }}▸{{ end }}")]
    [DataRow("{{ if vif > situations }}{{ if vif < 0 }}{{ if situations < 0 }}▸{{ end }}{{ end }}{{ end }}")]
    [DataRow("{{ if vif == vif }}a{{ else if situations < 0 }}▸{{ end }}")]
    [DataRow("{{ if vif != vif || vif < 0 }}▸{{ else }}b{{ end }}")]
    [DataRow("{{ if vif == vif }}b{{ else }}▸{{ end }}")]
    [DataRow("{{ case situations + vif }}{{ when -7 }}▸{{ end }}")]
    [DataRow("{{ case vif }}{{ when -1, -2 }}x{{ when -7 }}▸{{ else }}y{{ end }}")]
    [DataRow("{{ for row in by_problem.rows }}{{ if row.value < 0 }}▸{{ end }}{{ end }}")]
    [DataRow("{{ for row in by_problem.rows }}{{ if for.index > 90 }}▸{{ end }}{{ end }}")]
    [DataRow("{{ x = vif - situations; y = x * 2; if y > 987654321 }}▸{{ end }}")]
    [DataRow("{{ x = vif < 0 }}{{ if x }}▸{{ end }}")]
    [DataRow("{{ if vif.before - 3 < -5 }}▸{{ end }}")]
    [DataRow("{{ if by_problem.rows.size > 300 }}{{ by_problem.rows[300].label }}▸{{ end }}")]
    [DataRow("{{ if year == \"2031\" }}{{ if vif < 0 }}▸{{ end }}{{ end }}")]
    [DataRow("{{ if vif < 0 }}{{ x = [1]; x[7] }}{{ y = vif / 0 | math.round }}▸{{ end }}")]
    public void No_condition_hides_what_never_ends(string template)
    {
        foreach (var (endless, sentence) in new[] { ("{{ for i in 1▸..1000000 }}{{ end }}", "too long"), ("<p>{{ table by_problem }}▸</p>", "cannot stand") })
        {
            StringAssert.Contains(Checked.OnlyFault(template.Replace("▸", endless)).Sentence, sentence);
        }
    }

    [TestMethod]
    [DataRow("{{ if year == \"2026\" }}{{ x = 1 }}{{ end }}<p>{{ if year == \"2026\" }}{{ x }}{{ end }}</p>")]
    [DataRow("{{ if year==\"2026\" }}{{ x = 1 }}{{ end }}{{ if year != \"2026\" }}{{ x = 2 }}{{ end }}{{ x }}")]
    [DataRow("{{ if \"2026\" == year }}{{ x = 1 }}{{ end }}<p>{{ case year }}{{ when \"2026\" }}{{ x }}{{ end }}</p>")]
    [DataRow("{{ if year == \"2026\" }}{{ chart by_problem }}{{ else }}{{ chart by_problem }}{{ end }}")]
    [DataRow("{{ for row in by_problem.rows }}{{ if row.label == \"Fugue\" }}<p id=\"bilan-fugue\">{{ row.value }}</p>{{ end }}{{ end }}")]
    [DataRow("{{ if situations > 0 }}{{ 100 / situations }}{{ end }}")]
    [DataRow("{{ if situations.known && situations > 0 }}{{ math.round (100 / situations) 1 }}{{ end }}")]
    [DataRow("{{ if by_problem.rows.size > 3 }}{{ by_problem.rows[3].label }}{{ end }}")]
    [DataRow("{{ if by_problem.rows.size > 300 }}{{ by_problem.rows[300].label }}{{ end }}")]
    [DataRow("{{ if situations > 5 }}{{ x = 1 }}{{ end }}{{ if situations > 10 }}{{ x }}{{ end }}")]
    [DataRow("{{ if situations > 10 }}{{ chart by_problem }}{{ end }}{{ if situations < 5 }}{{ chart by_problem }}{{ end }}")]
    [DataRow("{{ if situations > 10 }}<h2 id=\"bilan-x\">a</h2>{{ end }}{{ if situations > 20 }}<p><a href=\"#bilan-x\">b</a></p>{{ end }}")]
    [DataRow("{{ if situations.known && situations < 100 }}{{ for i in 1..(math.round situations | math.format \"0\" | string.to_int) }}x{{ end }}{{ end }}")]
    [DataRow("{{ for row in by_problem.rows }}{{ if row.known && row.value > 0 }}<p>{{ math.round (100 / row.value) 1 }}</p>{{ end }}{{ end }}")]
    [DataRow("{{ x = situations.known ? (math.round situations) : 0; x }}")]
    [DataRow("{{ if vif.known && situations > 0 }}<p>{{ math.round vif_share 1 }}</p>{{ end }}", DisplayName = "A share of two numbers that are known")]
    public void A_right_template_is_never_refused(string template) => Assert.AreEqual("", string.Join('\n', Checked.Faults(template)));

    [TestMethod]
    [DataRow("<ul>{{ colours = [\"a\", \"b\", \"c\"]; for row in by_sex.rows }}<li>{{ colours[▸for.index] }}</li>{{ end }}</ul>", "beyond the list’s end")]
    [DataRow("{{ for row in by_sex.rows; if for.index == 3; {a:1}.a.▸b; end; end }}", "no member of that name")]
    [DataRow("{{ if year == \"2031\"; for row in by_sex.rows; if for.index == 3; x = [1]; x[▸7]; end; end; end }}", "beyond the list’s end")]
    [DataRow("{{ if by_sex.rows.size > 3; x = 1 }}{{ end }}{{ by_sex.rows[▸3].label }}", "beyond the list’s end")]
    public void More_rows_than_the_site_has_codes_are_tried_too(string template, string sentence) =>
        StringAssert.Contains(Checked.OnlyFault(template).Sentence, sentence);

    [TestMethod]
    [DataRow("{{ big = by_problem.rows | array.filter @(do; ret $0.value >= 40; end) }}{{ if big.size > 0 }}{{ big[0].label }}, {{ big[▸1].label }}{{ end }}")]
    [DataRow("{{ up = by_problem.rows | array.filter @(do; ret $0.change > 0; end); if up.size > 0; up[▸1].label; end }}")]
    [DataRow("{{ up = by_problem.rows | array.filter @(do; ret $0.value > $0.before; end); if up.size > 0; up[▸1].label; end }}")]
    [DataRow("{{ all = by_problem.rows | array.filter @(do; ret $0.known; end); if all.size > 0; all[▸1].label; end }}")]
    [DataRow("{{ some = by_problem.rows | array.filter @(do; ret $0.answered && $0.value > 0; end) }}{{ if some.size > 0 }}{{ some[▸1].label }}{{ end }}")]
    [DataRow("{{ few = by_problem.rows | array.filter @(do; ret $0.value < 7; end); if few.size > 0; few[▸1].label; end }}")]
    public void A_list_that_a_number_filters_is_tried_with_one_row_too(string template) =>
        StringAssert.Contains(Checked.OnlyFault(template).Sentence, "beyond the list’s end");

    [TestMethod]
    public void Or_what_follows_it_in_the_list_is_nothing() => StringAssert.Contains(
        Checked.OnlyFault("{{ hot = by_problem.rows | array.filter @(do; ret $0.known && $0.value > 40; end); if hot.size > 0 }}"
            + "{{ second = hot | array.offset 1 | array.first; second.▸label; end }}").Sentence,
        "nothing here that has members");

    [TestMethod]
    [DataRow("{{ names = [[\"a\"], [\"b\"]] }}{{ names[▸(year | string.to_int) - 2024][0] }}", "beyond the list’s end")]
    [DataRow("<table><tbody>▸{{ year | string.replace \"2024\" \"\" }}</tbody></table>", "this cannot stand here")]
    public void A_later_year_is_tried_too(string template, string sentence) => StringAssert.Contains(Checked.OnlyFault(template).Sentence, sentence);

    [TestMethod]
    [DataRow("{{ n = 0; last = null; for row in by_problem.rows; if row.value > 40; n = n + 1; last = row; end; end; if n == 1; last.▸nolabel; end }}")]
    [DataRow("{{ x = by_problem; if vif < 0; x.▸nolabel; end }}")]
    [DataRow("{{ x = situations - vif; if x == 3; x.▸nolabel; end }}")]
    [DataRow("{{ for row in by_problem.rows; x = row; if row.value < 0; x.▸nolabel; end; end }}")]
    public void An_unknown_member_is_found_in_whatever_branch(string template) => StringAssert.Contains(Checked.OnlyFault(template).Sentence, "no member");

    [TestMethod]
    [DataRow("{{ big = by_problem.rows | array.filter @(do; ret $0.value >= 40; end); if big.size > 1; big[0].label; big[1].label; end }}")]
    [DataRow("{{ n = 0; last = null; for row in by_problem.rows; if row.value > 40; n = n + 1; last = row; end; end; if n == 1; last.label; end }}")]
    [DataRow("{{ colours = [\"a\", \"b\"]; for row in by_sex.rows; if for.index < colours.size; colours[for.index]; end; end }}")]
    [DataRow("{{ names = [\"a\", \"b\"]; at = (year | string.to_int) - 2024; if at < 2; names[at]; end }}")]
    [DataRow("{{ 100 / ((year | string.to_int) - 2024) }}")]
    public void What_is_guarded_against_them_passes(string template) => Assert.AreEqual("", string.Join('\n', Checked.Faults(template)));

    [TestMethod]
    public void The_templates_of_a_new_site_pass()
    {
        var into = Directory.CreateTempSubdirectory("modular-new-site-");
        try
        {
            var loader = new SiteLoader(TimeProvider.System, new TemplateCheck(TimeProvider.System));
            var (site, faults) = loader.Load(SiteMaker.Make("essai", "Essai", into.FullName));
            Assert.AreEqual("", string.Join('\n', faults));
            Assert.IsNotEmpty(site!.Reports);
        }
        finally
        {
            into.Delete(recursive: true);
        }
    }

    [TestMethod]
    public void The_whole_check_of_a_template_is_bounded()
    {
        var conditions = string.Concat(Enumerable.Range(0, 40).Select(at => $"{{{{ if year == \"{at}\" }}}}x{{{{ end }}}}"));
        var fault = Checked.Faults(conditions + "\n{{ for i in 1..40000 }}{{ x = i }}{{ end }}").Single();
        Assert.AreEqual(("reports/essai.html", 2, "this template takes too long to try."), (fault.File, fault.Line, fault.Sentence));
        Assert.AreEqual("Ce modèle demande trop de temps pour être essayé.", fault.French);
    }

    [TestMethod]
    public void A_template_with_too_many_branches_takes_too_long_to_try()
    {
        var conditions = string.Concat(Enumerable.Range(0, 1200).Select(at => $"{{{{ if vif > {at} }}}}x{{{{ end }}}}"));
        Assert.AreEqual("this template takes too long to try.", Checked.Faults(conditions).Single().Sentence);
    }

    [TestMethod]
    [DataRow("{{ \"x\" | ▸string.pad_left 1000000000 }}")]
    [DataRow("{{ \"x\" | ▸string.pad_right 1000000000 }}")]
    [DataRow("{{ \"x\" * ▸1000000000 }}")]
    [DataRow("{{ ▸1000000000 * \"x\" }}")]
    public void A_text_that_would_be_too_long_is_said_to_be(string template) =>
        StringAssert.Contains(Checked.OnlyFault(template).Sentence, "too long: more than 1000000 characters");
}
