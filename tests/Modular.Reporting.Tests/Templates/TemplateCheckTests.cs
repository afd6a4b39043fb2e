using System.Text.RegularExpressions;
using Modular.Reporting.Templates.Values;
using Words = Modular.Contracts.Reports.TemplateWords;

namespace Modular.Reporting.Tests.Templates;

[TestClass]
public sealed partial class TemplateCheckTests
{
    [TestMethod]
    [DataRow("Loire")]
    [DataRow("HauteMarne")]
    [DataRow("Pantin")]
    [DataRow("Dunkerque")]
    public void Templates_of_the_four_sites_pass(string folder) => Assert.IsNotEmpty(Reports.Site(folder).Reports);

    [TestMethod]
    [DataRow("{{ ▸situatons }}", "\"situatons\" is no word of a template and no figure of this report. Did you mean \"situations\"?")]
    [DataRow("<p>\n  deux {{ ▸secret }}</p>", "\"secret\" is no word of a template and no figure of this report.")]
    [DataRow("<p>{{ if false }}{{ ▸vfi }}{{ end }}</p>", "Did you mean \"vif\"?")]
    [DataRow("{{ situations.▸befor }}", "\"situations\" has no member \"befor\". Did you mean \"before\"?")]
    [DataRow("{{ for row in by_problem.rows }}{{ if false }}{{ row.▸lable }}{{ end }}{{ end }}", "\"row\" has no member \"lable\". Did you mean \"label\"?")]
    [DataRow("{{ string.▸upcas site }}", "\"string\" has no member \"upcas\". Did you mean \"upcase\"?")]
    [DataRow("{{ site.▸length }}", "\"site\" has no member \"length\".")]
    [DataRow("{{ situations.▸rows }}", "\"situations\" is a single number: it has no rows.")]
    [DataRow("{{ chart ▸situations }}", "\"situations\" is a single number: a chart shows a figure with \"by\".")]
    [DataRow("{{ situations | ▸chart }}", "\"situations\" is a single number")]
    [DataRow("{{ x = situations; if false; chart x; end; ▸chart x }}", "\"situations\" is a single number")]
    [DataRow("{{ ▸chart site }}", "write chart and the name of a figure")]
    [DataRow("{{ ▸title = \"x\" }}", "\"title\" is a word of the template already")]
    [DataRow("{{ ▸situations = 5 }}", "\"situations\" is a word of the template already")]
    [DataRow("{{ ▸string.upcase = 1 }}", "only a name of your own can be given a value")]
    [DataRow("a ▸{{ situations", "this expression is not closed")]
    [DataRow("<p>{{ situations }}</p>\n▸{{ if vif.known <p>x</p>", "this expression is not closed")]
    [DataRow("{{ if vif.known }}x{{ end }}{{ en▸d }}", "this {{ end }} closes nothing")]
    [DataRow("{{ ▸else }}", "this {{ else }} belongs to no {{ if }}")]
    [DataRow("{{ ▸if vif.known }}x", "{{ end }} is missing")]
    [DataRow("{{ ▸for x in by_problem.rows }}{{ if true }}x{{ end }}", "{{ end }} is missing")]
    [DataRow("▸{{ \"a }}", "this expression is not closed")]
    [DataRow("▸{%{ x }%}", "to write two braces")]
    [DataRow("{{ for x in 1▸..100000 }}a{{ end }}", "this list is too long")]
    [DataRow("{{ x = [▸1e300]; x.size }}", "this number is too large")]
    [DataRow("{{ ▸123456789012345678901234567890 }}", "this number is too large")]
    [DataRow("{{ for x in 1..40000 }}▸xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{{ end }}", "too long: more than 1000000 characters")]
    [DataRow("{{ x = \"ab\"; for y in 1..40; x = ▸x + x; end }}", "too long")]
    [DataRow("{{ x = \"a\" * ▸2000000000 }}", "too long: more than 1000000 characters")]
    [DataRow("{{ math.round ▸vif }}", "hidden or missing, and nothing can be computed then")]
    [DataRow("{{ if vif > 5 }}{{ if vif < 100 }}{{ else }}{{ x = [1]; x[▸7] }}{{ end }}{{ end }}", "(when numbers are large and rising).")]
    [DataRow("{{ if vif == 0 }}{{ x = 1 }}{{ end }}{{ ▸x }}", "this name has no value here")]
    [DataRow("{{ ▸by_problem.rows }}", "this is no text and no number")]
    [DataRow("{{ ▸string }}", "this is no text and no number")]
    [DataRow("{{ ▸situations \"x\" }}", "this is no function")]
    [DataRow("{{ trend situations \"a\"▸ }}", "too few or too many others")]
    [DataRow("{{ ▸include \"x\" }}", "\"include\" is no word of a template")]
    [DataRow("{{ ▸import string }}", "this word of the engine is refused")]
    [DataRow("{{ ▸with situations }}x{{ end }}", "this word of the engine is refused")]
    [DataRow("{{ ▸this }}", "this word of the engine is refused")]
    [DataRow("{{ ▸tablerow x in by_problem.rows }}x{{ end }}", "this word of the engine is refused")]
    [DataRow("{{ object.▸eval \"site\" }}", "\"object\" has no member \"eval\"")]
    [DataRow("{{ object.▸to_json situations }}", "\"object\" has no member \"to_json\"")]
    [DataRow("{{ ▸date.now }}", "\"date\" is no word of a template")]
    [DataRow("{{ math.▸random 1 5 }}", "\"math\" has no member \"random\"")]
    [DataRow("{{ x = site; x.▸Length }}", "this has no member of that name")]
    [DataRow("{{ x = situations; x.▸figure }}", "this has no member of that name")]
    [DataRow("{{ x = situations; x.▸get_type }}", "this has no member of that name")]
    [DataRow("{{ ▸regex.match \"aaaaaaaaaaaa!\" \"^(a+)+$\" }}", "\"regex\" is no word of a template")]
    [DataRow("{{ chart ▸by_sex_and_problem }}", "only a pyramid draws them")]
    [DataRow("{{ x = by_sex_and_problem; ▸chart x }}", "only a pyramid draws them")]
    [DataRow("{{ ▸counted site \"a\" \"b\" }}", "write a number before counted")]
    [DataRow("{{ situations | counted \"situation\"▸ }}", "too few or too many others")]
    [DataRow(
        "{{ for row in by_problem.rows | array.sort \"label\" }}{{ if false }}{{ row.▸lable }}{{ end }}{{ end }}",
        "\"row\" has no member \"lable\". Did you mean \"label\"?")]
    [DataRow("{{ x = by_problem.rows | array.reverse; for row in (x | array.limit 3); if false; row.▸lable; end; end }}", "\"row\" has no member \"lable\"")]
    [DataRow("{{ row = by_problem.rows | array.first; if false; row.▸lable; end }}", "\"row\" has no member \"lable\"")]
    [DataRow("{{ by_problem.rows | array.sort ▸\"valeu\" | array.size }}", "\"row\" has no member \"valeu\". Did you mean \"value\"?")]
    [DataRow("{{ array.map by_problem.rows ▸\"nope\" | array.size }}", "\"row\" has no member \"nope\".")]
    [DataRow("{{ by_problem.rows | array.reverse | array.map ▸\"nope\" | array.size }}", "\"row\" has no member \"nope\".")]
    public void What_a_template_may_not_say_is_a_fault_at_its_place(string template, string sentence)
    {
        var fault = Checked.OnlyFault(template);
        StringAssert.Contains(fault.Sentence, sentence);
        StringAssert.Matches(fault.French, French());
    }

