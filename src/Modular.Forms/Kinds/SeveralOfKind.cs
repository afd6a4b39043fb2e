using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Forms.Html;

namespace Modular.Forms.Kinds;

/// <summary>Any number of codes of a list.</summary>
internal sealed class SeveralOfKind : Kind
{
    private const int MostClasses = 8;

    public override FieldKind Name => FieldKind.SeveralOf;

    public override IReadOnlyList<string> Keys(FormField field) => ["codes", "needed", "alsoAnswers"];

    public override AnswerType Gives(FormField field) => AnswerType.Codes;

    public override bool GivesSeveral => true;

    public override IReadOnlyList<Code> Options(SiteCodes codes, FormField field) => codes.Of(field.Codes);

    public override IReadOnlyList<string> Values(string cell) => cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public override IReadOnlyList<Answer>? Sorts(FieldPlan planned, IReadOnlyList<Condition> comparisons)
    {
        var classes = ChoiceKind.Classes(planned, comparisons);
        return classes.Count > MostClasses
            ? null
            : [.. Enumerable.Range(1, (1 << classes.Count) - 1).Select(set => new Answer.Choices([.. classes.Where((_, index) => (set >> index & 1) == 1)]))];
    }

    internal override ParsedAnswer Read(AskedField asked)
    {
        var wanted = asked.Reader.Typed[asked.Path].Where(code => code.Length > 0).ToHashSet();
        if (wanted.Count == 0)
        {
            return ParsedAnswer.Nothing;
        }

        return wanted.All(code => asked.Reader.MayChoose(asked, code))
            ? new Answer.Choices([.. asked.Plan.Options.Select(option => option.Value).Where(wanted.Contains)])
            : ParsedAnswer.Refused("Un de ces choix n’existe plus dans la liste. Vérifiez-les.");
    }

    internal override void Write(FieldHtml html) => html.Set(() => html.Choices("checkbox"));

    internal override void Invent(InventedAnswers invented, FieldPlan planned, string path) =>
        invented.Type(path, [.. Enumerable.Range(0, invented.Number(1, 3)).Select(_ => invented.Code(planned)).Distinct()]);
}
