using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>What the host would never count, or count over: fields that it works out for itself, and groups that are no unit.</summary>
internal sealed class CountingCheck : StaticCheck
{
    private static readonly string[] HostUnits = ["situations", "contacts", "half_days", "promised_half_days"];

    protected override void OfForm(ParsedSite parsed, FormPlan plan)
    {
        foreach (var field in plan.AllFields.Select(planned => planned.Field))
        {
            if (field.Compute is { } compute && FactNames.Measures.Contains(SnakeCase.Of(compute)))
            {
                parsed.Fault(
                    field, "compute",
                    $"\"{field.Id}\" would stay empty: {
                        SnakeCase.Of(compute)} is worked out from the whole situation, not from a form. Leave the field out; reports name the measure \"{
                        SnakeCase.Of(compute)}\".");
            }
            else if (field.Fact && TakesThePlaceOfHosts(field, plan.Form))
            {
                parsed.Fault(field, "id", $"\"{field.Id}\" is what the host says of every situation: choose another name for what is counted here.");
            }

            if (field.Fact && field.Id.EndsWith(FactNames.Core, StringComparison.Ordinal))
            {
                parsed.Fault(
                    field, "id",
                    $"A name that ends in {FactNames.Core} is what the host calls codes of the common core: choose another for what is counted here.");
            }

            CountedAs(parsed, plan.Form, field);
        }
    }

    /// <summary>What a site says in the host's own words is said of the same thing: the situation's station, and whether it is one of VIF.</summary>
    private static bool TakesThePlaceOfHosts(FormField field, FormDefinition form) => field switch
    {
        { Id: FactNames.Station, Kind: FieldKind.Station } or { Id: FactNames.Vif, Compute: Computation.Vif } => false,
        { Role: FieldRole.Station } => false, // RoleCheck wants it of its kind.
        _ => FactNames.IsOfHost(field.Id) || (form.Id != "contact" && FactNames.IsOfSituation(field.Id)),
    };

    private static void CountedAs(ParsedSite parsed, FormDefinition form, FormField field)
    {
        if (field.CountedAs is not { } unit)
        {
            return;
        }

        if (form.Id != "contact")
        {
            parsed.Fault(field, "countedAs", $"Only rows of the form contact are counted: reports could not name \"{unit}\".");
        }
        else if (HostUnits.Contains(unit))
        {
            parsed.Fault(field, "countedAs", $"\"{unit}\" is counted by the host already: choose another name for these rows.");
        }
    }
}
