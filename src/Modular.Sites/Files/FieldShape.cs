using Modular.Contracts.Forms;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.Key;

namespace Modular.Sites.Files;

/// <summary>One question of a form.</summary>
internal static class FieldShape
{
    private static readonly Key<string> Id = Required("id", Value.Name, "The name of the answer, of the fact's dimension and of the column in imports.");
    private static readonly Key<FieldKind> Kind = Required("kind", Value.Word<FieldKind>());
    private static readonly Key<FieldRole?> Role = MaybeValue(
        "role", Value.Word<FieldRole>(), "What the field is to the host, which finds by its role what it leans on.");
    private static readonly Key<string> Label = Required("label", Value.Text(300), "The question as people read it.");
    private static readonly Key<string?> Heading = Maybe(
        "heading", Value.Text(100), "What heads it in reports, where the question would be out of place. Default: the label.");
    private static readonly Key<string?> Hint = Maybe("hint", Value.Text(500));
    private static readonly Key<string?> Codes = Maybe("codes", Value.Name, "Name of a code list of site.json.");
    private static readonly Key<Condition?> When = Maybe("when", ConditionShape.Shape, "When the field is shown; absent: always.");
    private static readonly Key<Need> Needed = Optional("needed", Value.Word<Need>(), Need.Never);
    private static readonly Key<IReadOnlyList<NotGiven>> AlsoAnswers = Optional(
        "alsoAnswers", Value.ListOf(Value.Word<NotGiven>()), [], "Which of « ne sait pas », « refuse », « non demandé » it also takes.");
    private static readonly Key<bool> Nominative = Optional(
        "nominative", Value.Flag, false, "True when the answer may tell who the person is. Always true of free text and of persons.");
    private static readonly Key<bool> Fact = Optional("fact", Value.Flag, false, "True when the answer is counted in reports.");
    private static readonly Key<bool> Offence = Optional("offence", Value.Flag, false, "True when the answer is about an offence.");
    private static readonly Key<string?> AtLeast = Maybe("atLeast", new BoundShape(), "A number; for a date yyyy-MM-dd, today or a date field before it.");
    private static readonly Key<string?> AtMost = Maybe("atMost", new BoundShape(), "As atLeast.");
    private static readonly Key<int?> MaxLength = MaybeValue("maxLength", new WholeShape(1, 100_000));
    private static readonly Key<string?> Unit = Maybe("unit", Value.Text(30));
    private static readonly Key<IReadOnlyList<FormField>> Fields = Optional(
        "fields", Value.SomeOf(new NamedShape<FormField>("field", () => Shape!)), [], "The fields of a group's row.");
    private static readonly Key<string?> CountedAs = Maybe("countedAs", Value.Name, "The unit under which each row of a group is counted.");
    private static readonly Key<int> MaxRows = Optional("maxRows", new WholeShape(1, 100), 20);
    private static readonly Key<Computation?> Compute = MaybeValue("compute", Value.Word<Computation>());
    private static readonly Key<IReadOnlyList<string>> From = Optional("from", Value.SomeOf(Value.Field), [], "The fields a computation reads.");

    public static readonly ObjectShape<FormField> Shape = new(
        [
            Id, Kind, Role, Label, Heading, Hint, Codes, When, Needed, AlsoAnswers, Nominative, Fact, Offence,
            AtLeast, AtMost, MaxLength, Unit, Fields, CountedAs, MaxRows, Compute, From,
        ],
        field => new FormField
        {
            Id = field.Get(Id),
            Kind = field.Get(Kind),
            Role = field.Get(Role),
            Label = field.Get(Label),
            Heading = field.Get(Heading),
            Hint = field.Get(Hint),
            Codes = field.Get(Codes),
            When = field.Get(When),
            Needed = field.Get(Needed),
            AlsoAnswers = field.Get(AlsoAnswers),
            Nominative = field.Get(Nominative) || Modular.Forms.Kinds.Kind.Of(field.Get(Kind)).IsNominative,
            Fact = field.Get(Fact),
            Offence = field.Get(Offence),
            AtLeast = field.Get(AtLeast),
            AtMost = field.Get(AtMost),
            MaxLength = field.Get(MaxLength),
            Unit = field.Get(Unit),
            Fields = field.Get(Fields),
            CountedAs = field.Get(CountedAs),
            MaxRows = field.Get(MaxRows),
            Compute = field.Get(Compute),
            From = field.Get(From),
        },
        "field");
}
