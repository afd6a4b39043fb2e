using System.Text;
using System.Text.RegularExpressions;
using Modular.Sites.Wording;

namespace Modular.Sites.Tests.Wording;

/// <summary>French.txt and the code say the same things: a sentence without its French, or French that nothing says any more, fails here.</summary>
[TestClass]
public sealed partial class FrenchTextTests
{
    private static readonly IReadOnlySet<string> Written = WrittenTemplates.Of(typeof(Fault).Assembly);

    [TestMethod]
    public void The_sentences_of_the_code_are_found() => Assert.Contains("There is no field \"{0}\" in this form.{1}", Written);

    [TestMethod]
    public void Every_sentence_is_told_in_French() => Nothing(Written.Except(FrenchText.Templates.Keys));

    [TestMethod]
    public void Every_French_sentence_is_one_of_the_code() => Nothing(FrenchText.Templates.Keys.Except(Written));

    [TestMethod]
    public void Both_languages_name_the_same_things() =>
        Nothing(FrenchText.Templates.Where(pair => !Named(pair.Key).SetEquals(Named(pair.Value))).Select(pair => pair.Value));

    [TestMethod]
    public void Both_languages_can_be_filled_in() =>
        Nothing(
            FrenchText.Templates.Where(pair => CompositeFormat.Parse(pair.Key).MinimumArgumentCount != CompositeFormat.Parse(pair.Value).MinimumArgumentCount)
                .Select(pair => pair.Value));

    [TestMethod]
    public void French_is_written_with_its_own_marks() => Nothing(FrenchText.Templates.Values.Where(french => Mistyped().IsMatch(french)));

    [TestMethod]
    [DataRow("l'hôte")]
    [DataRow("le champ \"id\"")]
    [DataRow("refusé : voici")]
    [DataRow("refusé: voici")]
    [DataRow("«id»")]
    [DataRow("« id »")]
    [DataRow("vraiment ?")]
    [DataRow("vraiment?")]
    [DataRow("plus de 100 %")]
    [DataRow("deux  espaces")]
    public void Marks_that_are_not_French_are_seen(string text) => Assert.IsTrue(Mistyped().IsMatch(text));

    [TestMethod]
    [DataRow("l’heure de 07:00 à 08:30")]
    [DataRow("«\u202Fid\u202F» manque\u202F: voici\u202F; 100\u202F%. Vraiment\u202F?")]
    public void Marks_that_are_French_pass(string text) => Assert.IsFalse(Mistyped().IsMatch(text));

    private static void Nothing(IEnumerable<string> wrong) => Assert.AreEqual("", string.Join('\n', wrong));

    private static HashSet<string> Named(string template) => [.. Placeholder().Matches(template).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    // The colon of a placeholder's format or of an hour is no mark.
    [GeneratedRegex(@"['""\u00A0]|\.\.\.|  | \u202F|\u202F |«(?!\u202F)|(?<!\u202F)([;?!»%]|(?<!\{\d):(?!\d))")]
    private static partial Regex Mistyped();
}
