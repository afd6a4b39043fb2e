using Modular.Contracts.Reports;
using Modular.Sites.Reading;
using Modular.Sites.Shapes;
using static Modular.Sites.Shapes.JsonKey;

namespace Modular.Sites.Files;

/// <summary>One figure of a report: the key of its subject says its kind.</summary>
internal static class FigureShape
{
    private static readonly JsonKey<string?> Label = Maybe("label", ValueShapes.Text(200), "What people read above it.");
    private static readonly JsonKey<string?> Definition = Maybe(
        "definition", ValueShapes.Text(500), "What was counted, when the definition alone would not say it.");
    private static readonly JsonKey<IReadOnlyDictionary<string, IReadOnlyList<string>>> Where = Optional(
        "where",
        new MapShape<IReadOnlyList<string>>(
            ValueShapes.Name,
            ValueShapes.OneOrMore(new TextShape(60, "^[a-z0-9][a-z0-9_-]*$", $"a code has lower-case letters, digits, underscores and hyphens"))),
        new Dictionary<string, IReadOnlyList<string>>(),
        "Every dimension named must hold one of its codes; \"known\": any answer but \"unknown\", \"refused\", \"not_asked\" and none.");
    private static readonly JsonKey<IReadOnlyList<string>> By = Optional("by", ValueShapes.OneOrMore(ValueShapes.Name), [], "One or two dimensions.");
    private static readonly JsonKey<ChartKind?> Chart = MaybeValue("chart", ValueShapes.Word<ChartKind>());
    private static readonly JsonKey<string?> Unit = Maybe("unit", ValueShapes.Name, "The unit that a median or sum reads. Default: situations.");
    private static readonly JsonKey<string> Of = Required("of", ValueShapes.Name, "The figure it is a share of.");

    public static readonly VariantShape<FigureDefinition> Shape = new(
        $"a figure",
        Kind(FigureKind.Count, Where, By, Chart),
        Kind(FigureKind.Share, Of),
        Kind(FigureKind.Median, Unit, Where, By, Chart),
        Kind(FigureKind.Sum, Unit, Where, By, Chart),
        Kind(FigureKind.Funding),
        Kind(FigureKind.Reference),
        Kind(FigureKind.Site));

    private static Variant<FigureDefinition> Kind(FigureKind kind, params IJsonKey[] more)
    {
        var word = SnakeCase.Of(kind);
        var subject = Required(word, kind is FigureKind.Funding ? ValueShapes.Identifier : ValueShapes.Name);
        return new([word], new([subject, Label, Definition, .. more], figure =>
        {
            if (figure.Get(By).Count > 2)
            {
                figure.Reading.Note(figure.At(By), $"A figure is broken down by two dimensions at most.");
            }

            return new FigureDefinition
            {
                Name = "",
                Kind = kind,
                Subject = figure.Get(subject),
                Label = figure.Get(Label),
                Definition = figure.Get(Definition),
                Unit = figure.Get(Unit),
                Of = figure.Has(Of) ? figure.Get(Of) : null,
                Where = figure.Get(Where),
                By = figure.Get(By),
                Chart = figure.Get(Chart),
            };
        }));
    }
}
