using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Sites;

namespace Modular.Intake.Forms;

/// <summary>
/// Writes a form as HTML. Branches that are not shown are written too, with <c>hidden</c>: what was typed in them comes back with the next post, and
/// the server leaves it out. Nothing here needs JavaScript.
/// </summary>
public sealed class FormHtml(SiteDefinition site, FormReading reading) : IHtmlContent
{
    /// <summary>Above this number of choices a list is easier to scan than a column of buttons.</summary>
    private const int MostButtons = 7;

    /// <summary>Few short choices stand on one line.</summary>
    private const int MostInline = 20;

    private readonly HashSet<string> _sources = SourcesOf(reading.Form);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var html = new HtmlTags(writer, encoder);
        foreach (var section in reading.Form.Sections)
        {
            html.Raw("<section class=\"section\" id=\"section-").Text(section.Id).Raw("\" data-section=\"").Text(section.Id).Raw("\"")
                .Hidden(reading.Hidden.Contains("#" + section.Id)).Raw(">\n<h2>").Text(section.Title).Raw("</h2>\n");
            html.Paragraph("hint", section.Hint);
            foreach (var field in section.Fields)
            {
                WriteField(html, field, field.Id);
            }

            html.Raw("</section>\n");
        }
    }

    /// <summary>What computed fields show, by path; null for one that has nothing to show.</summary>
    public IReadOnlyDictionary<string, string?> ComputedTexts() =>
        reading.Form.Fields.Where(field => field.Kind == FieldKind.Computed).ToDictionary(field => field.Id, ComputedText);

    private string? ComputedText(FormField field) =>
        reading.Answers[field.Id] is Answer.Choice { Value: var code } ? Options.Of(site, field).FirstOrDefault(option => option.Value == code)?.Label ?? code : null;

    private void WriteField(HtmlTags html, FormField field, string path)
    {
        if (field.Kind == FieldKind.Computed)
        {
            WriteComputed(html, field, path);
            return;
        }

        var isSet = field.Kind is FieldKind.Person or FieldKind.Group or FieldKind.SeveralOf
            || (field.Kind is FieldKind.YesNo or FieldKind.OneOf or FieldKind.Station && Choices(field, path).Count <= MostButtons);
        html.Raw(isSet ? "<fieldset class=\"field" : "<div class=\"field").Raw(IsWrong(path) ? " field-error\"" : "\"").Raw(" data-field=\"").Text(path).Raw("\"").Hidden(reading.Hidden.Contains(path));
        if (isSet)
        {
            html.Raw(" id=\"").Text(path).Raw("\" tabindex=\"-1\"").Described(Described(field, path)).Raw(">\n<legend>").Text(field.Label).Raw("</legend>\n");
            WriteHints(html, field, path);
            WriteSet(html, field, path);
        }
        else
        {
            html.Raw(">\n");
            WriteLabelled(html, field, path);
        }

        if (_sources.Contains(path))
        {
            html.Raw("<noscript><button class=\"button-secondary\" name=\"_action\" value=\"refresh\" formnovalidate>Afficher les questions qui suivent de cette réponse</button></noscript>\n");
        }

        html.Raw(isSet ? "</fieldset>\n" : "</div>\n");
    }

    private void WriteSet(HtmlTags html, FormField field, string path)
    {
        switch (field.Kind)
        {
            case FieldKind.Person:
                foreach (var part in PersonFields.All)
                {
                    WriteField(html, part, $"{path}.{part.Id}");
                }

                break;
            case FieldKind.Group:
                WriteRows(html, field, path);
                break;
            case FieldKind.SeveralOf:
                WriteChoices(html, field, path, "checkbox");
                break;
            default:
                WriteChoices(html, field, path, "radio");
                break;
        }
    }

    private void WriteLabelled(HtmlTags html, FormField field, string path)
    {
        if (field.Kind == FieldKind.Information)
        {
            html.Raw("<p class=\"information\">").Text(field.Label).Raw("</p>\n");
            html.Paragraph("hint", field.Hint);
            return;
        }

        html.Raw("<label for=\"").Text(path).Raw("\">").Text(field.Label).Raw("</label>\n");
        WriteHints(html, field, path);
        var typed = reading.Typed.One(path) is var text && text.StartsWith('~') ? "" : text;
        switch (field.Kind)
        {
            case FieldKind.LongText:
                html.Raw("<textarea rows=\"4\"").Control(path, Described(field, path), IsWrong(path)).Raw(">\n").Text(typed).Raw("</textarea>\n");
                break;
            case FieldKind.YesNo or FieldKind.OneOf or FieldKind.Station:
                WriteSelect(html, field, path);
                return;
            default:
                html.Raw("<input type=\"").Raw(InputType(field.Kind)).Raw("\"").Raw(InputHints(field.Kind)).Control(path, Described(field, path), IsWrong(path)).Raw(" value=\"").Text(typed).Raw("\">");
                WriteUnit(html, field.Kind == FieldKind.Duration ? field.Unit ?? "minutes" : field.Unit);
                break;
        }

        WriteSpecialBoxes(html, field, path);
    }

    private static void WriteUnit(HtmlTags html, string? unit)
    {
        if (unit is not null)
        {
            html.Raw(" <span class=\"unit\">").Text(unit).Raw("</span>\n");
        }
    }

    private void WriteSelect(HtmlTags html, FormField field, string path)
    {
        var chosen = reading.Typed.One(path);
        html.Raw("<select").Control(path, Described(field, path), IsWrong(path)).Raw(">\n<option value=\"\">Sans réponse</option>\n");
        foreach (var (value, label, _) in Choices(field, path))
        {
            html.Raw("<option value=\"").Text(value).Raw(value == chosen ? "\" selected>" : "\">").Text(label).Raw("</option>\n");
        }

        html.Raw("</select>\n");
    }

    private void WriteChoices(HtmlTags html, FormField field, string path, string type)
    {
        var typed = reading.Typed[path];
        var chosen = typed.Where(value => value.Length > 0).ToHashSet();
        var choices = Choices(field, path);
        var isShort = choices.Count <= 4 && choices.TrueForAll(choice => choice.Hint is null && choice.Label.Length <= MostInline);
        html.Raw(isShort ? "<div class=\"choices inline\">\n" : choices.Count > MostButtons ? "<div class=\"choices columns\">\n" : "<div class=\"choices\">\n");
        foreach (var (value, label, hint) in choices)
        {
            WriteChoice(html, path, type, value, label, hint, chosen.Contains(value));
        }

        // A choice made by mistake can be taken back. The style sheet shows this one once another is made.
        if (type == "radio" && field.Needed != Need.ToSave)
        {
            WriteChoice(html, path, type, "", "Sans réponse", null, false);
        }

        html.Raw("</div>\n");
    }

    private static void WriteChoice(HtmlTags html, string path, string type, string value, string label, string? hint, bool isChosen)
    {
        var id = value.Length == 0 ? path + "-none" : $"{path}-{value.TrimStart('~')}";
        html.Raw(value.Length == 0 ? "<label class=\"choice none\"><input" : "<label class=\"choice\"><input").Raw(" type=\"").Raw(type).Raw("\" id=\"").Text(id).Raw("\" name=\"").Text(path).Raw("\" value=\"").Text(value).Raw(isChosen ? "\" checked> <span>" : "\"> <span>").Text(label);
        if (hint is not null)
        {
            html.Raw(" <span class=\"hint\">").Text(hint).Raw("</span>");
        }

        html.Raw("</span></label>\n");
    }

    private void WriteSpecialBoxes(HtmlTags html, FormField field, string path)
    {
        if (field.AlsoAnswers.Count == 0)
        {
            return;
        }

        html.Raw("<div class=\"also choices inline\">\n");
        foreach (var special in field.AlsoAnswers)
        {
            var value = special.Spelled();
            WriteChoice(html, path + "~", "checkbox", value, Options.Label(special), null, reading.Typed[path + "~"].Contains(value));
        }

        html.Raw("</div>\n");
    }

    private void WriteRows(HtmlTags html, FormField group, string path)
    {
        var typed = reading.Typed.RowsOf(path);
        // One empty row stands ready: nobody has to ask for the first one.
        var rows = typed.Count == 0 ? [0] : typed;
        foreach (var row in rows)
        {
            var prefix = Submission.Row(path, row);
            html.Raw("<fieldset class=\"row\" id=\"").Text(prefix).Raw("\" tabindex=\"-1\"><legend>").Text($"{group.Label}, ligne {row + 1}").Raw("</legend>\n");
            foreach (var field in group.Fields)
            {
                WriteField(html, field, $"{prefix}.{field.Id}");
            }

            if (rows.Count > 1)
            {
                html.Raw("<button class=\"button-secondary\" name=\"_action\" value=\"remove:").Text(prefix).Raw("\" formnovalidate>Retirer la ligne ").Text($"{row + 1}").Raw("</button>\n");
            }

            html.Raw("</fieldset>\n");
        }

        if (rows.Count < group.MaxRows)
        {
            html.Raw("<button class=\"button-secondary\" name=\"_action\" value=\"add:").Text(path).Raw("\" formnovalidate>Ajouter une ligne</button>\n");
        }
    }

    private void WriteComputed(HtmlTags html, FormField field, string path)
    {
        var text = ComputedText(field);
        html.Raw("<p class=\"field computed\" data-computed=\"").Text(path).Raw("\"").Hidden(text is null || reading.Hidden.Contains(path))
            .Raw("><span class=\"label\">").Text(field.Label).Raw("</span> <strong>").Text(text ?? "").Raw("</strong></p>\n");
    }

    private void WriteHints(HtmlTags html, FormField field, string path)
    {
        if (field.Hint is { } hint)
        {
            html.Raw("<p class=\"hint\" id=\"").Text(path).Raw("-hint\">").Text(hint).Raw("</p>\n");
        }

        if (field.Needed == Need.ToSave)
        {
            html.Raw("<p class=\"hint needed\" id=\"").Text(path).Raw("-needed\">Nécessaire pour enregistrer.</p>\n");
        }

        if (reading.Errors.GetValueOrDefault(path) is { } error)
        {
            html.Raw("<p class=\"error\" id=\"").Text(path).Raw("-error\"><span class=\"visually-hidden\">Erreur\u202f: </span>").Text(error).Raw("</p>\n");
        }
    }

    private string? Described(FormField field, string path)
    {
        var parts = new List<string>(3);
        if (field.Hint is not null)
        {
            parts.Add(path + "-hint");
        }

        if (field.Needed == Need.ToSave)
        {
            parts.Add(path + "-needed");
        }

        if (IsWrong(path))
        {
            parts.Add(path + "-error");
        }

        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    private bool IsWrong(string path) => reading.Errors.ContainsKey(path);

    /// <summary>What can be chosen, special answers after the others. A retired code is offered only where it stands already.</summary>
    private List<(string Value, string Label, string? Hint)> Choices(FormField field, string path) =>
    [
        .. Options.Of(site, field).Where(option => !option.Retired || reading.Typed[path].Contains(option.Value)).Select(option => (option.Value, option.Label, option.Hint)),
        .. field.AlsoAnswers.Select(special => ("~" + special.Spelled(), Options.Label(special), (string?)null)),
    ];

    private static string InputType(FieldKind kind) => kind switch
    {
        FieldKind.Date => "date",
        FieldKind.Time => "time",
        FieldKind.Telephone => "tel",
        FieldKind.Email => "email",
        _ => "text",
    };

    /// <summary>Nothing is kept in the browser: no completion from what was typed for somebody else.</summary>
    private static string InputHints(FieldKind kind) => kind switch
    {
        FieldKind.Integer or FieldKind.Duration => " inputmode=\"numeric\" autocomplete=\"off\" class=\"short\"",
        FieldKind.Decimal => " inputmode=\"decimal\" autocomplete=\"off\" class=\"short\"",
        FieldKind.Date or FieldKind.Time => " autocomplete=\"off\" class=\"short\"",
        _ => " autocomplete=\"off\" spellcheck=\"false\"",
    };

    /// <summary>The fields that decide what else is shown, computed ones traced back to what they read.</summary>
    private static HashSet<string> SourcesOf(FormDefinition form)
    {
        var sources = form.Sections.Select(section => section.When).Concat(form.Fields.Select(field => field.When))
            .OfType<Condition>().SelectMany(condition => condition.Sources).ToHashSet();
        foreach (var computed in form.Fields.Where(field => field.Kind == FieldKind.Computed && sources.Contains(field.Id)).ToList())
        {
            sources.UnionWith(computed.From);
        }

        return sources;
    }
}
