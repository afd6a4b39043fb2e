using System.Text.RegularExpressions;
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
    [DataRow("{{ func ▸chart }}x{{ end }}", "\"chart\" is a word of the template already")]
    [DataRow("{{ ▸string.upcase = 1 }}", "only a name of your own can be given a value")]
    [DataRow("a ▸{{ situations", "this expression is not closed")]
    [DataRow("<p>{{ situations }}</p>\n▸{{ if vif.known <p>x</p>", "this expression is not closed")]
    [DataRow("{{ if vif.known }}x{{ end }}{{ en▸d }}", "this {{ end }} closes nothing")]
    [DataRow("{{ ▸else }}", "this {{ else }} belongs to no {{ if }}")]
    [DataRow("{{ ▸if vif.known }}x", "{{ end }} is missing")]
    [DataRow("{{ ▸for x in by_problem.rows }}{{ if true }}x{{ end }}", "{{ end }} is missing")]
    [DataRow("▸{{ \"a }}", "this expression is not closed")]
    [DataRow("▸{%{ x }%}", "to write two braces")]
    [DataRow("{{ ▸while true }}{{ end }}", "this loop does not end")]
    [DataRow("{{ for x in 1▸..100000 }}a{{ end }}", "this list is too long")]
    [DataRow("{{ func f }}{{ ▸f }}{{ end }}{{ f }}", "this function calls itself too deep")]
    [DataRow("{{ func f(n); ▸if n > 0; f (n - 1); f (n - 1); end; end; f 40 }}", "goes on for too long")]
    [DataRow("{{ for x in 1..40000 }}▸xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{{ end }}", "too long: more than 1000000 characters")]
    [DataRow("{{ x = \"ab\"; for y in 1..40; x = ▸x + x; end }}", "too long")]
    [DataRow("{{ x = \"a\" * ▸2000000000 }}", "this cannot be computed")]
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
    [DataRow("{{ regex.match \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\" \"^(a+)+$\" }}▸", "")]
    public void What_a_template_may_not_say_is_a_fault_at_its_place(string template, string sentence)
    {
        if (sentence.Length == 0)
        {
            StringAssert.Contains(Checked.Faults(template.TrimEnd('▸')).Single().Sentence, "takes too long");
            return;
        }

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
    [DataRow("<table class=\"table\"><caption>x</caption><thead><tr><th scope=\"col\">x</th></tr></thead><tbody>{{ for row in by_problem.rows }}<tr><th scope=\"row\">{{ row.label }}</th></tr>{{ end }}</tbody></table>")]
    [DataRow("{{ for row in by_problem.rows | array.sort \"label\" }}<p>{{ row.label }}</p>{{ end }}")]
    [DataRow("{{ for a in by_problem.rows }}{{ for b in age_and_sex.rows }}<p>{{ b.labels[1] }}</p>{{ end }}{{ end }}", DisplayName = "Loops within loops over whole figures")]
    [DataRow("{{ if vif.known }}<p>{{ math.round (vif / 3) 1 }}</p>{{ end }}")]
    [DataRow("{{ func encart }}<section class=\"notice\">{{ $$ }}</section>{{ end }}{{ wrap encart }}<p>{{ site }}</p>{{ end }}")]
    [DataRow("{{ capture x }}<p>{{ site }}</p>{{ end }}{{ x }}")]
    [DataRow("<p><a href=\"#bilan-annexe\">annexe</a></p><h2 id=\"bilan-annexe\" lang=\"fr\" title=\"a &lt; b\">x</h2><details open><summary>x</summary><p>y</p></details>")]
    [DataRow("<section><h2>A</h2>{{ chart by_problem }}{{ table situations }}<hr><p>a<br>b<br/>c</p></section>")]
    [DataRow("")]
    public void What_a_template_may_say_is_no_fault(string template) => Assert.AreEqual("", string.Join('\n', Checked.Faults(template)));

    [TestMethod]
    [DataRow("{{ if vif.known }}▸<p>{{ else }}</p>{{ end }}")]
    [DataRow("<p>x{{ if vif.known }}▸</p>{{ end }}{{ if vif.known }}<p>{{ end }}</p>")]
    [DataRow("{{ for row in by_problem.rows }}▸<p>{{ end }}</p>")]
    public void A_tag_closes_in_the_branch_that_opened_it(string template) => StringAssert.Contains(Checked.OnlyFault(template).Sentence, "closes there too");

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
    public void What_a_browser_would_move_elsewhere_is_a_fault(string template) => StringAssert.Contains(Checked.OnlyFault(template).Sentence, "this cannot stand here");

    [TestMethod]
    public void Every_word_of_templates_is_kept_from_figures() =>
        CollectionAssert.IsSubsetOf(TemplateWords.Names.Concat(TemplateFunctions.Names).ToArray(), Words.All.ToArray());

    [TestMethod]
    public void Members_that_the_check_knows_are_those_there_are()
    {
        var figure = new Statistics.Figure { Declared = Statistics.Tests.FactsInMemory.Count("x"), Label = "", Unit = "", Definition = "", NotKnown = default, Value = new(default) };
        CollectionAssert.AreEquivalent(FigureWord.Names.ToArray(), new FigureWord(figure).Members.Keys.ToArray());
        CollectionAssert.AreEquivalent(RowWord.Names.ToArray(), new RowWord(figure, new([], [], new(default), default)).Members.Keys.ToArray());
    }

    /// <summary>A sentence with a capital and French marks.</summary>
    [GeneratedRegex(@"^(\p{Lu}|«\u202F|\{%\{|<)[^']*\.$|\?$")]
    private static partial Regex French();

    [GeneratedRegex("is not closed|stands where|closes nothing")]
    private static partial Regex Unclosed();
}
