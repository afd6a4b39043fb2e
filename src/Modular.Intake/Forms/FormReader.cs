using System.Globalization;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Rules;
using Modular.Contracts.Wording;
using Modular.Sites;

namespace Modular.Intake.Forms;

/// <summary>
/// Reads what was typed against a form, in one pass: a condition names only fields before it, so each field knows whether it is shown when its
/// turn comes. A key that the form does not know refuses the whole submission.
/// </summary>
/// <param name="site">The version of the site the page began with.</param>
/// <param name="form">The form.</param>
/// <param name="today">Today in the site's zone.</param>
/// <param name="before">The answers stored until now: a retired code that stands there may stay.</param>
public sealed class FormReader(LoadedSite site, FormDefinition form, DateOnly today, AnswerSet? before = null)
{
    private readonly Dictionary<string, string> _errors = [];
    private readonly HashSet<string> _hidden = [];
    private readonly List<FreeText> _freeTexts = [];
    private readonly List<FormField> _missing = [];

    public static FormReading Read(LoadedSite site, FormDefinition form, Submission typed, DateOnly today, AnswerSet? before = null) =>
        new FormReader(site, form, today, before).Read(typed);

    /// <summary>The paths that no field of the form explains.</summary>
    public static IEnumerable<string> Unasked(FormDefinition form, Submission typed)
    {
        var known = new HashSet<string>();
        foreach (var field in form.Fields)
        {
            known.Add(field.Id);
            var inner = field.Kind == FieldKind.Person ? PersonFields.All : field.Fields;
            known.UnionWith(inner.Select(part => field.Kind == FieldKind.Group ? $"{field.Id}[].{part.Id}" : $"{field.Id}.{part.Id}"));
        }

        return typed.Paths.Where(path => !known.Contains(Shape(path)));

        static string Shape(string path)
        {
            var bare = path.TrimEnd('~');
            var open = bare.IndexOf('[', StringComparison.Ordinal);
            var close = open < 0 ? -1 : bare.IndexOf(']', open);
            return close < 0 ? bare : $"{bare[..open]}[]{bare[(close + 1)..]}";
        }
    }

    private FormReading Read(Submission typed)
    {
        var answers = AnswerSet.Empty;
        foreach (var section in form.Sections)
        {
            var shown = section.When?.Holds(answers) ?? true;
            if (!shown)
            {
                _hidden.Add("#" + section.Id);
            }

            foreach (var field in section.Fields)
            {
                answers = ReadField(field, field.Id, typed, answers, answers, shown);
            }
        }

        if (Unasked(form, typed).FirstOrDefault() is { } stranger)
        {
            _errors[""] = $"Ce formulaire a changé depuis que la page a été ouverte\u202f: la question «\u202f{stranger}\u202f» n’y est plus. Vérifiez vos réponses, puis enregistrez à nouveau.";
        }

        return new FormReading(form, typed, answers, _freeTexts, _hidden, _errors, _missing);
    }

    /// <param name="path">Where the field stands: <c>orientations[0].partner</c> for <c>partner</c>.</param>
    /// <param name="context">What its condition reads: in a row, the row inside the form.</param>
    /// <param name="into">The answers it joins.</param>
    private AnswerSet ReadField(FormField field, string path, Submission typed, AnswerSet context, AnswerSet into, bool shown)
    {
        if (!shown || !(field.When?.Holds(context) ?? true))
        {
            _hidden.Add(path);
            return into;
        }

        var parsed = field.Kind switch
        {
            FieldKind.Information => Parsed.Nothing,
            FieldKind.Computed => new Parsed(Compute(field, context), null),
            FieldKind.Person => ReadPerson(path, typed),
            FieldKind.Group => ReadRows(field, path, typed, context),
            _ => ReadSimple(field, path, typed, context),
        };
        if (parsed.Error is { } error)
        {
            _errors[path] = error;
        }
        else if (parsed.Answer is { } answer)
        {
            return into.With(field.Id, answer);
        }
        else if (field.Needed == Need.ToSave)
        {
            _errors[path] = $"Cette réponse est nécessaire pour enregistrer\u202f: «\u202f{field.Label}\u202f».";
        }
        else if (field.Needed == Need.ToClose)
        {
            _missing.Add(field);
        }

        return into;
    }

    /// <summary>A rule that fails leaves the page usable: nothing is saved, and nothing typed is lost.</summary>
    private Answer? Compute(FormField field, AnswerSet context)
    {
        try
        {
            return Computed.Of(field, site, form, context, _freeTexts, today);
        }
        catch (RuleFailedException)
        {
            _errors[""] = SiteJudgement.Failed;
            return null;
        }
    }

