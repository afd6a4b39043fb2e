using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;
using Modular.Forms.Computations;
using Modular.Forms.Html;

namespace Modular.Forms.Kinds;

/// <summary>
/// An answer that is worked out while the form is read, shown and never typed. What needs the whole record (delays, counts) is worked out from the record.
/// </summary>
internal sealed class ComputedKind : Kind
{
    public override FieldKind Name => FieldKind.Computed;

    public override IReadOnlyList<string> Keys(FormField field) => field.Compute == Computation.Rules ? ["codes", "compute", "from"] : ["compute", "from"];

    public override string NeededKey => "compute";

    public override AnswerType Gives(FormField field) => field.Compute switch
    {
        Computation.AgeGroup or Computation.Vif or Computation.Rules => AnswerType.Codes,
        Computation.DaysOpen or Computation.DaysToFirstContact or Computation.Contacts => AnswerType.Number,
        _ => AnswerType.Text,
    };

    public override bool IsCounted(FormField field) => true;

    public override IReadOnlyList<Code> Options(SiteCodes codes, FormField field) => field.Compute switch
    {
        Computation.AgeGroup => AgeGroups.Of(codes),
        Computation.Vif => YesNoKind.YesNo,
        _ => codes.Of(field.Codes),
    };

    public override IEnumerable<Column> Columns(FieldPlan planned) => [];

    public override IReadOnlyList<Answer>? Sorts(FieldPlan planned, IReadOnlyList<Condition> comparisons) => planned.Gives switch
    {
        AnswerType.Number => NumberKind.Around(comparisons, 1, 0, null),
        AnswerType.Codes => [.. ChoiceKind.Classes(planned, comparisons).Select(code => new Answer.Choice(code))],
        _ => base.Sorts(planned, comparisons),
    };

    internal override ParsedAnswer Read(AskedField asked)
    {
        var (field, site) = (asked.Plan.Field, asked.Reader.Plan.Site);
        var code = field.Compute switch
        {
            Computation.AgeGroup => AgeGroups.Of(field, asked.Context, asked.Reader.Today),
            Computation.Vif => FamilyViolence.In(site, field.From, asked.Context),
            Computation.Rules => asked.Reader.Derived(field, asked.Context),
            _ => null,
        };
        return code is not null && asked.Plan.Options.Any(option => option.Value == code) ? new Answer.Choice(code) : ParsedAnswer.Nothing;
    }

    internal override void Write(FieldHtml html) => html.Computed();
}
