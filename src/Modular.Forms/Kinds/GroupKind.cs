using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Wording;
using Modular.Forms.Html;

namespace Modular.Forms.Kinds;

/// <summary>Rows of the same few fields.</summary>
internal sealed class GroupKind : Kind
{
    public override FieldKind Name => FieldKind.Group;

    public override IReadOnlyList<string> Keys(FormField field) => ["fields", "countedAs", "needed"];

    public override string NeededKey => "fields";

    public override bool MayStandInRow => false;

    public override AnswerType Gives(FormField field) => AnswerType.Parts;

    public override IReadOnlyList<FormField> Parts(FormField field) => field.Fields;

    public override IEnumerable<Column> Columns(FieldPlan planned) => [];

    public override IReadOnlyList<Answer>? Sorts(FieldPlan planned, IReadOnlyList<Condition> comparisons) => [new Answer.Rows([AnswerSet.Empty])];

    internal override ParsedAnswer Read(AskedField asked)
    {
        var (planned, typed) = (asked.Plan, asked.Reader.Typed);
        var indices = typed.RowsOf(asked.Path);
        if (indices.Count > planned.Field.MaxRows)
        {
            return ParsedAnswer.Refused($"Pas plus de {Counted.InFrench(planned.Field.MaxRows, "ligne", "lignes")} ici.");
        }

        var rows = indices.Select(index => TypedAnswers.Row(asked.Path, index) + ".").Where(typed.HasUnder)
            .Select(prefix => asked.Reader.ReadParts(planned, prefix, asked.Context)).Where(row => row.Fields.Any()).ToList();
        return rows.Count == 0 ? ParsedAnswer.Nothing : new Answer.Rows(rows);
    }

    internal override void Write(FieldHtml html) => html.Set(html.Rows);

    internal override void Invent(InventedAnswers invented, FieldPlan planned, string path)
    {
        if (invented.Happens(0.6))
        {
            foreach (var part in planned.Parts)
            {
                invented.Answer(part, $"{TypedAnswers.Row(path, 0)}.{part.Field.Id}");
            }
        }
    }
}
