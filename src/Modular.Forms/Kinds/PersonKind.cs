using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Forms.Html;

namespace Modular.Forms.Kinds;

/// <summary>The nominative block. Its parts are always the same.</summary>
internal sealed class PersonKind : Kind
{
    private static readonly FormField[] Block =
    [
        Part(PersonParts.LastName, FieldKind.Text, "Nom"),
        Part(PersonParts.FirstName, FieldKind.Text, "Prénom"),
        Part(PersonParts.BirthDate, FieldKind.Date, "Date de naissance") with { AtMost = RangeLimit.Today },
        Part(PersonParts.Address, FieldKind.LongText, "Adresse") with { MaxLength = 500 },
        Part(PersonParts.Telephone, FieldKind.Telephone, "Téléphone"),
    ];

    public override FieldKind Name => FieldKind.Person;

    public override bool IsNominative => true;

    public override IReadOnlyList<string> Keys(FormField field) => ["needed"];

    public override bool MayStandInRow => false;

    public override AnswerType Gives(FormField field) => AnswerType.Parts;

    public override IReadOnlyList<FormField> Parts(FormField field) => Block;

    public override IEnumerable<Column> Columns(FieldPlan planned) => planned.Parts.Select(part => new Column($"{planned.Field.Id}.{part.Field.Id}", part));

    public override IReadOnlyList<Answer>? Sorts(FieldPlan planned, IReadOnlyList<Condition> comparisons) => [new Answer.Block(AnswerSet.Empty)];

    internal override ParsedAnswer Read(AskedField asked) =>
        asked.Reader.ReadParts(asked.Plan, asked.Path + ".", AnswerSet.Empty) is var block && block.Fields.Any()
            ? new Answer.Block(block)
            : ParsedAnswer.Nothing;

    internal override void Write(FieldHtml html) => html.Set(html.Parts);

    internal override void Invent(InventedAnswers invented, FieldPlan planned, string path) => invented.Person(path + ".");

    private static FormField Part(string id, FieldKind kind, string label) => new() { Id = id, Kind = kind, Label = label, Nominative = true };
}