    private Parsed ReadSimple(FormField field, string path, Submission typed, AnswerSet context)
    {
        if (SpecialAnswer(field, path, typed) is { } special)
        {
            return new Answer.Missing(special);
        }

        var text = typed.One(path);
        var parsed = field.Kind switch
        {
            FieldKind.Text => AnswerParser.Text(text, field.MaxLength ?? 200),
            FieldKind.LongText => AnswerParser.Text(text, field.MaxLength ?? 10_000),
            FieldKind.Commune => AnswerParser.Text(text, field.MaxLength ?? 100),
            FieldKind.Integer => AnswerParser.Whole(text, field.Unit),
            FieldKind.Decimal => AnswerParser.Decimal(text),
            FieldKind.Duration => AnswerParser.Duration(text),
            FieldKind.Date => AnswerParser.Day(text),
            FieldKind.Time => AnswerParser.Hour(text),
            FieldKind.Telephone => AnswerParser.Telephone(text),
            FieldKind.Email => AnswerParser.Email(text),
            FieldKind.YesNo or FieldKind.OneOf or FieldKind.Station => ReadChoice(field, path, text),
            FieldKind.SeveralOf => ReadChoices(field, path, typed),
            _ => throw new InvalidOperationException($"A field of kind {field.Kind} has no simple answer."),
        };
        if (parsed.Answer is Answer.Text free && field.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Commune or FieldKind.Email or FieldKind.Telephone)
        {
            _freeTexts.Add(new FreeText(path, ((Answer.Text)parsed.Answer).Value));
        }

        return parsed.Answer is { } answer && OutOfBounds(field, answer, context) is { } sentence ? Parsed.Refused(sentence) : parsed;
    }

    private static NotGiven? SpecialAnswer(FormField field, string path, Submission typed)
    {
        foreach (var special in field.AlsoAnswers)
        {
            if (typed[path].Contains("~" + special.Spelled()) || (typed[path + "~"].Contains(special.Spelled()) && string.IsNullOrWhiteSpace(typed.One(path).Replace("~" + special.Spelled(), "", StringComparison.Ordinal))))
            {
                return special;
            }
        }

        return null;
    }

    private Parsed ReadChoice(FormField field, string path, string code) =>
        code.Length == 0 ? Parsed.Nothing
        : Options.Of(site.Definition, field).Any(option => option.Value == code && (!option.Retired || Stored(path).Contains(code)))
            ? new Answer.Choice(code)
            : Parsed.Refused("Ce choix n’existe plus dans la liste. Choisissez-en un autre.");

    private Parsed ReadChoices(FormField field, string path, Submission typed)
    {
        var wanted = typed[path].Where(code => code.Length > 0).ToHashSet();
        if (wanted.Count == 0)
        {
            return Parsed.Nothing;
        }

        var known = Options.Of(site.Definition, field).Where(option => !option.Retired || Stored(path).Contains(option.Value)).Select(option => option.Value).ToList();
        return wanted.IsSubsetOf(known)
            ? new Answer.Choices([.. known.Where(wanted.Contains)])
            : Parsed.Refused("Un de ces choix n’existe plus dans la liste. Vérifiez-les.");
    }

    private IReadOnlyList<string> Stored(string path) => before?.CodesOf(path) ?? [];

    private Parsed ReadPerson(string path, Submission typed)
    {
        var block = AnswerSet.Empty;
        foreach (var field in PersonFields.All)
        {
            block = ReadField(field, $"{path}.{field.Id}", typed, AnswerSet.Empty, block, shown: true);
        }

        return block.Fields.Any() ? new Answer.Block(block) : Parsed.Nothing;
    }

    private Parsed ReadRows(FormField group, string path, Submission typed, AnswerSet context)
    {
        var rows = new List<AnswerSet>();
        var indices = typed.RowsOf(path);
        if (indices.Count > group.MaxRows)
        {
            return Parsed.Refused($"Pas plus de {Counted.InFrench(group.MaxRows, "ligne", "lignes")} ici.");
        }

        foreach (var index in indices)
        {
            var prefix = Submission.Row(path, index) + ".";
            if (!typed.Paths.Any(key => key.StartsWith(prefix, StringComparison.Ordinal) && typed[key].Any(value => !string.IsNullOrWhiteSpace(value))))
            {
                continue;
            }

            var row = AnswerSet.Empty;
            foreach (var field in group.Fields)
            {
                row = ReadField(field, prefix + field.Id, typed, row.Inside(context), row, shown: true);
            }

            if (row.Fields.Any())
            {
                rows.Add(row);
            }
        }

        return rows.Count == 0 ? Parsed.Nothing : new Answer.Rows(rows);
    }

    private string? OutOfBounds(FormField field, Answer answer, AnswerSet context) => answer switch
    {
        Answer.Day day when Bound(field.AtLeast, context) is { } least && day.Value < least =>
            field.AtLeast == "today" ? "Cette date est passée." : $"Cette date doit être le {FrenchTime.Day(least)} ou après.",
        Answer.Day day when Bound(field.AtMost, context) is { } most && day.Value > most =>
            field.AtMost == "today" ? $"Cette date est dans l’avenir. Aujourd’hui, nous sommes le {FrenchTime.Day(today)}." : $"Cette date doit être le {FrenchTime.Day(most)} ou avant.",
        Answer.Number number when Limit(field.AtLeast) is { } least && number.Value < least => $"Indiquez un nombre égal ou supérieur à {French.Number(least)}.",
        Answer.Number number when Limit(field.AtMost) is { } most && number.Value > most => $"Indiquez un nombre égal ou inférieur à {French.Number(most)}.",
        _ => null,
    };

    private DateOnly? Bound(string? bound, AnswerSet context) => bound switch
    {
        null => null,
        "today" => today,
        _ when DateOnly.TryParseExact(bound, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => context.Date(bound),
    };

    private static decimal? Limit(string? bound) =>
        decimal.TryParse(bound, NumberStyles.Number, CultureInfo.InvariantCulture, out var limit) ? limit : null;
}
