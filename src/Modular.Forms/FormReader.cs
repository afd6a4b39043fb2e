using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Rules;

namespace Modular.Forms;

/// <summary>
/// Reads what was typed against a form, in one pass: a condition names only fields before it, so each field knows whether it is shown when its
/// turn comes. A key that the form does not know refuses the whole form.
/// </summary>
public sealed class FormReader
{
    private readonly AnswerSet? _before;
    private readonly Derivation _derive;
    private readonly Dictionary<string, string> _errors = [];
    private readonly HashSet<string> _hidden = [];
    private readonly List<FreeText> _freeTexts = [];
    private readonly List<FormField> _missing = [];

    private FormReader(FormPlan plan, TypedAnswers typed, DateOnly today, AnswerSet? before, Derivation derive) =>
        (Plan, Typed, Today, _before, _derive) = (plan, typed, today, before, derive);

    internal FormPlan Plan { get; }

    internal TypedAnswers Typed { get; }

    internal DateOnly Today { get; }

    /// <param name="plan">The form, as the version of the site has it that the page began with.</param>
    /// <param name="today">Today in the site's zone.</param>
    /// <param name="before">The answers stored until now: a retired code that is there may stay.</param>
    /// <param name="derive">Asks the site's rules.</param>
    public static FormReading Read(FormPlan plan, TypedAnswers typed, DateOnly today, AnswerSet? before, Derivation derive) =>
        new FormReader(plan, typed, today, before, derive).Read();

    internal AnswerSet ReadParts(FieldPlan planned, string prefix, AnswerSet outer)
    {
        var answers = new Dictionary<string, Answer>();
        var context = new AnswerSet(answers).Inside(outer);
        foreach (var part in planned.Parts)
        {
            Read(part, prefix + part.Field.Id, context, answers, isShown: true);
        }

        return new AnswerSet(answers);
    }

    internal bool MayChoose(AskedField asked, string code) =>
        asked.Plan.Options.Any(option => option.Value == code && (!option.Retired || _before?.CodesOf(asked.Path).Contains(code) == true));

    /// <summary>A rule that fails leaves the page usable: nothing is saved, and nothing typed is lost.</summary>
    internal string? Derived(FormField field, AnswerSet answers)
    {
        var draft = new SituationDraft(Plan.Form.Id, new AnswerSet(answers.All.ToDictionary()), [.. _freeTexts], Today, Plan.Site.Limits);
        if (_derive(draft) is { } derived)
        {
            return derived.GetValueOrDefault(field.Id);
        }

        _errors[""] = FormReading.RulesFailed;
        return null;
    }

    private FormReading Read()
    {
        var read = new Dictionary<string, Answer>();
        var answers = new AnswerSet(read);
        foreach (var (section, fields) in Plan.Sections)
        {
            var isShown = section.When?.Holds(answers) ?? true;
            if (!isShown)
            {
                _hidden.Add("#" + section.Id);
            }

            foreach (var planned in fields)
            {
                Read(planned, planned.Field.Id, answers, read, isShown);
            }
        }

        if (Plan.Unasked(Typed).FirstOrDefault() is { } stranger)
        {
            _errors[""] = $"Ce formulaire a changé depuis que la page a été ouverte\u202f: la question «\u202f{stranger}\u202f» n’y est plus. "
                + "Vérifiez vos réponses, puis enregistrez à nouveau.";
        }

        return new FormReading(Plan, Typed, answers, _freeTexts, _hidden, _errors, _missing);
    }

    /// <param name="path">Where the field is: <c>orientations[0].partner</c> for <c>partner</c>.</param>
    /// <param name="context">What its condition reads: in a row, the row inside the form.</param>
    /// <param name="into">The answers it joins.</param>
    private void Read(FieldPlan planned, string path, AnswerSet context, Dictionary<string, Answer> into, bool isShown)
    {
        var field = planned.Field;
        if (!isShown || !(field.When?.Holds(context) ?? true))
        {
            _hidden.Add(path);
            return;
        }

        var parsed = Special(field, path) is { } special ? new Answer.Missing(special) : Judge(new AskedField(planned, path, this, context));
        if (parsed.Error is { } error)
        {
            _errors[path] = error;
        }
        else if (parsed.Answer is { } answer)
        {
            into[field.Id] = answer;
        }
        else if (field.Needed == Need.ToSave)
        {
            _errors[path] = $"Cette réponse est nécessaire pour enregistrer\u202f: «\u202f{field.Label}\u202f».";
        }
        else if (field.Needed == Need.ToClose)
        {
            _missing.Add(field);
        }
    }

    private ParsedAnswer Judge(AskedField asked)
    {
        var parsed = asked.Plan.Kind.Read(asked);
        if (parsed.Answer is Answer.Text text)
        {
            _freeTexts.Add(new FreeText(asked.Path, text.Value));
        }

        return parsed.Answer is { } answer && asked.Plan.Kind.OutOfBounds(asked, answer) is { } sentence ? ParsedAnswer.Refused(sentence) : parsed;
    }

    private NotGiven? Special(FormField field, string path)
    {
        foreach (var special in field.AlsoAnswers)
        {
            var name = special.Spelled();
            // A value typed beside it is the one that counts.
            if (Typed[path].Contains("~" + name) || (Typed[path + "~"].Contains(name) && string.IsNullOrWhiteSpace(Typed.One(path))))
            {
                return special;
            }
        }

        return null;
    }
}

/// <summary>What a site's rules work out of a draft, by field; null when they failed.</summary>
public delegate IReadOnlyDictionary<string, string>? Derivation(SituationDraft draft);