    [TestMethod]
    [DataRow("<p>{{ # un commentaire {{ situations }}</p>")]
    [DataRow("<p>{{ site }}, {{ title }}, {{ period }}, {{ period_before }}, {{ year }}, {{ year_before }}, {{ data_date }}</p>")]
    [DataRow("<p>{{ if situations.known }}x{{ else }}{{ situations }}{{ end }}</p>")]
    [DataRow("<p>{{~ situations ~}}</p>")]
    [DataRow("<p>{ pas une expression } &amp; 1 &lt; 2</p>")]
    [DataRow("<ul>{{ for row in by_problem.rows }}<li>{{ row.label }} : {{ row.value }}, {{ row.share }}</li>{{ end }}</ul>")]
    [DataRow(
        "<table class=\"table\"><caption>x</caption><thead><tr><th scope=\"col\">x</th></tr></thead><tbody>"
        + "{{ for row in by_problem.rows }}<tr><th scope=\"row\">{{ row.label }}</th></tr>{{ end }}</tbody></table>")]
    [DataRow("{{ for row in by_problem.rows | array.sort \"label\" }}<p>{{ row.label }}</p>{{ end }}")]
    [DataRow(
        "{{ for a in by_problem.rows }}{{ for b in age_and_sex.rows }}<p>{{ b.labels[1] }}</p>{{ end }}{{ end }}",
        DisplayName = "Loops within loops over whole figures")]
    [DataRow("{{ if vif.known }}<p>{{ math.round (vif / 3) 1 }}</p>{{ end }}")]
    [DataRow("{{ capture x }}<p>{{ site }}</p>{{ end }}{{ x }}")]
    [DataRow(
        "<p><a href=\"#bilan-annexe\">annexe</a></p><h2 id=\"bilan-annexe\" lang=\"fr\" title=\"a &lt; b\">x</h2>"
        + "<details open><summary>x</summary><p>y</p></details>")]
    [DataRow("<section><h2>A</h2>{{ chart by_problem }}{{ table situations }}<hr><p>a<br>b<br/>c</p></section>")]
    [DataRow("")]
    public void What_a_template_may_say_is_no_fault(string template) => Assert.AreEqual("", string.Join('\n', Checked.Faults(template)));

