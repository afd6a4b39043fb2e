using System.Globalization;
using System.Text;
using Modular.Contracts.Reports;
using Modular.Contracts.Wording;
using static Modular.Contracts.Wording.FrenchLetters;

namespace Modular.Statistics.Figures;

/// <summary>The French sentence that says what a figure counted, and its short label when the site gives none.</summary>
internal static class FigureWording
{
    public static string Definition(FigureDefinition figure, FigureQuestion question) =>
        (figure.Definition ?? Said(figure, question)) + Above(figure, question);

    private static string Said(FigureDefinition figure, FigureQuestion question) => figure.Kind switch
    {
        FigureKind.Count => Counted(figure, question) + ".",
        FigureKind.Median => $"Médiane : {question.Words.Measure(figure.Subject)}. {Counted(figure, question)}.",
        FigureKind.Sum => $"Somme : {question.Words.Measure(figure.Subject)}. {Counted(figure, question)}.",
        FigureKind.Share => Share(figure, question),
        FigureKind.Funding => "Part du financement prévue par la convention, en pourcentage.",
        FigureKind.Reference => question.Words.Site.References[figure.Subject].Source,
        _ => "Donnée du dispositif.",
    };

    public static string Label(FigureDefinition figure, FigureQuestion question) => figure.Kind switch
    {
        FigureKind.Share => Share(Named(figure.Subject, question), Named(figure.Of!, question), question),
        FigureKind.Funding =>
            "Part de financement : " + (question.Words.Site.Funders.FirstOrDefault(funder => funder.Id == figure.Subject)?.Name ?? figure.Subject),
        FigureKind.Reference => question.Words.Site.References[figure.Subject].Label,
        FigureKind.Site => Words.Find("site_figure", figure.Subject) ?? figure.Subject,
        FigureKind.Count => Capital(Words.Of("unit", figure.Subject)) + Narrowed(figure, question) + By(figure, question, " par "),
        FigureKind.Median => Capital(question.Words.Measure(figure.Subject)) + " (médiane)" + Narrowed(figure, question) + By(figure, question, " par "),
        _ => Capital(question.Words.Measure(figure.Subject)) + " (somme)" + Narrowed(figure, question) + By(figure, question, " par "),
    };

    private static string Share(FigureDefinition part, FigureDefinition whole, FigureQuestion question) =>
        $"Part en % : {part.Label ?? Label(part, question)} / {whole.Label ?? Label(whole, question)}";

    private static string Share(FigureDefinition figure, FigureQuestion question)
    {
        var (part, whole) = (Named(figure.Subject, question), Named(figure.Of!, question));
        return $"Part en pourcentage. Numérateur : {Lower(Definition(part, question))} Dénominateur : {Lower(Definition(whole, question))}";
    }

    /// <summary>Of two units the one may outnumber the other: more half-days are held than were promised.</summary>
    private static string Above(FigureDefinition figure, FigureQuestion question) =>
        figure.Kind == FigureKind.Share && FigureCounts.UnitOf(Named(figure.Subject, question)) != FigureCounts.UnitOf(Named(figure.Of!, question))
            ? " Les demi-journées tenues sans avoir été promises comptent aussi\u202F: cette part peut dépasser 100\u202F%."
            : "";

    private static string Counted(FigureDefinition figure, FigureQuestion question)
    {
        var unit = FigureCounts.UnitOf(figure);
        var sentence = new StringBuilder(Words.Of("unit_dated", unit)).Append(' ').Append(question.Period.OfName);
        if (question.Period.Kind is not PeriodKind.Week)
        {
            sentence.Append(CultureInfo.InvariantCulture, $" (du {FrenchTime.Day(question.Period.From)} au {FrenchTime.Day(question.Period.To)})");
        }

        if (figure.Where.Count > 0)
        {
            sentence.Append(", pour ").Append(Words.Of("unit_which", unit)).Append(' ').AppendJoin(" et ", figure.Where.Select(condition =>
                $"« {question.Words.Dimension(condition.Key)} » est {Answers(condition.Value, code => $"« {question.Words.Code(condition.Key, code)} »")}"));
        }

        if (figure.By.Count > 0)
        {
            sentence.Append(", ").Append(Words.Of("unit_spread", unit)).Append(" selon ")
                .AppendJoin(" et ", figure.By.Select(dimension => $"« {question.Words.Dimension(dimension)} »"));
            if (figure.By.Any(question.Words.TakesSeveral))
            {
                sentence.Append(" (plusieurs réponses possibles : le total des parts peut dépasser 100 %)");
            }

            if (figure.By.Any(question.Words.IsConditional))
            {
                sentence.Append(", là où la question se pose");
            }
        }

        return sentence.ToString();
    }

    private static string Narrowed(FigureDefinition figure, FigureQuestion question) => figure.Where.Count == 0
        ? ""
        : $" ({string.Join(", ", figure.Where.Select(condition =>
            $"{Lower(question.Words.Dimension(condition.Key))}\u202F: {Answers(condition.Value, code => Lower(question.Words.Code(condition.Key, code)))}"))})";

    private static string Answers(IReadOnlyList<string> codes, Func<string, string> said) =>
        codes is [FigureDefinition.Known] ? "connu" : string.Join(" ou ", codes.Select(said));

    private static string By(FigureDefinition figure, FigureQuestion question, string link) => figure.By.Count == 0
        ? ""
        : link + string.Join(" et ", figure.By.Select(dimension => Lower(question.Words.Dimension(dimension))));

    private static FigureDefinition Named(string name, FigureQuestion question) => question.Figures.First(figure => figure.Name == name);
}
