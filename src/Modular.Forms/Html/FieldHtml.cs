using Modular.Contracts.Answers;
using Modular.Contracts.Forms;

namespace Modular.Forms.Html;

/// <summary>How a field is written, in the words with which its kind says it.</summary>
internal sealed class FieldHtml
{
    /// <summary>Above this number of choices a list is easier to scan than a column of buttons.</summary>
    private const int MostButtons = 7;

    /// <summary>Few short choices are on one line.</summary>
    private const int MostInline = 20;

    private readonly HtmlBuilder _html;
    private readonly FormPlan _plan;
    private readonly FieldPlan _planned;
    private readonly string _path;
    private readonly IReadOnlyList<Choice> _choices;

    private FieldHtml(HtmlBuilder html, FormPlan plan, FieldPlan planned, string path, IReadOnlyList<string> typed)
    {
        (_html, _plan, _planned, _path) = (html, plan, planned, path);
        _choices =
        [
            .. planned.Options.Where(option => !option.Retired || typed.Contains(option.Value))
                .Select(option => new Choice(option.Value, option.Label, option.Hint)),
            .. Field.AlsoAnswers.Select(special => new Choice("~" + special.Spelled(), special.Label(), null)),
        ];
    }

    public bool HasFewChoices => _choices.Count <= MostButtons;

    private FormField Field => _planned.Field;

    public static void Write(HtmlBuilder html, FormPlan plan, FieldPlan planned, string path)
    {
        var retired = planned.Options.Where(option => option.Retired).Select(option => option.Value).ToHashSet();
        if (retired.Count == 0)
        {
            planned.Kind.Write(new FieldHtml(html, plan, planned, path, []));
            return;
        }

        // A retired code is offered only where it is chosen already: such a page is rare, and made anew.
        var usual = Made([]);
        html.Open((writer, reading) =>
        {
            var typed = reading.Typed[path];
            foreach (var piece in typed.Any(retired.Contains) ? Made(typed) : usual)
            {
                piece(writer, reading);
            }
        });

        HtmlPart[] Made(IReadOnlyList<string> typed)
        {
            var own = new HtmlBuilder(html.Encoder);
            planned.Kind.Write(new FieldHtml(own, plan, planned, path, typed));
            return own.Done();
        }
    }

    public FieldHtml Raw(string markup)
    {
        _html.Raw(markup);
        return this;
    }

    /// <summary>A control with its label above it.</summary>
    public void Labelled(Action control, bool withSpecialAnswers = true)
    {
        _html.Raw("<div class=\"field");
        Attributes();
        _html.Raw(">\n<label for=\"").Text(_path).Raw("\">").Text(Field.Label).Raw("</label>\n");
        Hints();
        control();
        if (withSpecialAnswers && Field.AlsoAnswers.Count > 0)
        {
            _html.Raw("<div class=\"also choices inline\">\n");
            foreach (var special in Field.AlsoAnswers)
            {
                WriteChoice(_path + "~", "checkbox", new(special.Spelled(), special.Label(), null));
            }

            _html.Raw("</div>\n");
        }

        Refresh();
        _html.Raw("</div>\n");
    }

    /// <summary>Controls that answer one question together.</summary>
    public void Set(Action controls)
    {
        _html.Raw("<fieldset class=\"field");
        Attributes();
        _html.Raw(" id=\"").Text(_path).Raw("\" tabindex=\"-1\"");
        Described();
        _html.Raw(">\n<legend>").Text(Field.Label).Raw("</legend>\n");
        Hints();
        controls();
        Refresh();
        _html.Raw("</fieldset>\n");
    }

    /// <summary>A line without answer.</summary>
    public void Told(string name)
    {
        _html.Raw("<div class=\"field");
        Attributes();
        _html.Raw(">\n").Paragraph(name, Field.Label).Paragraph("hint", Field.Hint);
        Refresh();
        _html.Raw("</div>\n");
    }

    public void Computed()
    {
        var (planned, path) = (_planned, _path);
        _html.Raw("<p class=\"field computed\" data-computed=\"").Text(path).Raw("\"")
            .When(reading => reading.ComputedText(planned) is null || reading.Hidden.Contains(path), " hidden")
            .Raw("><span class=\"label\">").Text(Field.Label).Raw("</span> <strong>")
            .Text(reading => reading.ComputedText(planned) ?? "").Raw("</strong></p>\n");
    }

    public void Input(string type, string hints)
    {
        Raw("<input type=\"").Raw(type).Raw("\"").Raw(hints).Control().Raw(" value=\"").Typed().Raw("\">");
        if (_planned.Unit is { } unit)
        {
            _html.Raw(" <span class=\"unit\">").Text(unit).Raw("</span>\n");
        }
    }

