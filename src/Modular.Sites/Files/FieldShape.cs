using Modular.Contracts.Forms;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.JsonKey;

namespace Modular.Sites.Files;

/// <summary>One question of a form.</summary>
internal static class FieldShape
{
    private static readonly JsonKey<string> Id = Required(
        "id", ValueShapes.Name, "The name of the answer, of the fact's dimension and of the column in imports.");
    private static readonly JsonKey<FieldKind> Kind = Required("kind", ValueShapes.Word<FieldKind>());
    private static readonly JsonKey<FieldRole?> Role = MaybeValue(
        "role", ValueShapes.Word<FieldRole>(), "What the field is to the host, which finds by its role what it leans on.");
    private static readonly JsonKey<string> Label = Required("label", ValueShapes.Text(300), "The question as people read it.");
    private static readonly JsonKey<string?> Heading = Maybe(
        "heading", ValueShapes.Text(100), "What heads it in reports, where the question would be out of place. Default: the label.");
    private static readonly JsonKey<string?> Hint = Maybe("hint", ValueShapes.Text(500));
    private static readonly JsonKey<string?> Codes = Maybe("codes", ValueShapes.Name, "Name of a code list of site.json.");
    private static readonly JsonKey<Condition?> When = Maybe("when", ConditionShape.Shape, "When the field is shown; absent: always.");
    private static readonly JsonKey<Need> Needed = Optional("needed", ValueShapes.Word<Need>(), Need.Never);
    private static readonly JsonKey<IReadOnlyList<NotGiven>> AlsoAnswers = Optional(
        "alsoAnswers", ValueShapes.ListOf(ValueShapes.Word<NotGiven>()), [], "Which of « ne sait pas », « refuse », « non demandé » it also takes.");
    private static readonly JsonKey<bool> Nominative = Optional(
        "nominative", ValueShapes.Flag, false, "True when the answer may tell who the person is. Always true of free text and of persons.");
    private static readonly JsonKey<bool> Fact = Optional("fact", ValueShapes.Flag, false, "True when the answer is counted in reports.");
    private static readonly JsonKey<bool> Offence = Optional("offence", ValueShapes.Flag, false, "True when the answer is about an offence.");
    private static readonly JsonKey<string?> AtLeast = Maybe(
        "atLeast", new RangeLimitShape(), "A number; for a date yyyy-MM-dd, today or a date field before it.");
    private static readonly JsonKey<string?> AtMost = Maybe("atMost", new RangeLimitShape(), "As atLeast.");
    private static readonly JsonKey<int?> MaxLength = MaybeValue("maxLength", new WholeShape(1, 100_000));
    private static readonly JsonKey<string?> Unit = Maybe("unit", ValueShapes.Text(30));
    private static readonly JsonKey<IReadOnlyList<FormField>> Fields = Optional(
        "fields", ValueShapes.SomeOf(new NamedShape<FormField>("field", () => Shape!)), [], "The fields of a group's row.");
    private static readonly JsonKey<string?> CountedAs = Maybe("countedAs", ValueShapes.Name, "The unit under which each row of a group is counted.");
    private static readonly JsonKey<int> MaxRows = Optional("maxRows", new WholeShape(1, 100), 20);
    private static readonly JsonKey<Computation?> Compute = MaybeValue("compute", ValueShapes.Word<Computation>());
    private static readonly JsonKey<IReadOnlyList<string>> From = Optional(
        "from", ValueShapes.SomeOf(ValueShapes.Field), [], "The fields a computation reads.");

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