    [TestMethod]
    [DataRow("{{ if vif.known }}▸<p>{{ else }}</p>{{ end }}")]
    [DataRow("<p>x{{ if vif.known }}▸</p>{{ end }}{{ if vif.known }}<p>{{ end }}</p>")]
    [DataRow("{{ for row in by_problem.rows }}▸<p>{{ end }}</p>")]
    public void A_tag_closes_in_the_branch_that_opened_it(string template) => StringAssert.Contains(Checked.OnlyFault(template).Sentence, "closes there too");

    [TestMethod]
    [DataRow("<p>{{ if vif.known }}{{ ▸ret }}{{ end }}x</p>")]
    [DataRow("{{ for row in by_problem.rows }}<ul><li>{{ if for.index > 90 }}{{ ▸break }}{{ end }}x</li></ul>{{ end }}")]
    [DataRow("{{ for row in by_problem.rows }}<p>{{ if for.index > 90 }}{{ ▸continue }}{{ end }}x</p>{{ end }}")]
    [DataRow("{{ for x in 1..2 }}<p>{{ capture y }}{{ if false }}{{ ▸break }}{{ end }}{{ end }}</p>{{ end }}")]
    public void Nothing_is_left_while_a_tag_is_open(string template) => StringAssert.Contains(Checked.OnlyFault(template).Sentence, "a tag that is still open");

    [TestMethod]
    [DataRow("<p>{{ if vif.known }}{{ ▸break }}{{ end }}</p>")]
    [DataRow("{{ for x in 1..2 }}x{{ end }}{{ ▸continue }}")]
    public void Nothing_is_left_that_is_anothers(string template) =>
        StringAssert.Contains(Checked.OnlyFault(template).Sentence, "no loop of its own");

    [TestMethod]
    [DataRow("<ul>{{ for row in by_problem.rows }}{{ if for.index > 2 }}{{ break }}{{ end }}<li>{{ row.label }}</li>{{ end }}</ul>")]
    [DataRow("{{ if year == \"2025\" }}{{ if vif.known }}{{ math.round vif }}{{ end }}{{ end }}")]
    [DataRow("{{ for r in by_problem.rows }}{{ case r.label }}{{ when \"Fugue\" }}<p>a</p>{{ else }}<p>b</p>{{ end }}{{ end }}")]
    [DataRow("{{ for i in 1..20 }}{{ chart by_problem }}{{ chart age_and_sex }}{{ end }}")]
    public void What_ends_in_time_is_no_fault(string template) => Assert.AreEqual("", string.Join('\n', Checked.Faults(template)));

    [TestMethod]
    [DataRow("{{ for i in 1..900 }}{{ ▸chart by_problem }}{{ end }}", "too long")]
    [DataRow("{{ for i in 1..5000 }}{{ ▸table by_problem }}{{ end }}", "too long")]
    [DataRow("{{ x = chart by_problem | html.strip; if x == \"\"; else; x = [1]; x[▸7]; end }}", "beyond the list’s end")]
    [DataRow("{{ capture x }}{{ chart by_problem }}{{ end }}{{ y = x | string.size; if y > 2000 }}{{ z = [1]; z[▸7] }}{{ end }}", "beyond the list’s end")]
    public void The_trial_sees_what_the_reader_will(string template, string sentence) => StringAssert.Contains(Checked.OnlyFault(template).Sentence, sentence);