    /// <summary>The attributes of a control: its name, what describes it, whether it is wrong.</summary>
    public FieldHtml Control()
    {
        _html.Raw(" id=\"").Text(_path).Raw("\" name=\"").Text(_path).Raw("\"");
        Described();
        return IfWrong(" aria-invalid=\"true\"");
    }

    /// <summary>What was typed; a special answer is beside it.</summary>
    public FieldHtml Typed()
    {
        var path = _path;
        _html.Text(reading => reading.Typed.One(path) is var text && text.StartsWith('~') ? "" : text);
        return this;
    }

    public void Select()
    {
        var path = _path;
        Raw("<select").Control().Raw(">\n<option value=\"\">Sans réponse</option>\n");
        foreach (var (value, label, _) in _choices)
        {
            _html.Raw("<option value=\"").Text(value).When(reading => reading.Typed.One(path) == value, "\" selected>", "\">").Text(label).Raw("</option>\n");
        }

        _html.Raw("</select>\n");
    }

    public void Choices(string type)
    {
        var isShort = _choices.Count <= 4 && _choices.All(choice => choice.Hint is null && choice.Label.Length <= MostInline);
        _html.Raw(isShort ? "<div class=\"choices inline\">\n" : HasFewChoices ? "<div class=\"choices\">\n" : "<div class=\"choices columns\">\n");
        foreach (var choice in _choices)
        {
            WriteChoice(_path, type, choice);
        }

        // A choice made by mistake can be taken back. The style sheet shows this one once another is made.
        if (type == "radio" && Field.Needed != Need.ToSave)
        {
            WriteChoice(_path, type, new("", "Sans réponse", null));
        }

        _html.Raw("</div>\n");
    }

    public void Parts()
    {
        foreach (var part in _planned.Parts)
        {
            Write(_html, _plan, part, $"{_path}.{part.Field.Id}");
        }
    }

    public void Rows() => new RowsHtml(_plan, _planned, _path, _html.Encoder).Write(_html);

    private void WriteChoice(string name, string type, Choice choice)
    {
        var (value, label, hint) = choice;
        var isNone = value.Length == 0;
        _html.Raw(isNone ? "<label class=\"choice none\"><input" : "<label class=\"choice\"><input").Raw(" type=\"").Raw(type).Raw("\" id=\"")
            .Text(isNone ? name + "-none" : $"{name}-{value.TrimStart('~')}").Raw("\" name=\"").Text(name).Raw("\" value=\"").Text(value)
            .When(reading => !isNone && reading.Typed[name].Contains(value), "\" checked> <span>", "\"> <span>").Text(label);
        if (hint is not null)
        {
            _html.Raw(" <span class=\"hint\">").Text(hint).Raw("</span>");
        }

        _html.Raw("</span></label>\n");
    }

    private void Attributes()
    {
        var path = _path;
        IfWrong(" field-error\"", "\"");
        _html.Raw(" data-field=\"").Text(path).Raw("\"").When(reading => reading.Hidden.Contains(path), " hidden");
    }

    private void Hints()
    {
        if (Field.Hint is { } hint)
        {
            _html.Raw("<p class=\"hint\" id=\"").Text(_path).Raw("-hint\">").Text(hint).Raw("</p>\n");
        }

        if (Field.Needed == Need.ToSave)
        {
            _html.Raw("<p class=\"hint needed\" id=\"").Text(_path).Raw("-needed\">Nécessaire pour enregistrer.</p>\n");
        }

        var (path, encoder) = (_path, _html.Encoder);
        var before = $"<p class=\"error\" id=\"{encoder.Encode(path)}-error\"><span class=\"visually-hidden\">Erreur\u202f: </span>";
        _html.Open((writer, reading) =>
        {
            if (reading.Errors.GetValueOrDefault(path) is { } error)
            {
                writer.Write(before);
                encoder.Encode(writer, error);
                writer.Write("</p>\n");
            }
        });
    }

    private void Described()
    {
        var path = _html.Encoder.Encode(_path);
        var always = (Field.Hint is null ? "" : path + "-hint ") + (Field.Needed == Need.ToSave ? path + "-needed " : "");
        IfWrong($" aria-describedby=\"{always}{path}-error\"", always.Length > 0 ? $" aria-describedby=\"{always.TrimEnd()}\"" : "");
    }

    private FieldHtml IfWrong(string markup, string otherwise = "")
    {
        var path = _path;
        _html.When(reading => reading.Errors.ContainsKey(path), markup, otherwise);
        return this;
    }

    private void Refresh()
    {
        if (_plan.Sources.Contains(_path))
        {
            _html.Raw("<noscript><button class=\"button-secondary\" name=\"_action\" value=\"refresh\" formnovalidate>")
                .Raw("Afficher les questions qui suivent de cette réponse</button></noscript>\n");
        }
    }

    private sealed record Choice(string Value, string Label, string? Hint);
}
