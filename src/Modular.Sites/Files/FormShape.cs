using Modular.Contracts.Forms;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.JsonKey;

namespace Modular.Sites.Files;

/// <summary><c>forms/*.json</c>.</summary>
internal static class FormShape
{
    private static readonly JsonKey<string> Id = Required("id", ValueShapes.Name, "The file's name: situation, contact, closing or danger.");
    private static readonly JsonKey<string> Title = Required("title", ValueShapes.Text(120));
    private static readonly JsonKey<string?> Hint = Maybe("hint", ValueShapes.Text(500));
    private static readonly JsonKey<IReadOnlyList<FormSection>> Sections = Required("sections", ValueShapes.SomeOf(Section()));
    private static readonly JsonKey<GridRule?> Grid = Maybe("grid", GridShape(), "How the danger grid counts: a hint, never a decision.");

    public static readonly ObjectShape<FormDefinition> Shape = new(
        [Id, Title, Hint, Sections, Grid],
        form => new FormDefinition { Id = form.Get(Id), Title = form.Get(Title), Hint = form.Get(Hint), Sections = form.Get(Sections), Grid = form.Get(Grid) });

    private static ObjectShape<FormSection> Section()
    {
        var (id, title, hint) = (Required("id", ValueShapes.Name), Required("title", ValueShapes.Text(120)), Maybe("hint", ValueShapes.Text(500)));
        var when = Maybe("when", ConditionShape.Shape, "When the section is shown; absent: always.");
        var fields = Required("fields", ValueShapes.SomeOf(FieldShape.Shape));
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
            Required("yes", new WholeShape(1, 200)), Required("red", ValueShapes.ListOf(ValueShapes.Name)), Required("redYes", new WholeShape(1, 200)));
        var (reached, source) = (Required("reached", ValueShapes.Text(300)), Required("source", ValueShapes.Text(300)));
        return new(
            [yes, red, redYes, reached, source], grid => new GridRule(grid.Get(yes), grid.Get(red), grid.Get(redYes), grid.Get(reached), grid.Get(source)));
    }
}
