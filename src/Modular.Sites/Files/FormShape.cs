using Modular.Contracts.Forms;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.Key;

namespace Modular.Sites.Files;

/// <summary><c>forms/*.json</c>.</summary>
internal static class FormShape
{
    private static readonly Key<string> Id = Required("id", Value.Name, "The file's name: situation, contact, closing or danger.");
    private static readonly Key<string> Title = Required("title", Value.Text(120));
    private static readonly Key<string?> Hint = Maybe("hint", Value.Text(500));
    private static readonly Key<IReadOnlyList<FormSection>> Sections = Required("sections", Value.SomeOf(Section()));
    private static readonly Key<GridRule?> Grid = Maybe("grid", GridShape(), "How the danger grid counts: a hint, never a decision.");

    public static readonly ObjectShape<FormDefinition> Shape = new(
        [Id, Title, Hint, Sections, Grid],
        form => new FormDefinition { Id = form.Get(Id), Title = form.Get(Title), Hint = form.Get(Hint), Sections = form.Get(Sections), Grid = form.Get(Grid) });

    private static ObjectShape<FormSection> Section()
    {
        var (id, title, hint) = (Required("id", Value.Name), Required("title", Value.Text(120)), Maybe("hint", Value.Text(500)));
        var when = Maybe("when", ConditionShape.Shape, "When the section is shown; absent: always.");
        var fields = Required("fields", Value.SomeOf(FieldShape.Shape));
        return new([id, title, hint, when, fields], section => new FormSection
        {
            Id = section.Get(id),
            Title = section.Get(title),
            Hint = section.Get(hint),
            When = section.Get(when),
            Fields = section.Get(fields),
        });
    }

    private static ObjectShape<GridRule> GridShape()
    {
        var (yes, red, redYes) = (
            Required("yes", new WholeShape(1, 200)), Required("red", Value.ListOf(Value.Name)), Required("redYes", new WholeShape(1, 200)));
        var (reached, source) = (Required("reached", Value.Text(300)), Required("source", Value.Text(300)));
        return new(
            [yes, red, redYes, reached, source], grid => new GridRule(grid.Get(yes), grid.Get(red), grid.Get(redYes), grid.Get(reached), grid.Get(source)));
    }
}