    [TestMethod]
    [DataRow("{{ for r in by_problem.rows }}{{ if r.label == \"Conflit familial\" }}{{ (1..2) | ▸math.abs }}{{ end }}{{ end }}")]
    [DataRow("{{ if year == \"2025\" }}{{ (1..2) | ▸math.abs }}{{ end }}")]
    [DataRow("{{ if year == \"2024\" }}a{{ else if year == \"2025\" }}{{ (1..2) | ▸math.abs }}{{ end }}")]
    [DataRow("{{ if year == \"2025\" && vif.known && !(site == \"Dunkerque\") }}{{ (1..2) | ▸math.abs }}{{ end }}")]
    [DataRow("{{ case year }}{{ when \"2025\" }}{{ (1..2) | ▸math.abs }}{{ end }}")]
    [DataRow("{{ year == \"2025\" ? ((1..2) | ▸math.abs) : 1 }}")]
    [DataRow("{{ if (data_date | string.contains \"mars\") }}{{ (1..2) | ▸math.abs }}{{ end }}")]
    public void A_branch_for_other_texts_is_tried_too(string template) => Assert.IsNotEmpty(Checked.OnlyFault(template).Sentence);

    [TestMethod]
    public void A_template_that_compares_too_many_texts_is_not_tried_for_ever() =>
        StringAssert.Contains(
            Checked.Faults(string.Concat(Enumerable.Range(0, 41).Select(at => $"{{{{ if year == \"{at}\" }}}}x{{{{ end }}}}"))).Single().Sentence,
            "40 at most");

    [TestMethod]
    [DataRow("{{ x = \"a\" * 40000; for i in 1..20000; y = x | string.▸upcase; end }}")]
    [DataRow("{{ x = \"a\" * 40000; for i in 1..40000; y = x ▸== \"b\"; end }}")]
    [DataRow("{{ for x in 1..40000; a = [x, x, x, x, x, x, x, x, x, x, x, x]; end }}", DisplayName = "As are many steps of a few rounds")]
    public void Long_texts_are_more_work(string template) =>
        StringAssert.Contains(Checked.Faults(template.Replace("▸", "")).Single().Sentence, "goes on for too long");

    [TestMethod]
    public void The_same_drawing_stands_once() =>
        StringAssert.Contains(Checked.OnlyFault("{{ x = chart by_problem; x }}<p>a</p>▸{{ x }}").Sentence, "the same drawing");

    [TestMethod]
    [DataRow("▸<p>a")]
    [DataRow("<div><p>a▸</div></p>")]
    [DataRow("a▸</p>")]
    [DataRow("<b><p>x▸</b></p>")]
    [DataRow("▸<p/>x")]
    public void A_tag_is_closed_where_it_was_opened(string template) => StringAssert.Matches(Checked.OnlyFault(template).Sentence, Unclosed());

    [TestMethod]
    [DataRow("<p><div></div>▸</p>")]
    [DataRow("<table>▸<p>x</p></table>")]
    [DataRow("▸<tr><td>1</td></tr>")]
    [DataRow("<h2>a▸<h3>b</h3></h2>")]
    [DataRow("<p>{{ chart by_problem }}▸</p>")]
    [DataRow("<table><tbody>▸{{ situations }}</tbody></table>")]
    [DataRow("<p>{{ capture x }}<section>x</section>{{ end }}{{ x }}▸</p>")]
    public void What_a_browser_would_move_elsewhere_is_a_fault(string template) =>
        StringAssert.Contains(Checked.OnlyFault(template).Sentence, "this cannot stand here");

    [TestMethod]
    public void Every_word_of_templates_is_kept_from_figures() =>
        CollectionAssert.IsSubsetOf(TemplateVariables.Names.Concat(TemplateFunctions.Names).ToArray(), Words.All.ToArray());

    [TestMethod]
    public void Members_that_the_check_knows_are_those_there_are()
    {
        var figure = new Statistics.Figures.Figure
        {
            Declared = Statistics.Tests.FactsInMemory.Count("x"),
            Label = "",
            Unit = "",
            Definition = "",
            NotKnown = default,
            Value = new(default),
        };
        CollectionAssert.AreEquivalent(FigureValue.Names.ToArray(), new FigureValue(figure).Members.Keys.ToArray());
        CollectionAssert.AreEquivalent(RowValue.Names.ToArray(), new RowValue(figure, new([], [], new(default), default)).Members.Keys.ToArray());
    }

    /// <summary>A sentence with a capital and French marks.</summary>
    [GeneratedRegex(@"^(\p{Lu}|«\u202F|\{%\{|<)[^']*\.$|\?$")]
    private static partial Regex French();

    [GeneratedRegex("is not closed|stands where|closes nothing")]
    private static partial Regex Unclosed();
}
