using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Forms.Html;

namespace Modular.Forms.Kinds;

/// <summary>One of several options. Few of them are buttons, more are a list.</summary>
internal abstract class ChoiceKind : Kind
{
    public override AnswerType Gives(FormField field) => AnswerType.Codes;

    public override IReadOnlyList<Answer>? Sorts(FieldPlan planned, IReadOnlyList<Condition> comparisons) =>
        [.. Classes(planned, comparisons).Select(code => new Answer.Choice(code))];

    internal override ParsedAnswer Read(AskedField asked) =>
        asked.Typed is not { Length: > 0 } code ? ParsedAnswer.Nothing
        : asked.Reader.MayChoose(asked, code)
            ? new Answer.Choice(code)
            : ParsedAnswer.Refused("Ce choix n’existe plus dans la liste. Choisissez-en un autre.");

    internal override void Write(FieldHtml html)
    {
        if (html.HasFewChoices)
        {
            html.Set(() => html.Choices("radio"));
        }
        else
        {
            html.Labelled(html.Select, withSpecialAnswers: false);
        }
    }

    /// <summary>One code of each class: those that are in exactly the same comparisons.</summary>
    internal static List<string> Classes(FieldPlan planned, IReadOnlyList<Condition> comparisons)
    {
        List<IReadOnlyList<string>> sets =
        [
            .. comparisons.OfType<Condition.In>().Select(comparison => comparison.Codes),
            .. comparisons.OfType<Condition.Contains>().SelectMany(comparison => comparison.Codes).Select(code => new[] { code }),
        ];
        return
        [
            .. planned.Options.Select(option => option.Value)
                .GroupBy(code => string.Concat(sets.Select(set => set.Contains(code) ? '1' : '0'))).Select(same => same.First()),
        ];
    }
}
