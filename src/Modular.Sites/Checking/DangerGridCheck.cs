using Modular.Contracts.Forms;
using Modular.Forms;
using Modular.Sites.Files;
using Modular.Sites.Reading;

namespace Modular.Sites.Checking;

/// <summary>How the danger grid counts.</summary>
internal sealed class DangerGridCheck : StaticCheck
{
    protected override void OfForm(ParsedSite parsed, FormPlan plan)
    {
        var form = plan.Form;
        if (form.Grid is not { } grid)
        {
            if (form.Id == "danger")
            {
                parsed.Fault(form, null, $"The danger grid needs \"grid\": how it counts.");
            }

            return;
        }

        if (form.Id != "danger")
        {
            parsed.Fault(form, "grid", $"Only the form danger has a grid.");
        }

        var questions = form.Fields.Where(field => field.Kind == FieldKind.YesNo).Select(field => field.Id).ToList();
        foreach (var (index, unknown) in grid.Red.Index().Where(red => !questions.Contains(red.Item)))
        {
            parsed.Fault(grid, "red", $"There is no yes/no question \"{unknown}\" in this form.{NameSuggestion.Hint(unknown, questions)}", index);
        }

        if (grid.Yes > questions.Count)
        {
            parsed.Fault(grid, "yes", $"A mark of {grid.Yes} \"yes\" is never reached. Number of questions: {questions.Count}.");
        }

        if (grid.RedYes > grid.Red.Count)
        {
            parsed.Fault(grid, "redYes", $"A mark of {grid.RedYes} red \"yes\" is never reached. Number of red questions: {grid.Red.Count}.");
        }
    }
}
